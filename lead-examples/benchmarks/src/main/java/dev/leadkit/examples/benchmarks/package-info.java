/** How fast LeadKit is and how little it needs: suites of benchmarks, each of which prints its figures as JSON Lines. */
@NullMarked
package dev.leadkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;

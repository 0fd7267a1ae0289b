/** Writes what a run found: files that appear whole or not at all, and a summary for the terminal. */
@NullMarked
package dev.leadkit.examples.quickstart.output;

import org.jspecify.annotations.NullMarked;

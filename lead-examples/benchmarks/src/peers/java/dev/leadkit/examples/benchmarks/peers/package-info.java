/** Other engines as contenders: compiled only with the Maven profile {@code peers}. Each gets the form of the leads that suits it best. */
@NullMarked
package dev.leadkit.examples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

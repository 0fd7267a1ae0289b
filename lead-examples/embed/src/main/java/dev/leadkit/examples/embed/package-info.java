/** The code of the README, compiled. */
@NullMarked
package dev.leadkit.examples.embed;

import org.jspecify.annotations.NullMarked;

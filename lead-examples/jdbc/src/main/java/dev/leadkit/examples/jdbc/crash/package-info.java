/** Kills imports in the middle of their work, again and again, and counts what is lost or doubled in the end. */
@NullMarked
package dev.leadkit.examples.jdbc.crash;

import org.jspecify.annotations.NullMarked;

/** A table of leads that the host has already: its rows follow the leads, and what it holds and changes becomes events. */
@NullMarked
package dev.leadkit.examples.jdbc.host;

import org.jspecify.annotations.NullMarked;

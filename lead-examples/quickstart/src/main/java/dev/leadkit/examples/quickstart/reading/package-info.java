/** Reads what is handed in, the command line and the files it names, and collects everything that is wrong with it. */
@NullMarked
package dev.leadkit.examples.quickstart.reading;

import org.jspecify.annotations.NullMarked;

/** The main job as a small command line: a file of leads becomes captured, scored, routed and measured leads. */
@NullMarked
package dev.leadkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;

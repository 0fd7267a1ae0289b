/** Lives through what the files tell: captures, records, scores, routes and moves leads, each at its time. */
@NullMarked
package dev.leadkit.examples.quickstart.replay;

import org.jspecify.annotations.NullMarked;

/** Generates the sample that the quickstart runs on: seeded, so that the same seed gives the same files everywhere. */
@NullMarked
package dev.leadkit.examples.quickstart.sample;

import org.jspecify.annotations.NullMarked;

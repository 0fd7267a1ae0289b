package dev.leadkit.metrics.facts;

import java.util.Optional;

/**
 * A time in which somebody waits for our answer. The first begins when a dated lead comes; a further one when a lost lead is opened
 * again, or its person comes again.
 *
 * @param start what began it
 * @param answer the first contact by a human on our side since; empty while there is none
 */
public record Episode(FactEvent start, Optional<FactEvent> answer) {}

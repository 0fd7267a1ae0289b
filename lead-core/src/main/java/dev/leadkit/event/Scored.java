package dev.leadkit.event;

import dev.leadkit.lead.Score;

/**
 * The lead was scored, and a decision was taken with that score.
 *
 * @param header what every event has
 * @param score the score and its reasons
 */
public record Scored(EventHeader header, Score score) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scored(this);
    }
}

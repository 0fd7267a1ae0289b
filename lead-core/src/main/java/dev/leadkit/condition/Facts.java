package dev.leadkit.condition;

import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.List;

/**
 * What conditions look at: a lead and its interactions as they were at a moment. Immutable and thread-safe.
 */
public final class Facts {

    private final Lead lead;
    private final List<Interacted> interactions;
    private final Instant asOf;

    private Facts(Lead lead, List<Interacted> interactions, Instant asOf) {
        this.lead = lead;
        this.interactions = interactions;
        this.asOf = asOf;
    }

    /**
     * A lead as it was at a moment.
     *
     * @param history its history; what occurred after the moment is left out
     * @param asOf the moment
     * @return the facts
     */
    public static Facts of(LeadHistory history, Instant asOf) {
        LeadHistory then = history.until(asOf);
        return new Facts(then.lead(), then.interactions(), asOf);
    }

    /**
     * A lead without interactions, for a host that keeps no history.
     *
     * @param lead the lead
     * @param asOf the moment
     * @return the facts
     */
    public static Facts of(Lead lead, Instant asOf) {
        return new Facts(lead, List.of(), asOf);
    }

    /**
     * A lead with its interactions, for a host that keeps them without a history.
     *
     * @param lead the lead
     * @param interactions its interactions up to the moment, oldest first
     * @param asOf the moment
     * @return the facts
     * @throws IllegalArgumentException if an interaction is after the moment or before the one in front of it
     */
    public static Facts of(Lead lead, List<Interacted> interactions, Instant asOf) {
        Instant latest = Instant.MIN;
        for (Interacted each : interactions) {
            if (each.occurredAt().isBefore(latest) || each.occurredAt().isAfter(asOf)) {
                throw new IllegalArgumentException("interactions must be up to the moment, oldest first, were not");
            }
            latest = each.occurredAt();
        }
        return new Facts(lead, List.copyOf(interactions), asOf);
    }

    /**
     * The lead.
     *
     * @return the lead as it was at the moment
     */
    public Lead lead() {
        return lead;
    }

    /**
     * The interactions.
     *
     * @return the interactions up to the moment, oldest first
     */
    public List<Interacted> interactions() {
        return interactions;
    }

    /**
     * The moment.
     *
     * @return the moment that windows and ages end at
     */
    public Instant asOf() {
        return asOf;
    }
}

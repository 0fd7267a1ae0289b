package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * The latest place of a lead, held or given back: its token must never be given again. Guarded by itself, and the only lock
 * that a step takes before it goes to the loads.
 */
final class LeadSlot {

    private final LeadId lead;
    private @Nullable Place place;
    private @Nullable Settlement ended;
    private @Nullable Column loads;
    private int rep;

    LeadSlot(LeadId lead) {
        this.lead = lead;
    }

    LeadId lead() {
        return lead;
    }

    @Nullable Place latest() {
        return place;
    }

    /** The place that the lead has, lapsed or not. */
    @Nullable Place held() {
        return ended == null ? place : null;
    }

    /** How the latest place ended; what it answers to a commit. */
    Settlement ended() {
        return requireNonNull(ended);
    }

    long token() {
        return place == null ? 0 : place.token();
    }

    boolean isWith(Column column, int number) {
        return held() != null && loads == column && rep == number;
    }

    void take(Place next, Column column, int number) {
        place = next;
        ended = null;
        loads = column;
        rep = number;
    }

    void change(Place same) {
        place = same;
    }

    /** Marks the place as given back; its units are for the caller to return. */
    void end(Settlement how) {
        ended = how;
    }

    /** Returns the units; gives the number of the step. */
    long giveBack() {
        return requireNonNull(loads).giveBack(rep, requireNonNull(place).work().units());
    }
}

package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.util.Optional;
import java.util.function.Function;

/** Looks leads up with the host's code, and tells one that cannot be looked up from a look-up that works for none. */
final class LookUp {

    /** How many in a row may fail before it is no matter of single leads. */
    static final int MOST_IN_A_ROW = 8;

    private final Function<LeadId, LeadHistory> leads;
    private int inARow;

    /**
     * What was found.
     *
     * @param value it; empty if there was trouble
     * @param trouble what went wrong
     */
    record Found<T>(Optional<T> value, String trouble) {}

    LookUp(Function<LeadId, LeadHistory> leads) {
        this.leads = requireNonNull(leads, "leads");
    }

    /** The lead's events; what the host's code throws is thrown on. */
    LeadHistory of(LeadId lead) {
        return requireNonNull(leads.apply(lead), "history");
    }

    /** The lead's events, or what went wrong; thrown on if so many looked up one after the other failed. */
    Found<LeadHistory> tried(LeadId lead) {
        return tried(lead, history -> history);
    }

    /** The same, of what host code says to the events. */
    <T> Found<T> tried(LeadId lead, Function<LeadHistory, T> asked) {
        try {
            T value = asked.apply(of(lead));
            inARow = 0;
            return new Found<>(Optional.of(value), "");
        } catch (RuntimeException e) {
            inARow++;
            if (inARow == MOST_IN_A_ROW) {
                inARow = 0;
                throw e;
            }
            return new Found<>(
                    Optional.empty(), "the look-up failed with " + e.getClass().getName());
        }
    }
}

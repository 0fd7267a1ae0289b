package dev.leadkit.routing.dispatch;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import java.util.Optional;

/**
 * What became of a lead.
 *
 * @param lead which lead
 * @param kind what became of it
 * @param decision the decision behind it; empty if nothing had to be decided
 * @param trouble what went wrong, without the words of the host's exception; empty of all but {@link Kind#UNREAD}
 */
public record Step(LeadId lead, Kind kind, Optional<Decision> decision, Optional<String> trouble) {

    /** The kinds of steps. */
    public enum Kind {
        /** A rep has it for good. */
        ASSIGNED,
        /** A rep was asked and may accept it. */
        OFFERED,
        /** Nobody can take it now. */
        WAITS,
        /** The rep declined, or did not answer in time; a further step says how it goes on. */
        WITHDRAWN,
        /** When it was due, or looked at after that, the rep had done what the {@linkplain DispatchPolicy#serviceLevel() service level} asks for. */
        MET,
        /**
         * When it was due, or looked at after that, the rep had not done what the {@linkplain DispatchPolicy#serviceLevel() service level} asks for; a further step says whether
         * another one has it now.
         */
        BREACHED,
        /** It stays with the rep who has it, because nobody else can take it. */
        STAYS,
        /**
         * Its events could not be looked up, or with a desk not be recorded, and the others go on. One that waits is set aside and tried again after
         * {@link Dispatcher#SET_ASIDE}; one that a rep has stays there.
         */
        UNREAD,
        /** It was given back and needs no rep any more. */
        DONE,
        /** The token was, or is by now, not that of an offer that is still open, or of the lead's place; nothing changed. */
        STALE
    }

    /** Whether the lead had its place already. */
    boolean isKept() {
        return decision.orElse(null) instanceof Decision.Assigned assigned
                && assigned.why().how() == Comparison.How.KEPT;
    }

    static Step of(Decision decision, Kind kind) {
        return new Step(decision.lead(), kind, Optional.of(decision), Optional.empty());
    }

    static Step of(LeadId lead, Kind kind) {
        return new Step(lead, kind, Optional.empty(), Optional.empty());
    }

    static Step unread(LeadId lead, String trouble) {
        return new Step(lead, Kind.UNREAD, Optional.empty(), Optional.of(trouble));
    }
}

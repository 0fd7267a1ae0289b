package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import java.util.Optional;

/**
 * On what grounds somebody takes a lead for whom the stages alone do not speak: as a substitute, or because everybody who fits is
 * away. For one thread.
 */
final class Grounds {

    private static final String NONE = "";

    private Optional<RepId> substitute = Optional.empty();
    private String standsIn = NONE;
    private String override = NONE;

    void forget() {
        substitute = Optional.empty();
        override = NONE;
    }

    /** The rep stands in for whoever should keep the lead. */
    void standsIn(RepId rep, String why) {
        substitute = Optional.of(rep);
        standsIn = why;
    }

    /** Whoever is left may take the lead, whatever stages say. */
    void override(String why) {
        override = why;
    }

    boolean isOverride() {
        return !override.isEmpty();
    }

    /** The comparison of a rep who passes, and what else speaks for the rep. */
    String with(String comparison, RepId rep) {
        String also = substitute.filter(rep::equals).isPresent() ? standsIn : override;
        return also.isEmpty() ? comparison : comparison + "; " + also;
    }
}

package dev.leadkit.routing.decision;

import dev.leadkit.lead.RepId;
import java.util.Optional;

/**
 * How a rep fared.
 *
 * @param rep which rep
 * @param failed the first stage that the rep does not pass; empty if the rep passes all
 * @param reason why not; of a rep who passes, how the rep compares with the one who takes the lead
 */
public record RepVerdict(RepId rep, Optional<String> failed, String reason) {

    @Override
    public String toString() {
        return rep + failed.map(stage -> " fails " + stage + ": ").orElse(" passes: ") + reason;
    }
}

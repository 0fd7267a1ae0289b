package dev.leadkit.routing.decision;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import java.util.Optional;

/**
 * How a rep fared.
 *
 * @param rep which rep
 * @param failed the first stage that the rep does not pass; empty if the rep passes all
 * @param remedy what would have to be otherwise for the rep to pass that stage; empty if the rep passes all
 * @param reason why not, which is the remedy in words; of a rep who passes, how the rep compares with the one who takes the lead
 */
public record RepVerdict(RepId rep, Optional<String> failed, Optional<Remedy> remedy, String reason) {

    /**
     * Makes a verdict.
     *
     * @param rep which rep
     * @param failed the first stage that the rep does not pass
     * @param remedy what would have to be otherwise
     * @param reason why
     * @throws IllegalArgumentException if there is a stage without a remedy or a remedy without a stage
     */
    public RepVerdict {
        requireNonNull(rep, "rep");
        requireNonNull(reason, "reason");
        if (failed.isPresent() != remedy.isPresent()) {
            throw new IllegalArgumentException(
                    "remedy must be there if a stage is failed and only then, was " + remedy);
        }
    }

    /**
     * The rep passes all stages.
     *
     * @param rep which rep
     * @param reason how the rep compares
     * @return the verdict
     */
    public static RepVerdict passes(RepId rep, String reason) {
        return new RepVerdict(rep, Optional.empty(), Optional.empty(), reason);
    }

    /**
     * The rep fails a stage.
     *
     * @param rep which rep
     * @param stage the first stage that the rep does not pass
     * @param remedy what would have to be otherwise
     * @return the verdict
     */
    public static RepVerdict fails(RepId rep, String stage, Remedy remedy) {
        return new RepVerdict(rep, Optional.of(stage), Optional.of(remedy), remedy.words(rep));
    }

    @Override
    public String toString() {
        return rep + failed.map(stage -> " fails " + stage + ": ").orElse(" passes: ") + reason;
    }
}

package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Score;
import java.util.List;

/**
 * What the versions of a model say of a lead at a moment. Each score names its version. Immutable and thread-safe.
 *
 * @param active the score that counts
 * @param shadows the scores of the versions in the shadow phase, for comparison only; in the order of {@link LiveEngines#shadows()}
 */
public record LiveScores(Score active, List<Score> shadows) {

    /**
     * Keeps a copy of the list.
     *
     * @param active the score that counts
     * @param shadows the scores for comparison
     */
    public LiveScores {
        requireNonNull(active, "active");
        shadows = List.copyOf(shadows);
    }
}

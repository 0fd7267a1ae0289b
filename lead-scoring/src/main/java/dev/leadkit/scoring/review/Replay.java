package dev.leadkit.scoring.review;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Scores a lead as it was known at a past instant: of the events, those that were recorded by then, whenever they occurred. The same
 * events, model and instant give the same score bit by bit, on every machine, however much was told later. It needs the
 * model of that time: keep old versions. What was erased since is not known any more, and may change a score.
 * Immutable; thread-safe if the scorers are.
 */
public final class Replay {

    private final Function<ModelRef, Optional<LeadScorer>> scorers;

    private Replay(Function<ModelRef, Optional<LeadScorer>> scorers) {
        this.scorers = requireNonNull(scorers, "scorers");
    }

    /**
     * What became of a score that was kept.
     *
     * @param event the event that kept it
     * @param again the score as it is computed now; empty where its model is not known
     */
    public record Replayed(Scored event, Optional<Score> again) {

        /**
         * Whether both scores are the same, contributions and all.
         *
         * @return false, too, where the model is not known
         */
        public boolean isSame() {
            return again.equals(Optional.of(event.score()));
        }
    }

    /**
     * Replays scores of several models.
     *
     * @param scorers finds the scorer of a model: of this name, version and hash
     * @return the replay
     */
    public static Replay of(Function<ModelRef, Optional<LeadScorer>> scorers) {
        return new Replay(scorers);
    }

    /**
     * The score of a lead as it was known at an instant.
     *
     * @param scorer the scorer of that time
     * @param history all events that are known today
     * @param at the instant
     * @return the score that the scorer gave, or would have given, then
     */
    public static Score score(LeadScorer scorer, LeadHistory history, Instant at) {
        return score(scorer, history, at, at);
    }

    /**
     * The score of a lead at one instant as it was known at another.
     *
     * @param scorer the scorer
     * @param history all events that are known today
     * @param asOf the moment that is scored
     * @param knownAt when that was asked; events that were recorded later are not seen
     * @return the score
     */
    public static Score score(LeadScorer scorer, LeadHistory history, Instant asOf, Instant knownAt) {
        return scorer.score(history.knownAt(knownAt), asOf);
    }

    /**
     * Scores again what was scored before, and compares. A score was of the moment that its event occurred, and knew what was
     * recorded until its event was; of other events that were recorded in the same microsecond nobody can say which of them it knew, so that
     * they may make a difference here.
     *
     * @param history all events that are known today
     * @return each score that the history keeps, in order, and what comes out today
     */
    public List<Replayed> check(LeadHistory history) {
        List<Replayed> replayed = new ArrayList<>();
        for (LeadEvent event : history.events()) {
            if (event instanceof Scored scored) {
                Optional<Score> again = scorers.apply(scored.score().model())
                        .map(scorer -> score(
                                scorer,
                                history,
                                scored.occurredAt(),
                                scored.header().recordedAt()));
                replayed.add(new Replayed(scored, again));
            }
        }
        return replayed;
    }
}

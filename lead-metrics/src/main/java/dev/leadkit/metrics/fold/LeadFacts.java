package dev.leadkit.metrics.fold;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What KPIs need to know of one lead, without personal data. Immutable, thread-safe, equal by content.
 *
 * <p>If no submission said when the lead came, the lead is <em>undated</em>: the instants here are then those of an import and
 * say nothing about durations or months, and time-based KPIs leave the lead out.
 *
 * @param capturedAt when the lead came; empty for an undated lead
 * @param reached every stage that the lead was in, with the instant at which it first entered it
 * @param respondedAt the first outbound interaction by a human that was not before the capture
 * @param convertedAt the first conversion
 * @param lostAt the latest loss after which the lead was not taken up again
 * @param source the first source that was told (the first touch); later submissions do not change it
 * @param values the latest values of all fields that are not personal data, those kept by the library among them
 * @param decisionScore the total of the score that the first decision was taken with, see {@link #of}
 */
public record LeadFacts(
        Optional<Instant> capturedAt,
        Map<Stage, Instant> reached,
        Optional<Instant> respondedAt,
        Optional<Instant> convertedAt,
        Optional<Instant> lostAt,
        Optional<String> source,
        FieldValues values,
        Optional<Points> decisionScore) {

    /** Why a time-based KPI leaves a lead out. */
    public static final String UNDATED = "undated lead";

    /**
     * Keeps a copy of the stages and the part of the values that is not personal.
     *
     * @param capturedAt when the lead came
     * @param reached every stage with its first instant
     * @param respondedAt the first human outbound interaction
     * @param convertedAt the first conversion
     * @param lostAt the latest loss
     * @param source the first source
     * @param values the latest values
     * @param decisionScore the score at the first decision
     */
    public LeadFacts {
        reached = Map.copyOf(reached);
        values = values.skeleton();
    }

    /**
     * Derives the facts from everything that happened. For figures as of a moment, hand in {@link LeadHistory#until} it.
     *
     * <p>The decision score is the latest score at or before the first decision. The first decision is the first assignment
     * or queueing; on a dated lead it is the conversion or the loss if that was earlier, since a score that was computed when the
     * outcome was known proves nothing; without either, it is now. Of several scores at one instant the one with the greatest event
     * identifier counts.
     *
     * @param history everything that happened to the lead
     * @return the facts
     */
    public static LeadFacts of(LeadHistory history) {
        return FactsFold.of(history);
    }

    /**
     * When the lead first entered any of some stages.
     *
     * @param stages which stages
     * @return the earliest instant, or empty if it entered none of them
     */
    public Optional<Instant> firstReached(Collection<Stage> stages) {
        return reached.entrySet().stream()
                .filter(entry -> stages.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo);
    }

    /**
     * Whether the lead became a customer.
     *
     * @return true if it was ever converted
     */
    public boolean converted() {
        return convertedAt.isPresent();
    }

    /** Shows no values. */
    @Override
    public String toString() {
        return "LeadFacts[capturedAt=" + capturedAt + ", convertedAt=" + convertedAt + "]";
    }
}

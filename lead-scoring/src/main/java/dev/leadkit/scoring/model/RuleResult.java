package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a custom rule gives: points, or the word that it cannot tell. Immutable and thread-safe.
 *
 * @param points how much; may be negative; zero where the rule does not apply, and where it cannot tell
 * @param evidence why, in sentences for an explanation; must not be personal data; may be empty
 * @param missing the names of what the rule would have to know and does not, mostly fields; empty where the rule could be
 *     judged
 * @param validUntil the first instant at which the result may be another one if nothing happens; {@link Instant#MAX} where
 *     it stays for ever, {@link Instant#MIN} where the rule does not say: the score is then due at once
 */
public record RuleResult(Points points, List<String> evidence, List<String> missing, Instant validUntil) {

    /** The rule does not apply. */
    public static final RuleResult NOTHING = new RuleResult(Points.ZERO, List.of());

    /**
     * Makes a result.
     *
     * @param points how much
     * @param evidence why
     * @param missing the names of what is not known, or none
     * @param validUntil until when it stays
     * @throws IllegalArgumentException if there are points although something is missing, or a name is blank
     */
    public RuleResult {
        requireNonNull(points, "points");
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        requireNonNull(validUntil, "validUntil");
        if (!missing.isEmpty() && points.units() != 0) {
            throw new IllegalArgumentException("points must be 0 where something is missing, were " + points);
        }
        if (missing.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("what is missing must have a name, was blank");
        }
    }

    /**
     * Makes a result that says nothing of time.
     *
     * @param points how much
     * @param evidence why
     */
    public RuleResult(Points points, List<String> evidence) {
        this(points, evidence, List.of(), Instant.MIN);
    }

    /**
     * Points with their reasons.
     *
     * @param points how much
     * @param evidence why, each a sentence
     * @return the result
     */
    public static RuleResult of(Points points, String... evidence) {
        return new RuleResult(points, List.of(evidence));
    }

    /**
     * The rule cannot be judged for want of data. It counts nothing, and its {@linkplain Rule#reach() reach} lowers the
     * confidence of the score. That a rule does not apply is something else: {@link #NOTHING}.
     *
     * @param missing a field without which there is no answer; only its name is kept
     * @param more further ones
     * @return the result
     */
    public static RuleResult unknown(Field<?> missing, Field<?>... more) {
        List<String> names = Stream.concat(Stream.of(missing), Stream.of(more))
                .map(Field::name)
                .toList();
        return new RuleResult(Points.ZERO, List.of(), names, Instant.MIN);
    }

    /**
     * The same result, with a word on how long it holds.
     *
     * @param end the first instant at which it may be another one if nothing happens; too early is no harm, too late is wrong
     * @return the new result
     */
    public RuleResult until(Instant end) {
        return new RuleResult(points, evidence, missing, end);
    }

    /**
     * The same result, which only an event can change: time alone does not.
     *
     * @return the new result
     */
    public RuleResult forever() {
        return until(Instant.MAX);
    }

    /**
     * Whether the rule could be judged.
     *
     * @return false where something is missing
     */
    public boolean isJudged() {
        return missing.isEmpty();
    }
}

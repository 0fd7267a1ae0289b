package dev.leadkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * In which order things count that happened at once. Immutable and thread-safe.
 *
 * @param rule the rule
 * @param grace how far apart in time things may be and still count as in the right order; zero but for {@link Rule#GRACE}
 */
public record Ties(Rule rule, Duration grace) implements Serializable {

    /** By their identifiers, as everywhere else. */
    public static final Ties BY_EVENT_ID = new Ties(Rule.BY_EVENT_ID, Duration.ZERO);
    /** In the order of the steps that they are; among them nothing excludes, and nothing stands in between. */
    public static final Ties BY_STEP = new Ties(Rule.BY_STEP, Duration.ZERO);

    /** What decides. */
    public enum Rule {
        /** The identifiers of the events. */
        BY_EVENT_ID,
        /** The order of the steps. */
        BY_STEP,
        /** A step may also be taken a little before the one that it follows. */
        GRACE
    }

    /**
     * Makes a rule.
     *
     * @param rule the rule
     * @param grace how far apart
     */
    public Ties {
        requireNonNull(rule, "rule");
        requireNonNull(grace, "grace");
    }

    /**
     * A step may also be taken a little before the one that it follows, as clocks of different machines would have it. It then
     * counts as taken at once. One event never takes two steps in a row; steps that match the same events blur what is the latest
     * entry, and equal ones are refused.
     *
     * @param most how much before, that length included
     * @return the rule
     */
    public static Ties grace(Duration most) {
        return new Ties(Rule.GRACE, most);
    }

    @Override
    public String toString() {
        return rule.name().toLowerCase(Locale.ROOT) + (rule == Rule.GRACE ? ":" + grace : "");
    }
}

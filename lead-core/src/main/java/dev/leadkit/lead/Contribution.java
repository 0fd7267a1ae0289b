package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

/**
 * One addend of a score. The contributions of a score sum exactly to its total: what a cap took away or a floor added is
 * a contribution of its own.
 *
 * @param dimension the dimension it counts in, such as {@code fit}; empty for an adjustment of the total
 * @param rule the rule, or the group of rules, that it comes from; empty for an adjustment of a whole dimension or of the
 *     total
 * @param kind why it is there
 * @param points how much; never zero for a {@link Kind#CAP} or {@link Kind#FLOOR}
 */
public record Contribution(String dimension, String rule, Kind kind, Points points) {

    /** Why a contribution is there. */
    public enum Kind {
        /** A rule held. */
        RULE,
        /** A cap took points away; negative. */
        CAP,
        /** A floor gave points back; positive. */
        FLOOR,
        /** A disqualifying rule held: what it did to the total; zero where it forced only the grade, or nothing changed. */
        DISQUALIFIED
    }

    /**
     * Makes a contribution.
     *
     * @param dimension the dimension, or empty
     * @param rule the rule or group, or empty
     * @param kind why it is there
     * @param points how much
     */
    public Contribution {
        requireNonNull(dimension, "dimension");
        requireNonNull(rule, "rule");
        requireNonNull(kind, "kind");
        requireNonNull(points, "points");
    }
}

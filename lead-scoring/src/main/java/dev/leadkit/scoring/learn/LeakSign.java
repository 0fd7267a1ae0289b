package dev.leadkit.scoring.learn;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;

/**
 * A sign that a field knows the outcome, which it cannot when the score is needed.
 *
 * @param field the field's name
 * @param kind what the sign is
 * @param seen the figures, in words; no data of any lead
 */
public record LeakSign(String field, Kind kind, String seen) {

    /** What gives a leak away. */
    public enum Kind {
        /** It was set after the decision in some lead. */
        SET_LATE(
                "set before the decision",
                "Hand in the value as it was at the decision, or leave the field out.",
                true),
        /** The host says that it is set late. */
        DECLARED_LATE("known at the decision", "Leave the field out.", true),
        /**
         * Alone it tells winners from losers with an area under the ROC curve of 0.8 and more (the lower end of its 95 %
         * interval), which a whole model would be called excellent for (Hosmer, Lemeshow and Sturdivant 2013, "Applied
         * Logistic Regression", section 5.2.4).
         */
        TOO_GOOD_ALONE("less good alone", Kind.ASK, false),
        /** The same among those leads where it is filled, though not among all. */
        TOO_GOOD_WHERE_FILLED("less good where it is filled", Kind.ASK, false),
        /**
         * It is filled ten times as often for winners as for losers: a likelihood ratio of 10 is where evidence becomes
         * conclusive (Jaeschke, Guyatt and Sackett 1994, "Users' guides to the medical literature III").
         */
        FILLED_FOR_WINNERS("filled for losers too", Kind.ASK, false),
        /** It is filled ten times as often for losers as for winners. */
        FILLED_FOR_LOSERS("filled for winners too", Kind.ASK, false);

        private static final String ASK = "Leave the field out, or insist on it if it is surely known at the decision.";

        private final String rule;
        private final String hint;
        private final boolean certain;

        Kind(String rule, String hint, boolean certain) {
            this.rule = rule;
            this.hint = hint;
            this.certain = certain;
        }

        /**
         * Whether this is no matter of opinion.
         *
         * @return true if insisting on the field does not help
         */
        public boolean isCertain() {
            return certain;
        }
    }

    /**
     * Makes a sign.
     *
     * @param field the field's name
     * @param kind what the sign is
     * @param seen the figures, in words
     */
    public LeakSign {
        requireNonNull(field, "field");
        requireNonNull(kind, "kind");
        requireNonNull(seen, "seen");
    }

    Fault fault() {
        return new Fault(field, kind.rule, seen, kind.hint);
    }
}

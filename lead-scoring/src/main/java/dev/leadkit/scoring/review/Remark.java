package dev.leadkit.scoring.review;

import static java.util.Objects.requireNonNull;

/**
 * Something about a model that its author should look at.
 *
 * @param path where it is, in the model's JSON form, such as {@code dimensions[0].rules[2]}
 * @param kind what it is
 * @param sentence what it is, for a person; its form may change. Holds texts of the model, no data of leads
 */
public record Remark(String path, Kind kind, String sentence) {

    /** What there is to remark. All but those of a sample are proved for every lead at every moment. */
    public enum Kind {
        /** No lead can make the rule hold. */
        NEVER(true),
        /** Every lead makes the rule hold: it tells no two leads apart. */
        ALWAYS(true),
        /** The rule gives no points, however often it holds. */
        WORTHLESS(true),
        /** Another rule of the model, or another disqualifier, asks the same. */
        DUPLICATE(true),
        /** Wherever the rule holds, another one of its dimension holds too, so that a lead has the points of both. */
        IMPLIED(false),
        /** Wherever the rule or disqualifier holds, another disqualifier does so too and settles as much without it. */
        OVERRULED(true),
        /** The rules cannot reach the cap, so it takes nothing away. */
        CAP_IDLE(false),
        /** The rules cannot fall below the floor, so it gives nothing back. */
        FLOOR_IDLE(false),
        /** Caps and floors leave one number, whatever the rules give. */
        RULES_IDLE(true),
        /** Wherever the rule holds, a cap or a floor leaves the same sum with it and without it. */
        RULE_IDLE(true),
        /** A cap or a floor takes away a part of the rule's points wherever it holds. */
        POINTS_CUT(false),
        /** No lead can have the grade. */
        GRADE_UNREACHABLE(true),
        /** Every lead has the grade. */
        GRADE_CERTAIN(true),
        /** No lead of the sample has a value in a field that the rule asks about. */
        FIELD_UNFILLED(true),
        /** No lead of the sample has an interaction of a type that the rule asks about. */
        INTERACTION_UNSEEN(true),
        /** The rule held for no lead of the sample, though its fields are filled. */
        SILENT(false),
        /** The rule held for every lead of the sample, in the same way. */
        UNANIMOUS(false),
        /** There were more pairs of rules than could be looked at, or too few leads: what is remarked is not complete. */
        INCOMPLETE(false);

        private final boolean flaw;

        Kind(boolean flaw) {
            this.flaw = flaw;
        }

        /**
         * Whether this is hardly ever meant.
         *
         * @return true for a flaw, false for what may well be meant
         */
        public boolean isFlaw() {
            return flaw;
        }
    }

    /**
     * Makes a remark.
     *
     * @param path where it is
     * @param kind what it is
     * @param sentence what it is, in words
     */
    public Remark {
        requireNonNull(path, "path");
        requireNonNull(kind, "kind");
        requireNonNull(sentence, "sentence");
    }

    /** One line for a person. */
    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}

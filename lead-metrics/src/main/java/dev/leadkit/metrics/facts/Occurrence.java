package dev.leadkit.metrics.facts;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What can happen to a lead, as far as figures need it. Handled exhaustively through {@link #match}. All kinds are immutable,
 * thread-safe and equal by content.
 */
public sealed interface Occurrence {

    /**
     * What kind it is.
     *
     * @return one word, such as {@code submitted}
     */
    String name();

    /**
     * Handles it by its kind.
     *
     * @param cases one function for each kind
     * @param event the event that it is of, handed on
     */
    void match(Cases cases, FactEvent event);

    /**
     * The person came in, or came again: a form, a call, a row of a file.
     *
     * @param stage the stage that a new lead begins in
     * @param values what was told, the source among it; personal fields are dropped
     * @param dated whether the submission said when it was made; if not, its instant is that of an import
     */
    record Submitted(Optional<Stage> stage, FieldValues values, boolean dated) implements Occurrence {

        /**
         * Drops what is personal.
         *
         * @param stage the stage that a new lead begins in
         * @param values what was told, the source among it; personal fields are dropped
         * @param dated whether the submission said when it was made; if not, its instant is that of an import
         */
        public Submitted {
            values = values.skeleton();
        }

        @Override
        public String name() {
            return "submitted";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.submitted(event, this);
        }
    }

    /**
     * Newer values became known without a submission, by enrichment or correction.
     *
     * @param values the values; personal fields are dropped
     */
    record Valued(FieldValues values) implements Occurrence {

        /**
         * Drops what is personal.
         *
         * @param values the values; personal fields are dropped
         */
        public Valued {
            values = values.skeleton();
        }

        @Override
        public String name() {
            return "valued";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.valued(event, this);
        }
    }

    /**
     * Our marketing reached the person.
     *
     * @param channel by which channel or campaign
     */
    record Touched(String channel) implements Occurrence {

        @Override
        public String name() {
            return "touched";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.touched(event, this);
        }
    }

    /**
     * A human on our side contacted the person.
     */
    record Responded() implements Occurrence {

        @Override
        public String name() {
            return "responded";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.responded(event, this);
        }
    }

    /**
     * The lead entered a stage.
     *
     * @param stage which stage
     */
    record Entered(Stage stage) implements Occurrence {

        @Override
        public String name() {
            return "entered";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.entered(event, this);
        }
    }

    /**
     * The lead became a customer.
     *
     * @param stage the stage that it entered by that
     * @param value what the deal is worth
     */
    record Converted(Optional<Stage> stage, Optional<Money> value) implements Occurrence {

        @Override
        public String name() {
            return "converted";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.converted(event, this);
        }
    }

    /**
     * The latest conversion turned out to be none.
     */
    record Voided() implements Occurrence {

        @Override
        public String name() {
            return "voided";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.voided(event, this);
        }
    }

    /**
     * The lead was given up.
     *
     * @param stage the stage that it entered by that
     */
    record Lost(Optional<Stage> stage) implements Occurrence {

        @Override
        public String name() {
            return "lost";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.lost(event, this);
        }
    }

    /**
     * A lead that was given up is worked again.
     */
    record Reopened() implements Occurrence {

        @Override
        public String name() {
            return "reopened";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.reopened(event, this);
        }
    }

    /**
     * The lead was handed to a rep, or taken from all.
     *
     * @param rep the rep; empty for a queue or nobody
     */
    record Owned(Optional<RepId> rep) implements Occurrence {

        @Override
        public String name() {
            return "owned";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.owned(event, this);
        }
    }

    /**
     * The lead was scored.
     *
     * @param total the total
     * @param probability the chance of a conversion that was told with it, from 0 to 1
     */
    record Scored(Points total, Optional<BigDecimal> probability) implements Occurrence {

        @Override
        public String name() {
            return "scored";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.scored(event, this);
        }
    }

    /**
     * The value of the opportunity became known or changed.
     *
     * @param value what the deal would be worth
     */
    record Priced(Money value) implements Occurrence {

        @Override
        public String name() {
            return "priced";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.priced(event, this);
        }
    }

    /**
     * Somebody worked on the lead.
     *
     * @param rep who
     * @param time how long; below 0 is a fault of the data
     * @param cost what it cost
     */
    record Worked(Optional<RepId> rep, Duration time, Optional<Money> cost) implements Occurrence {

        @Override
        public String name() {
            return "worked";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.worked(event, this);
        }
    }

    /**
     * Something of a type that nobody knows; it is counted as a fault of the data.
     *
     * @param type its type, as the source calls it
     */
    record Unknown(String type) implements Occurrence {

        @Override
        public String name() {
            return "unknown";
        }

        @Override
        public void match(Cases cases, FactEvent event) {
            cases.unknown(event, this);
        }
    }

    /** One function for each kind of occurrence. */
    interface Cases {

        /**
         * The person came in, or came again: a form, a call, a row of a file.
         *
         * @param event the event
         * @param what what happened
         */
        void submitted(FactEvent event, Submitted what);

        /**
         * Newer values became known without a submission, by enrichment or correction.
         *
         * @param event the event
         * @param what what happened
         */
        void valued(FactEvent event, Valued what);

        /**
         * Our marketing reached the person.
         *
         * @param event the event
         * @param what what happened
         */
        void touched(FactEvent event, Touched what);

        /**
         * A human on our side contacted the person.
         *
         * @param event the event
         * @param what what happened
         */
        void responded(FactEvent event, Responded what);

        /**
         * The lead entered a stage.
         *
         * @param event the event
         * @param what what happened
         */
        void entered(FactEvent event, Entered what);

        /**
         * The lead became a customer.
         *
         * @param event the event
         * @param what what happened
         */
        void converted(FactEvent event, Converted what);

        /**
         * The latest conversion turned out to be none.
         *
         * @param event the event
         * @param what what happened
         */
        void voided(FactEvent event, Voided what);

        /**
         * The lead was given up.
         *
         * @param event the event
         * @param what what happened
         */
        void lost(FactEvent event, Lost what);

        /**
         * A lead that was given up is worked again.
         *
         * @param event the event
         * @param what what happened
         */
        void reopened(FactEvent event, Reopened what);

        /**
         * The lead was handed to a rep, or taken from all.
         *
         * @param event the event
         * @param what what happened
         */
        void owned(FactEvent event, Owned what);

        /**
         * The lead was scored.
         *
         * @param event the event
         * @param what what happened
         */
        void scored(FactEvent event, Scored what);

        /**
         * The value of the opportunity became known or changed.
         *
         * @param event the event
         * @param what what happened
         */
        void priced(FactEvent event, Priced what);

        /**
         * Somebody worked on the lead.
         *
         * @param event the event
         * @param what what happened
         */
        void worked(FactEvent event, Worked what);

        /**
         * Something of a type that nobody knows; it is counted as a fault of the data.
         *
         * @param event the event
         * @param what what happened
         */
        void unknown(FactEvent event, Unknown what);
    }
}

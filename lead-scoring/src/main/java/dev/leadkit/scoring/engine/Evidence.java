package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.EventId;
import dev.leadkit.lead.Points;
import java.time.Duration;
import java.util.Optional;

/** What a rule looked at. Never holds the value of a field that is personal data. {@code toString} is a sentence. */
public sealed interface Evidence {

    /**
     * A field of the lead.
     *
     * @param field the field's name
     * @param present whether it has a value
     * @param value the value's text form; empty where there is none, and where it is personal data
     */
    record OfField(String field, boolean present, Optional<String> value) implements Evidence {

        /**
         * Makes the evidence.
         *
         * @param field the field's name
         * @param present whether it has a value
         * @param value the value, unless it is personal data
         */
        public OfField {
            requireNonNull(field, "field");
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            String shown = value.map(text -> "\"" + text + "\"").orElse("present (not shown: personal data)");
            return field + " is " + (present ? shown : "missing");
        }
    }

    /**
     * An interaction that counted.
     *
     * @param id which event
     * @param type what it was
     * @param age how long ago it was
     * @param points what it was worth at that age; empty where the rule asks how many there were and gives no points for
     *     each
     */
    record OfInteraction(EventId id, String type, Duration age, Optional<Points> points) implements Evidence {

        /**
         * Makes the evidence.
         *
         * @param id which event
         * @param type what it was
         * @param age how long ago it was
         * @param points what it was worth, or empty
         */
        public OfInteraction {
            requireNonNull(id, "id");
            requireNonNull(type, "type");
            requireNonNull(age, "age");
            requireNonNull(points, "points");
        }

        @Override
        public String toString() {
            String worth = points.map(each -> ": " + each + " points").orElse("");
            return type + " (" + id + ") " + days() + " days ago" + worth;
        }

        /** Days with one decimal, cut off. */
        private String days() {
            long tenths = age.toSeconds() / 8_640;
            return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
        }
    }

    /**
     * What a custom rule says.
     *
     * @param sentence its words
     */
    record Said(String sentence) implements Evidence {

        /**
         * Makes the evidence.
         *
         * @param sentence the rule's words
         */
        public Said {
            requireNonNull(sentence, "sentence");
        }

        @Override
        public String toString() {
            return sentence;
        }
    }
}

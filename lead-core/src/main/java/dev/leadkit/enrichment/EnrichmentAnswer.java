package dev.leadkit.enrichment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a provider answered. {@link Found} and {@link NothingKnown} are kept as events and count as paid. */
public sealed interface EnrichmentAnswer {

    /**
     * The provider knows something.
     *
     * @param values what it knows, each field as the catalog declares it; nothing cleared
     * @param confidence how sure it is of a value, in percent, by the field's name; a field may be without
     */
    record Found(FieldValues values, SortedMap<String, Integer> confidence) implements EnrichmentAnswer {

        private static final int SURE = 100;

        /**
         * Makes an answer.
         *
         * @param values what it knows; without any it is the same as {@link NothingKnown}
         * @param confidence percent by field name, from 0 to 100, only of fields that have a value
         */
        public Found {
            if (!values.cleared().isEmpty()) {
                throw new IllegalArgumentException("answer must clear nothing, cleared " + values.cleared());
            }
            for (Map.Entry<String, Integer> each : confidence.entrySet()) {
                boolean sensible = each.getValue() >= 0 && each.getValue() <= SURE;
                if (!sensible || values.text(each.getKey()).isEmpty()) {
                    throw new IllegalArgumentException(
                            "confidence must be from 0 to 100 and of a field with a value, was " + each);
                }
            }
            confidence = Collections.unmodifiableSortedMap(new TreeMap<>(confidence));
        }

        /**
         * An answer of which the provider does not say how sure it is.
         *
         * @param values what it knows
         * @return the answer
         */
        public static Found of(FieldValues values) {
            return new Found(values, new TreeMap<>());
        }

        /**
         * An answer that is equally sure of all its values.
         *
         * @param values what it knows
         * @param percent how sure, from 0 to 100
         * @return the answer
         */
        public static Found of(FieldValues values, int percent) {
            SortedMap<String, Integer> confidence = new TreeMap<>();
            for (Field<?> field : values.fields()) {
                confidence.put(field.name(), percent);
            }
            return new Found(values, confidence);
        }
    }

    /** The provider knows nothing of this lead: it is not asked again for a while. */
    record NothingKnown() implements EnrichmentAnswer {}

    /** There is no credit left with the provider. Nothing was paid; the leads behind this one wait as well. */
    record NoCredit() implements EnrichmentAnswer {}

    /**
     * The provider cannot answer now, whoever is asked about: it is down, or asked too often. Nothing was paid; the leads
     * behind this one wait as well.
     *
     * @param tryAgainAfter how long it asks to be left alone, or empty if it does not say
     */
    record Unavailable(Optional<Duration> tryAgainAfter) implements EnrichmentAnswer {

        /**
         * Makes an answer.
         *
         * @param tryAgainAfter positive and at most {@link EnrichmentPolicy#LONGEST}, or empty
         */
        public Unavailable {
            requireNonNull(tryAgainAfter, "tryAgainAfter");
            tryAgainAfter.ifPresent(span -> EnrichmentPolicy.check("try again after", span));
        }
    }
}

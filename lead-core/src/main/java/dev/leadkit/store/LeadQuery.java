package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.MatchKey;

/** Which leads to page through. */
public sealed interface LeadQuery {

    /** All leads. */
    record All() implements LeadQuery {}

    /**
     * Leads that were committed with a key, as their own or as a shared one.
     *
     * @param key the key
     */
    record WithKey(MatchKey key) implements LeadQuery {

        /**
         * Makes the query.
         *
         * @param key the key
         */
        public WithKey {
            requireNonNull(key, "key");
        }
    }

    /**
     * Leads whose field has a value now. Texts are compared without regard to the case of letters. Of personal fields the
     * value is not shown by {@code toString}.
     *
     * @param field the field
     * @param value the value in its text form
     */
    record Where(Field<?> field, String value) implements LeadQuery {

        /**
         * Makes the query.
         *
         * @param field the field
         * @param value the value in its text form; must be of the field's type
         */
        public Where {
            value = FieldValues.builder()
                    .parse(field, value)
                    .build()
                    .text(field.name())
                    .orElseThrow();
        }

        /**
         * Whether a lead is meant.
         *
         * @param lead the lead as it is now
         * @return true if its field has the value
         */
        public boolean matches(Lead lead) {
            return matches(field, lead);
        }

        private <T> boolean matches(Field<T> of, Lead lead) {
            FieldType<T> type = of.type();
            Object wanted = type.key(type.parse(value).orElseThrow());
            return lead.get(of).map(type::key).filter(wanted::equals).isPresent();
        }

        @Override
        public String toString() {
            return "Where[" + field.name() + "]";
        }
    }

    /**
     * All leads.
     *
     * @return the query
     */
    static LeadQuery all() {
        return new All();
    }

    /**
     * Leads with a key.
     *
     * @param key the key
     * @return the query
     */
    static LeadQuery withKey(MatchKey key) {
        return new WithKey(key);
    }

    /**
     * Leads whose field has a value now.
     *
     * @param field the field
     * @param value the value
     * @param <T> its type
     * @return the query
     */
    static <T> LeadQuery where(Field<T> field, T value) {
        return new Where(field, field.type().format(value));
    }
}

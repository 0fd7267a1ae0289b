package dev.leadkit.metrics.kpi;

import dev.leadkit.lead.Field;
import dev.leadkit.metrics.fold.LeadFacts;
import java.util.Optional;

/**
 * By what leads are put into groups. Every lead is in exactly one group; those without a value are together in
 * {@link #MISSING}. Values are told apart exactly as written: making {@code google} and {@code Google} one is the capture's work.
 *
 * @param field the field whose latest value names the group, or empty for the first source
 */
public record Grouping(Optional<String> field) {

    /** The group of leads that have no value. */
    public static final String MISSING = "(missing)";

    /**
     * Makes a grouping.
     *
     * @param field a field's name, or empty for the first source
     */
    public Grouping {
        field.filter(name -> !Field.isName(name)).ifPresent(name -> {
            throw new IllegalArgumentException("field must be a field's name, was \"" + name + "\"");
        });
    }

    /**
     * By the source that was told first, which later submissions do not change.
     *
     * @return the grouping by source
     */
    public static Grouping bySource() {
        return new Grouping(Optional.empty());
    }

    /**
     * By the latest value of a field, standard or custom. Personal fields have no values here: all leads are missing.
     *
     * @param name the field's name
     * @return the grouping by field
     */
    public static Grouping byField(String name) {
        return new Grouping(Optional.of(name));
    }

    /**
     * The group of a lead.
     *
     * @param facts the lead's facts
     * @return the value in its text form, {@link #MISSING} if there is none or it is blank
     */
    public String of(LeadFacts facts) {
        Optional<String> value =
                field.isEmpty() ? facts.source() : facts.values().text(field.get());
        return value.filter(text -> !text.isBlank()).orElse(MISSING);
    }

    /** How definitions write it: {@code source}, or {@code field:} and the name. */
    @Override
    public String toString() {
        return field.map(name -> "field:" + name).orElse("source");
    }
}

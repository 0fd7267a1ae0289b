package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How one column becomes one field. Only data: {@link Mapping.Builder#build} checks it. Immutable and thread-safe.
 *
 * <p>A text goes this way: white space at its ends is dropped; nothing left is missing; the mapping's clearing token
 * clears; a placeholder is missing; the value map replaces it, looked up exactly first and without regard to the case of
 * letters then; the converter makes the value. If it is missing, the default takes its place.
 *
 * @param column the column's exact name
 * @param field the field's exact name
 * @param converter the converter's name, or empty for the one of the field's type
 * @param parameters the converter's parameters; one text is a list of one
 * @param values texts that stand for other texts, such as {@code google} for {@code Google}
 * @param placeholders texts that mean missing, beside the mapping's own; the case of letters does not matter
 * @param otherwise the default, a text for the converter, or empty; holds when the column is absent or missing, and is a
 *     value like any other (it replaces what a lead has)
 * @param required whether a submission without a good value is faulty
 */
public record ColumnRule(
        String column,
        String field,
        Optional<String> converter,
        SortedMap<String, List<String>> parameters,
        SortedMap<String, String> values,
        SortedSet<String> placeholders,
        Optional<String> otherwise,
        boolean required) {

    /**
     * Makes a rule.
     *
     * @param column the column's name
     * @param field the field's name
     * @param converter the converter's name, or empty
     * @param parameters the converter's parameters
     * @param values the value map
     * @param placeholders further placeholders
     * @param otherwise the default, or empty
     * @param required whether a value is required
     */
    public ColumnRule {
        requireNonNull(column, "column");
        requireNonNull(field, "field");
        requireNonNull(converter, "converter");
        requireNonNull(otherwise, "otherwise");
        parameters = copy(parameters);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        placeholders = Collections.unmodifiableSortedSet(new TreeSet<>(placeholders));
    }

    /**
     * A column whose texts become a field's values by the converter of the field's type.
     *
     * @param column the column's name
     * @param field the field's name
     * @return the rule; not required, without value map and default
     */
    public static ColumnRule of(String column, String field) {
        return new ColumnRule(
                column,
                field,
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                Optional.empty(),
                false);
    }

    /**
     * A column whose texts become a field's values by the converter of the field's type.
     *
     * @param column the column's name
     * @param field the field
     * @return the rule; not required, without value map and default
     */
    public static ColumnRule of(String column, Field<?> field) {
        return of(column, field.name());
    }

    /**
     * The same rule with a converter.
     *
     * @param name the converter's name
     * @return the rule, with the parameters as they are
     */
    public ColumnRule converter(String name) {
        return new ColumnRule(column, field, Optional.of(name), parameters, values, placeholders, otherwise, required);
    }

    /**
     * The same rule with one more parameter for the converter.
     *
     * @param name the parameter's name
     * @param texts its value; more than one for a list
     * @return the rule
     */
    public ColumnRule parameter(String name, String... texts) {
        SortedMap<String, List<String>> more = new TreeMap<>(parameters);
        more.put(name, List.of(texts));
        return new ColumnRule(column, field, converter, more, values, placeholders, otherwise, required);
    }

    /**
     * The same rule with these texts standing for others.
     *
     * @param map the value map; replaces an earlier one
     * @return the rule
     */
    public ColumnRule values(Map<String, String> map) {
        return new ColumnRule(
                column, field, converter, parameters, new TreeMap<>(map), placeholders, otherwise, required);
    }

    /**
     * The same rule with texts that mean missing in this column only.
     *
     * @param texts the placeholders; replace earlier ones
     * @return the rule
     */
    public ColumnRule placeholders(String... texts) {
        return new ColumnRule(
                column, field, converter, parameters, values, new TreeSet<>(Set.of(texts)), otherwise, required);
    }

    /**
     * The same rule with a default.
     *
     * @param text the text to take where there is none
     * @return the rule
     */
    public ColumnRule otherwise(String text) {
        return new ColumnRule(column, field, converter, parameters, values, placeholders, Optional.of(text), required);
    }

    /**
     * The same rule, which makes a submission without a good value faulty.
     *
     * @return the rule
     */
    public ColumnRule asRequired() {
        return new ColumnRule(column, field, converter, parameters, values, placeholders, otherwise, true);
    }

    static SortedMap<String, List<String>> copy(Map<String, List<String>> parameters) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        parameters.forEach((name, texts) -> copy.put(name, List.copyOf(new ArrayList<>(texts))));
        return Collections.unmodifiableSortedMap(copy);
    }
}

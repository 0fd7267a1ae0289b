package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Touch;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says how the columns of a submission become fields of a lead. A column is known by its exact name. Every text goes the
 * way that {@link ColumnRule} tells. Its own size is limited, so that a mapping may come from a user. Immutable and thread-safe; equal by its rules.
 */
public final class Mapping {

    /** How many rules a mapping may have. */
    public static final int MOST_RULES = 1_000;

    /** How many texts a list of a mapping may have: value map, placeholders, ignored columns, a converter's parameter. */
    public static final int MOST_TEXTS = 10_000;

    /** How long a text in a mapping may be, in characters: the name of a column, a value, a pattern. */
    public static final int LONGEST_TEXT = 1_000;

    private final Builder rules;
    private final CompiledMapping compiled;

    private Mapping(Builder rules, CompiledMapping compiled) {
        this.rules = rules;
        this.compiled = compiled;
    }

    /** What becomes of columns that no rule names. */
    public enum UnknownColumns {
        /** They are left out, with one warning that names them all. */
        WARN,
        /** The submission is faulty; a file with such a column in its header is refused as a whole. */
        REFUSE
    }

    /**
     * Starts a mapping without rules, with the built-in converters, where unknown columns give a warning.
     *
     * @param catalog the fields that there are
     * @return a new builder
     */
    public static Builder builder(FieldCatalog catalog) {
        return new Builder(catalog);
    }

    /**
     * Makes field values of a submission. A lead without an e-mail address and a phone number gets a warning.
     *
     * @param submission what was handed in
     * @return the values, with everything that was wrong; never throws for bad input, and no fault shows a value
     */
    public Mapped map(Submission submission) {
        return compiled.map(submission);
    }

    /**
     * Makes a submission of texts by column, with the external id and the time that its columns give. A time that cannot
     * be read is left out; {@link #map} warns of it.
     *
     * @param system the system, form or file that handed it in, not blank
     * @param otherwise the external id if the mapping names no column for it, not blank
     * @param values the texts by column
     * @return the submission
     * @throws RefusedException if the column of the external id is absent, blank or a placeholder
     */
    public Submission submission(String system, String otherwise, Map<String, String> values) {
        Faults faults = new Faults();
        String id = rules.externalId == null
                ? otherwise
                : compiled.externalId(values, faults).orElse("");
        faults.refuseIfAny("submission");
        return new Submission(system, id, compiled.occurredAt(values), values);
    }

    /**
     * Checks the columns of a whole file before its first row is read.
     *
     * @param columns the names of its columns
     * @return warnings: columns that no rule names, and columns that the rules name and the file lacks
     * @throws RefusedException if the column of the external id or a required one is absent, or one is unknown and the
     *     mapping {@linkplain UnknownColumns#REFUSE refuses} that; all faults at once
     */
    public List<Fault> check(List<String> columns) {
        return compiled.check(columns);
    }

    /**
     * The rules of the columns.
     *
     * @return the rules, in the order in which they were added
     */
    public List<ColumnRule> columns() {
        return Collections.unmodifiableList(rules.columns);
    }

    /**
     * The column of the external id.
     *
     * @return its name, or empty
     */
    public Optional<String> externalId() {
        return Optional.ofNullable(rules.externalId);
    }

    /**
     * The column of the time when it happened.
     *
     * @return its name, or empty
     */
    public Optional<String> occurredAt() {
        return Optional.ofNullable(rules.occurredAt);
    }

    /**
     * How the time when it happened is written.
     *
     * @return the parameters of the converter {@code instant}
     */
    public SortedMap<String, List<String>> occurredAtParameters() {
        return ColumnRule.copy(rules.occurredAtParameters);
    }

    /**
     * The columns that are left out on purpose.
     *
     * @return their names, in order
     */
    public SortedSet<String> ignored() {
        return Collections.unmodifiableSortedSet(rules.ignored);
    }

    /**
     * The texts that mean missing in every column.
     *
     * @return the placeholders, in order
     */
    public SortedSet<String> placeholders() {
        return Collections.unmodifiableSortedSet(rules.placeholders);
    }

    /**
     * The text that clears a field.
     *
     * @return the token, or empty if nothing clears
     */
    public Optional<String> clearing() {
        return Optional.ofNullable(rules.clearing);
    }

    /**
     * The columns that tell a touch.
     *
     * @return the columns by the names of {@link Touch#TAGS} and {@link Touch#CLICK_IDS}
     */
    public SortedMap<String, String> touch() {
        return Collections.unmodifiableSortedMap(rules.touch);
    }

    /**
     * What becomes of columns that no rule names.
     *
     * @return to warn or to refuse
     */
    public UnknownColumns unknownColumns() {
        return rules.unknownColumns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mapping that && rules.parts().equals(that.rules.parts());
    }

    @Override
    public int hashCode() {
        return rules.parts().hashCode();
    }

    @Override
    public String toString() {
        return "Mapping[" + rules.columns.size() + " columns]";
    }

    /** Collects the rules. Everything is data: nothing is checked before {@link #build}. Not thread-safe. */
    public static final class Builder {

        final FieldCatalog catalog;
        final List<ColumnRule> columns = new ArrayList<>();
        final SortedMap<String, List<String>> occurredAtParameters = new TreeMap<>();
        final SortedMap<String, String> touch = new TreeMap<>();
        final SortedSet<String> ignored = new TreeSet<>();
        final SortedSet<String> placeholders = new TreeSet<>();
        Converters converters = Converters.standard();
        UnknownColumns unknownColumns = UnknownColumns.WARN;

        @Nullable String externalId;

        @Nullable String occurredAt;

        @Nullable String clearing;

        private Builder(FieldCatalog catalog) {
            this.catalog = requireNonNull(catalog, "catalog");
        }

        private Builder copy() {
            Builder copy = new Builder(catalog);
            copy.columns.addAll(columns);
            copy.occurredAtParameters.putAll(occurredAtParameters);
            copy.touch.putAll(touch);
            copy.ignored.addAll(ignored);
            copy.placeholders.addAll(placeholders);
            copy.converters = converters;
            copy.unknownColumns = unknownColumns;
            copy.externalId = externalId;
            copy.occurredAt = occurredAt;
            copy.clearing = clearing;
            return copy;
        }

        private List<Object> parts() {
            return Arrays.asList(
                    columns,
                    occurredAtParameters,
                    touch,
                    ignored,
                    placeholders,
                    unknownColumns,
                    externalId,
                    occurredAt,
                    clearing);
        }

        /**
         * Takes converters of these.
         *
         * @param registry the converters that rules may name
         * @return this
         */
        public Builder converters(Converters registry) {
            converters = requireNonNull(registry, "registry");
            return this;
        }

        /**
         * Adds the rules of columns. A field has one rule at most; a column may fill several fields.
         *
         * @param rules the rules
         * @return this
         */
        public Builder columns(ColumnRule... rules) {
            columns.addAll(Arrays.asList(rules));
            return this;
        }

        /**
         * Says which column is the record's identifier in the other system. Without one, rows of a file are known by
         * their row number.
         *
         * @param column its name
         * @return this
         */
        public Builder externalId(String column) {
            externalId = requireNonNull(column, "column");
            return this;
        }

        /**
         * Says which column is the time when it happened.
         *
         * @param column its name
         * @param parameters how it is written: the parameters of the converter {@code instant}
         * @return this
         */
        public Builder occurredAt(String column, Map<String, List<String>> parameters) {
            occurredAt = requireNonNull(column, "column");
            occurredAtParameters.clear();
            occurredAtParameters.putAll(ColumnRule.copy(parameters));
            return this;
        }

        /**
         * Says which columns tell the marketing that brought the submission.
         *
         * @param columns the columns by the names of {@link Touch#TAGS} and {@link Touch#CLICK_IDS}
         * @return this
         */
        public Builder touch(Map<String, String> columns) {
            touch.clear();
            touch.putAll(columns);
            return this;
        }

        /**
         * Says that columns called like the known parameters of links ({@code utm_source}, {@code gclid} ...) tell the
         * marketing that brought the submission; those that a submission lacks are not missed.
         *
         * @return this
         */
        public Builder touch() {
            Map<String, String> same = new TreeMap<>();
            Touch.TAGS.forEach(name -> same.put(name, name));
            Touch.CLICK_IDS.forEach(name -> same.put(name, name));
            return touch(same);
        }

        /**
         * Leaves columns out on purpose, without a warning.
         *
         * @param names the columns' names
         * @return this
         */
        public Builder ignore(String... names) {
            ignored.addAll(Arrays.asList(names));
            return this;
        }

        /**
         * Says which texts mean missing in every column. The case of letters does not matter.
         *
         * @param texts such as {@code Select}, {@code N/A} and {@code -}
         * @return this
         */
        public Builder placeholders(String... texts) {
            placeholders.addAll(Arrays.asList(texts));
            return this;
        }

        /**
         * Says which text clears a field. Without one nothing does.
         *
         * @param token the exact text, such as {@code <clear>}, not blank
         * @return this
         */
        public Builder clearing(String token) {
            clearing = requireNonNull(token, "token");
            return this;
        }

        /**
         * Says what becomes of columns that no rule names.
         *
         * @param policy to warn or to refuse
         * @return this
         */
        public Builder unknownColumns(UnknownColumns policy) {
            unknownColumns = requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Checks everything and makes the mapping; the builder may go on being used.
         *
         * @return the mapping
         * @throws RefusedException if anything is wrong with it: an unknown field or converter, a field that the library
         *     keeps itself, two rules for one field, wrong parameters, a missing library, more than a limit allows ...; all faults at once, with
         *     paths such as {@code columns[2].parameters.zone}
         */
        public Mapping build() {
            Builder rules = copy();
            return new Mapping(rules, CompiledMapping.of(rules));
        }
    }
}

package dev.leadkit.metrics.quality;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the audit needs to know of one submission: in which columns it said something good or faulty, but no value. Immutable,
 * thread-safe, equal by content.
 *
 * @param columns for each column of the mapping what it said there; empty if it could not be read
 * @param isReadable whether it could be read at all
 */
public record SubmissionFacts(SortedMap<String, Said> columns, boolean isReadable) {

    /**
     * Keeps a copy.
     *
     * @param columns for each column what it said there
     * @param isReadable whether it could be read at all
     */
    public SubmissionFacts {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /**
     * Looks at a submission as its mapping does, whatever becomes of it later. A text that the mapping finds fault with is faulty,
     * also where that is only a warning and the value is left out. A required value that is missing is nothing, not faulty; a
     * clearing of a required field is faulty.
     *
     * <p>Two columns may feed one field, or a column may have a default: then a placeholder in one counts as good if the field has
     * a value all the same.
     *
     * @param mapping how columns become fields
     * @param submission what was handed in
     * @return the facts
     */
    public static SubmissionFacts of(Mapping mapping, Submission submission) {
        Mapped mapped = mapping.map(submission);
        Set<String> faulty = Stream.concat(mapped.errors().stream(), mapped.warnings().stream())
                .filter(fault -> !fault.value().isEmpty())
                .map(Fault::path)
                .collect(Collectors.toUnmodifiableSet());
        SortedMap<String, Said> columns = new TreeMap<>();
        for (ColumnRule rule : mapping.columns()) {
            boolean isBlank =
                    submission.values().getOrDefault(rule.column(), "").isBlank();
            boolean hasValue = mapped.values().text(rule.field()).isPresent();
            Said said = faulty.contains(rule.column()) ? Said.FAULTY : isBlank || !hasValue ? Said.NOTHING : Said.GOOD;
            columns.merge(rule.column(), said, SubmissionFacts::worse);
        }
        return new SubmissionFacts(columns, true);
    }

    /**
     * A record that could not be read, such as a broken row of a file.
     *
     * @return facts without columns
     */
    public static SubmissionFacts unreadable() {
        return new SubmissionFacts(Collections.emptySortedMap(), false);
    }

    /** Of two rules for one column the one that finds fault speaks for it. */
    private static Said worse(Said one, Said other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Whether it could be read and nothing in it is faulty. */
    boolean isGood() {
        return isReadable && !columns.containsValue(Said.FAULTY);
    }
}

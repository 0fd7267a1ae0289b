package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a JSON object, nested as it may be, as a submission. Its columns are JSON Pointers (RFC 6901): the text in
 * {@code {"contact": {"emails": ["jo@example.com"]}}} is in the column {@code /contact/emails/0}. A text is itself, a
 * number is its digits exactly as they were written, true and false are these words, null says nothing, and so do an
 * empty object and an empty list.
 *
 * <p>Input stays three-valued: a member that is not there is absent, and null is too; an empty text is blank; what clears is
 * the mapping's token, and null as well for a partner who {@linkplain #nullClears means it so}.
 *
 * <p>Limits, each of which refuses the document when passed: a document of 1,048,576 characters, 10,000 leaves (texts,
 * numbers, flags and nulls), 100,000 characters in a text, 1,000 in a pointer and in a number, objects and lists nested
 * 500 deep. Faults name the pointer and never show a value. Immutable and thread-safe.
 */
public final class SubmissionJson {

    private static final SubmissionJson STANDARD =
            new SubmissionJson(new Limits(1 << 20, 10_000, 100_000, 1_000), false, Set.of());

    private final Limits limits;
    private final boolean nullClears;
    private final Set<String> without;

    private SubmissionJson(Limits limits, boolean nullClears, Set<String> without) {
        this.limits = limits;
        this.nullClears = nullClears;
        this.without = without;
    }

    /** The most that is read of a document. */
    record Limits(int longestDocument, int mostLeaves, int longestText, int longestPointer) {
        Limits {
            if (Math.min(Math.min(longestDocument, mostLeaves), Math.min(longestText, longestPointer)) < 1) {
                throw new IllegalArgumentException("limit must be at least 1, was less");
            }
            if (longestDocument > JsonText.LONGEST) {
                throw new IllegalArgumentException(
                        "longest document must be at most " + JsonText.LONGEST + " characters, was " + longestDocument);
            }
        }
    }

    /**
     * Reads with the limits above; null says nothing.
     *
     * @return how to read
     */
    public static SubmissionJson standard() {
        return STANDARD;
    }

    /**
     * The same for a partner whose null means that the field has no value: the mapping's clearing token takes its place.
     *
     * @return how to read
     */
    public SubmissionJson nullClears() {
        return new SubmissionJson(limits, true, without);
    }

    /**
     * The same without some parts, which are not read at all: nobody is warned that no rule names them, and they count
     * towards the length of the document only.
     *
     * @param pointers where the parts are
     * @return how to read, without earlier ones as well
     */
    public SubmissionJson without(String... pointers) {
        Set<String> more = new TreeSet<>(without);
        more.addAll(Arrays.asList(pointers));
        for (String pointer : pointers) {
            if (!Pointer.isPointer(pointer)) {
                throw new IllegalArgumentException("part must be a JSON Pointer such as \"/notes\", was another text");
            }
        }
        return new SubmissionJson(limits, nullClears, more);
    }

    /**
     * The same with another limit for documents; each line of JSON Lines and each element of a list is one.
     *
     * @param characters the most characters that a document may have, 1 to 16,777,216
     * @return how to read
     */
    public SubmissionJson longestDocument(int characters) {
        return with(new Limits(characters, limits.mostLeaves(), limits.longestText(), limits.longestPointer()));
    }

    /**
     * The same with another limit for leaves.
     *
     * @param leaves the most texts, numbers, flags and nulls that a document may have, 1 or more
     * @return how to read
     */
    public SubmissionJson mostLeaves(int leaves) {
        return with(new Limits(limits.longestDocument(), leaves, limits.longestText(), limits.longestPointer()));
    }

    /**
     * The same with another limit for texts.
     *
     * @param characters the most characters that a text in the document may have, 1 or more
     * @return how to read
     */
    public SubmissionJson longestText(int characters) {
        return with(new Limits(limits.longestDocument(), limits.mostLeaves(), characters, limits.longestPointer()));
    }

    /**
     * The same with another limit for pointers.
     *
     * @param characters the most characters that a pointer may have, 1 or more: every leaf has one, so that long names of
     *     many levels would make much of little
     * @return how to read
     */
    public SubmissionJson longestPointer(int characters) {
        return with(new Limits(limits.longestDocument(), limits.mostLeaves(), limits.longestText(), characters));
    }

    private SubmissionJson with(Limits others) {
        return new SubmissionJson(others, nullClears, without);
    }

    /**
     * Reads a document.
     *
     * @param document the text; read up to the limit, not closed
     * @param system the system that handed it in, not blank
     * @param otherwise the external id if the mapping names no column for it, not blank
     * @param mapping its columns are JSON Pointers
     * @return the submission
     * @throws IOException if the document cannot be read
     * @throws RefusedException if the document is no JSON object or passes a limit, or if the mapping does not fit; all
     *     faults at once
     */
    public Submission read(Reader document, String system, String otherwise, Mapping mapping) throws IOException {
        check(mapping);
        Faults faults = new Faults();
        String text = InputText.whole(document, limits.longestDocument(), "document", faults);
        faults.refuseIfAny("submission");
        return mapping.submission(system, otherwise, values(text, Place.START, mapping));
    }

    /**
     * Reads a document.
     *
     * @param document the text
     * @param system the system that handed it in, not blank
     * @param otherwise the external id if the mapping names no column for it, not blank
     * @param mapping its columns are JSON Pointers
     * @return the submission
     * @throws RefusedException if the document is no JSON object or passes a limit, or if the mapping does not fit; all
     *     faults at once
     */
    public Submission read(String document, String system, String otherwise, Mapping mapping) {
        try {
            return read(new StringReader(document), system, otherwise, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts by pointer of a document that is short enough and begins in its file where the place says. */
    Map<String, String> values(String document, Place start, Mapping mapping) {
        Faults faults = new Faults();
        InputText.fault(document, "document").ifPresent(faults);
        faults.refuseIfAny("submission");
        Leaves leaves = new Leaves(limits, without, nullClears ? mapping.clearing() : Optional.empty(), faults);
        JsonText.read(new StringReader(document), start, faults, leaves::read);
        faults.refuseIfAny("submission");
        return leaves.texts();
    }

    int longestDocument() {
        return limits.longestDocument();
    }

    /** A column that no document can have would lose data without a word. */
    void check(Mapping mapping) {
        requireNonNull(mapping, "mapping");
        Faults faults = new Faults();
        mapping.externalId().ifPresent(column -> checkPointer(column, "externalId", faults));
        mapping.occurredAt().ifPresent(column -> checkPointer(column, "occurredAt.column", faults));
        List<ColumnRule> rules = mapping.columns();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).otherwise().isEmpty()) {
                checkPointer(rules.get(i).column(), "columns[" + i + "].column", faults);
            }
        }
        if (nullClears && mapping.clearing().isEmpty()) {
            faults.accept(new Fault("clearing", "a token", "", "Where null clears, it takes the place of null."));
        }
        faults.refuseIfAny("mapping");
    }

    private static void checkPointer(String column, String path, Faults faults) {
        if (!Pointer.isPointer(column) || column.isEmpty()) {
            faults.accept(new Fault(
                    path,
                    "a JSON Pointer such as \"/email\"",
                    Shown.quoted(column),
                    "It begins with a slash; ~ is written ~0, and a slash in a name ~1."));
        }
    }
}

package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody handed in, as it came: texts by column. {@code toString} shows the columns only. Immutable and
 * thread-safe; equal by content, whatever the order of the columns.
 *
 * @param system the system, form or file that handed it in, not blank
 * @param externalId the record's identifier there, not blank; should not be personal data
 * @param occurredAt when it happened, or empty if it does not say
 * @param values the texts by column name, in their order; a column that is not here is absent
 */
public record Submission(String system, String externalId, Optional<Instant> occurredAt, Map<String, String> values) {

    /**
     * The most characters, names and texts together, of a submission that a desk takes in: whatever they are, its JSON is
     * short enough to be read again.
     */
    public static final int LONGEST = 1 << 21;

    private static final int FINGERPRINT_BYTES = 16;

    /**
     * Makes a submission.
     *
     * @param system where it comes from, not blank
     * @param externalId its identifier there, not blank
     * @param occurredAt when it happened, or empty
     * @param values the texts by column name
     */
    public Submission {
        if (system.isBlank() || externalId.isBlank()) {
            throw new IllegalArgumentException("system and external id must be texts, was blank");
        }
        requireNonNull(occurredAt, "occurredAt");
        values = values instanceof Header.Texts ? values : copy(values);
    }

    private static Map<String, String> copy(Map<String, String> values) {
        Map<String, String> copy = new LinkedHashMap<>();
        values.forEach((column, text) -> copy.put(requireNonNull(column, "column"), requireNonNull(text, "text")));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * The same submission with another text in a column.
     *
     * @param column the column's name
     * @param text the text to have there
     * @return a submission; this one is as it was
     */
    public Submission with(String column, String text) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(column, text);
        return new Submission(system, externalId, occurredAt, more);
    }

    /**
     * How much it says.
     *
     * @return the number of characters of everything in here, names and texts
     */
    public long length() {
        long length = system.length();
        length += externalId.length();
        if (values instanceof Header.Texts texts) {
            return length + texts.length();
        }
        for (Map.Entry<String, String> each : values.entrySet()) {
            length += each.getKey().length();
            length += each.getValue().length();
        }
        return length;
    }

    /**
     * A text that stands for the whole payload: the same content gives the same fingerprint on every machine, whatever
     * the order of the columns. Tells a repetition from another payload under the same key.
     *
     * @return 32 hexadecimal digits, 128 bits of SHA-256 over everything in here
     */
    public String fingerprint() {
        List<String> parts = new ArrayList<>(
                List.of(system, externalId, occurredAt.map(Instant::toString).orElse("")));
        new TreeMap<>(values).forEach((column, text) -> {
            parts.add(column);
            parts.add(text);
        });
        return Fingerprint.of(FINGERPRINT_BYTES, parts.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return "Submission[" + system + ", " + values.keySet() + "]";
    }
}

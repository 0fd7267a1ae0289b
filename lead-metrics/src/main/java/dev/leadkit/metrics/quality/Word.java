package dev.leadkit.metrics.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * What {@link Staleness} counts by: the newest word on a field of a lead.
 *
 * @param field which field
 * @param source the lead's source
 * @param day when the word was told; empty if it is undated
 */
public record Word(String field, String source, Optional<LocalDate> day) implements Comparable<Word> {

    private static final Comparator<Word> ORDER = Comparator.comparing(Word::field)
            .thenComparing(Word::source)
            .thenComparing(word -> word.day().isPresent())
            .thenComparing(word -> word.day().orElse(LocalDate.EPOCH));

    @Override
    public int compareTo(Word other) {
        return ORDER.compare(this, other);
    }
}

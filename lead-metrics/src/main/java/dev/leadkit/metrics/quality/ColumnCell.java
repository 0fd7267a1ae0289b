package dev.leadkit.metrics.quality;

import java.util.Comparator;
import java.util.Optional;

/**
 * What {@link Validity} counts by.
 *
 * @param column which column; empty for the submission as a whole
 * @param said what was said there
 */
public record ColumnCell(Optional<String> column, Said said) implements Comparable<ColumnCell> {

    private static final Comparator<ColumnCell> ORDER = Comparator.comparing(
                    (ColumnCell cell) -> cell.column().isPresent())
            .thenComparing(cell -> cell.column().orElse(""))
            .thenComparing(ColumnCell::said);

    @Override
    public int compareTo(ColumnCell other) {
        return ORDER.compare(this, other);
    }
}

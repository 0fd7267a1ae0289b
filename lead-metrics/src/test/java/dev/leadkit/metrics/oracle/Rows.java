package dev.leadkit.metrics.oracle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what the library tells with what SQL tells; of many rows only the first that differ are shown. */
public final class Rows {

    private static final int SHOWN = 5;
    private static final double ROUNDING = 0.5e-6;
    private static final double RELATIVE = 1e-9;

    private Rows() {}

    /** Fails unless both are the same rows in the same order. */
    public static void assertEqual(List<List<@Nullable Object>> ours, List<List<@Nullable Object>> sql) {
        int from = 0;
        while (from < Math.min(ours.size(), sql.size()) && ours.get(from).equals(sql.get(from))) {
            from++;
        }
        assertThat(ours.subList(from, Math.min(from + SHOWN, ours.size())))
                .as("row %d of %d and of %d", from, ours.size(), sql.size())
                .isEqualTo(sql.subList(from, Math.min(from + SHOWN, sql.size())));
        assertThat(ours).hasSameSizeAs(sql);
    }

    /** Fails unless the value is the one of SQL to a billionth of it, beside its own rounding to six decimals. */
    public static void assertValue(KpiResult figure, @Nullable Object sql) {
        double expected = ((Number) requireNonNull(sql, "a number of SQL")).doubleValue();
        assertThat(figure.value().number().orElseThrow().doubleValue())
                .as(figure.definition().id())
                .isCloseTo(expected, within(ROUNDING + RELATIVE * Math.abs(expected)));
    }
}

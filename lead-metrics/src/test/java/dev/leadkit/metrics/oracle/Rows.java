package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares many rows and shows only the first that differ. */
public final class Rows {

    private static final int SHOWN = 5;

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
}

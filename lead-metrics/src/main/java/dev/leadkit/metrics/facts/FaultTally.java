package dev.leadkit.metrics.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many events have each fault. Most leads have none, and then nothing is made. */
final class FaultTally {

    private @Nullable Map<DataFault, Integer> counts;

    void add(DataFault fault, int times) {
        Map<DataFault, Integer> known = counts;
        if (known == null) {
            known = new EnumMap<>(DataFault.class);
            counts = known;
        }
        known.merge(fault, times, Integer::sum);
    }

    Map<DataFault, Integer> counts() {
        Map<DataFault, Integer> known = counts;
        return known == null ? Map.of() : Collections.unmodifiableMap(known);
    }
}

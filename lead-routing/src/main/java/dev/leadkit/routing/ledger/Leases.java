package dev.leadkit.routing.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The running leases in the order of their ends. What is written about a lead is written under the lock of its slot. */
final class Leases {

    private final ConcurrentSkipListMap<Place, LeadSlot> byEnd = new ConcurrentSkipListMap<>(
            Comparator.comparing(Leases::end).thenComparing(Place::lead).thenComparingLong(Place::token));

    private static Instant end(Place place) {
        return place.until().orElseThrow();
    }

    void add(Place place, LeadSlot slot) {
        if (place.until().isPresent()) {
            byEnd.put(place, slot);
        }
    }

    void remove(Place place) {
        if (place.until().isPresent()) {
            byEnd.remove(place);
        }
    }

    /** The lead whose lease ended first, if one has ended by now. */
    @Nullable LeadSlot ended(Instant now) {
        var first = byEnd.firstEntry();
        return first == null || end(first.getKey()).isAfter(now) ? null : first.getValue();
    }

    /** When the first one ends. */
    @Nullable Instant first() {
        var first = byEnd.firstEntry();
        return first == null ? null : end(first.getKey());
    }
}

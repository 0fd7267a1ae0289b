package dev.leadkit.metrics.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that happened about consent with one lead. Immutable and thread-safe.
 *
 * @param lines the events of each channel and purpose in order; none twice
 */
public record ConsentFacts(SortedMap<String, List<ConsentEvent>> lines) {

    private static final Comparator<ConsentEvent> ORDER =
            Comparator.comparing(ConsentEvent::at).thenComparing(ConsentEvent::act);

    /**
     * Puts the events in order.
     *
     * @param lines the events of each channel and purpose
     */
    public ConsentFacts {
        SortedMap<String, List<ConsentEvent>> sorted = new TreeMap<>();
        lines.forEach((line, events) ->
                sorted.put(line, events.stream().distinct().sorted(ORDER).toList()));
        lines = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * The facts of a lead.
     *
     * @param events its events in any order; equal ones are one event
     * @return the facts
     */
    public static ConsentFacts of(Collection<ConsentEvent> events) {
        SortedMap<String, List<ConsentEvent>> lines = new TreeMap<>();
        for (ConsentEvent event : events) {
            lines.computeIfAbsent(event.line(), line -> new ArrayList<>()).add(event);
        }
        return new ConsentFacts(lines);
    }

    /** Shows how much there is, not what. */
    @Override
    public String toString() {
        return "ConsentFacts[" + lines.size() + " channels and purposes]";
    }
}

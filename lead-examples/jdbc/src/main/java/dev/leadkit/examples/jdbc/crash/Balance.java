package dev.leadkit.examples.jdbc.crash;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a store has too little or too much of, against one that nobody disturbed: leads, events in their histories and in the
 * feed, and submissions in quarantine.
 *
 * @param lost what is missing
 * @param doubled what is there more often than it should be, or should not be there
 */
record Balance(long lost, long doubled) {

    private static final int PAGE = 1_000;

    static final Balance EVEN = new Balance(0, 0);

    Balance plus(Balance other) {
        return new Balance(lost + other.lost, doubled + other.doubled);
    }

    static Balance of(LeadStore oracle, LeadStore store) {
        return between(histories(oracle), histories(store))
                .plus(between(count(feed(oracle)), count(feed(store))))
                .plus(between(count(quarantine(oracle)), count(quarantine(store))));
    }

    private static <T> Balance between(Map<T, Long> right, Map<T, Long> found) {
        long lost = 0;
        long doubled = 0;
        for (Map.Entry<T, Long> each : right.entrySet()) {
            lost += Math.max(0, each.getValue() - found.getOrDefault(each.getKey(), 0L));
        }
        for (Map.Entry<T, Long> each : found.entrySet()) {
            doubled += Math.max(0, each.getValue() - right.getOrDefault(each.getKey(), 0L));
        }
        return new Balance(lost, doubled);
    }

    private static <T> Map<T, Long> count(List<T> things) {
        Map<T, Long> counts = new HashMap<>();
        things.forEach(thing -> counts.merge(thing, 1L, Long::sum));
        return counts;
    }

    /** A lead counts as the whole of its history: with an event less or more it is another one. */
    private static Map<Object, Long> histories(LeadStore store) {
        List<Object> histories = new ArrayList<>();
        Optional<LeadId> last = Optional.empty();
        List<LeadId> page = store.page(LeadQuery.all(), last, PAGE);
        while (!page.isEmpty()) {
            store.find(Set.copyOf(page)).values().forEach(lead -> histories.add(lead.history()));
            last = Optional.of(page.get(page.size() - 1));
            page = store.page(LeadQuery.all(), last, PAGE);
        }
        return count(histories);
    }

    private static List<LeadEvent> feed(LeadStore store) {
        List<LeadEvent> events = new ArrayList<>();
        List<FeedEvent> page = store.feed(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> events.add(each.event()));
            page = store.feed(page.get(page.size() - 1).position(), PAGE);
        }
        return events;
    }

    private static List<Submission> quarantine(LeadStore store) {
        List<Submission> submissions = new ArrayList<>();
        List<QuarantineItem> page = store.quarantine().page(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> submissions.add(each.content().submission()));
            page = store.quarantine().page(page.get(page.size() - 1).number(), PAGE);
        }
        return submissions;
    }
}

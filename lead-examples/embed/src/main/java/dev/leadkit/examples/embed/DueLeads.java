package dev.leadkit.examples.embed;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which leads are to be scored when. In a database a table of (lead, due) with an index on (due, lead). Each lead is in it once,
 * or not at all.
 */
final class DueLeads {

    private record Due(Instant at, LeadId lead) {}

    private final Map<LeadId, Due> byLead = new HashMap<>();
    private final NavigableSet<Due> inOrder =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::lead));

    /** At that instant, whatever was said before; empty for never. */
    void set(LeadId lead, Optional<Instant> at) {
        Optional.ofNullable(byLead.remove(lead)).ifPresent(inOrder::remove);
        at.map(when -> new Due(when, lead)).ifPresent(due -> {
            byLead.put(lead, due);
            inOrder.add(due);
        });
    }

    /** Not later than that: who waits already keeps the place. */
    void notLaterThan(LeadId lead, Instant at) {
        Due due = byLead.get(lead);
        if (due == null || due.at().isAfter(at)) {
            set(lead, Optional.of(at));
        }
    }

    /** Those that are due by now, who has waited longest first; they stay in until they are set anew. */
    List<LeadId> by(Instant now, int most) {
        return inOrder.stream()
                .takeWhile(due -> !due.at().isAfter(now))
                .limit(most)
                .map(Due::lead)
                .toList();
    }

    Optional<Instant> next() {
        return inOrder.stream().findFirst().map(Due::at);
    }
}

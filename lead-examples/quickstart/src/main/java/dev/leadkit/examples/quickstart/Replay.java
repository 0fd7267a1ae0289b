package dev.leadkit.examples.quickstart;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.TimedInteraction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lives through what the files tell, in the order of time: each lead is scored and routed when it comes in, moves on, and
 * gives its place with the rep free when it is won or lost. Leads that wait are offered again at the end.
 */
final class Replay {

    private static final Field<Boolean> CONVERTED = Field.flag("converted");
    private static final int PAGE = 10_000;
    private static final Fault UNKNOWN =
            new Fault("externalId", "the id of a captured lead", "the id of a row that was not captured, or of none");

    private final LeadStore store;
    private final LeadDesk desk;
    private final Instant asOf;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();

    Replay(LeadStore store, LeadDesk desk, Instant asOf) {
        this.store = store;
        this.desk = desk;
        this.asOf = asOf;
    }

    /** Records interactions and keeps turns for their time; rows about leads that are not there are rejected. */
    void tell(String file, List<Deed> deeds, Map<String, LeadId> leads) {
        Map<LeadId, List<TimedInteraction>> interactions = new TreeMap<>();
        for (Deed deed : deeds) {
            LeadId lead = leads.get(deed.externalId());
            if (lead == null) {
                rejected.add(new Rejected(file, deed.row(), "ignored", List.of(UNKNOWN)));
            } else if (!deed.timed().occurredAt().isAfter(asOf)) {
                deed.change()
                        .ifPresentOrElse(
                                change -> happenings.add(new Happening(deed.timed().occurredAt(), lead, change)),
                                () -> interactions.computeIfAbsent(lead, id -> new ArrayList<>()).add(deed.timed()));
            }
        }
        interactions.forEach((lead, timed) -> note(lead, desk.record(lead, timed)));
    }

    void live(PrintStream lines) {
        List<LeadId> leads = leads();
        for (LeadId id : leads) {
            Lead lead = lead(id);
            happenings.add(new Happening(lead.capturedAt().orElse(asOf), id, new Happening.Route()));
            if (lead.get(CONVERTED).orElse(false)) {
                happenings.add(new Happening(asOf, id, new Happening.Convert(Optional.empty())));
            }
        }
        happenings.sort(null);
        try (Progress progress = Progress.of("Deciding", happenings.size(), lines)) {
            for (Happening happening : happenings) {
                note(happening.lead(), happening.change().tell(desk.at(happening.at()), happening.lead()));
                progress.step();
            }
        }
        happenings.clear();
        offerAgain(leads);
    }

    /** Places came free meanwhile: the longest waiting are asked first. */
    private void offerAgain(List<LeadId> leads) {
        for (LeadId id : leads) {
            Lead lead = lead(id);
            if (lead.owner().isEmpty() && lead.convertedAt().isEmpty() && lead.lostAt().isEmpty()) {
                note(id, desk.at(asOf).route(id));
            }
        }
    }

    /** All leads in the order (capturedAt, id); those without a date come last. */
    List<LeadId> leads() {
        Map<LeadId, Instant> captured = new HashMap<>();
        long position = 0;
        for (List<FeedEvent> page = store.feed(position, PAGE); !page.isEmpty(); page = store.feed(position, PAGE)) {
            page.forEach(entry -> captured.put(entry.event().leadId(), asOf));
            position = page.get(page.size() - 1).position();
        }
        captured.replaceAll((id, at) -> lead(id).capturedAt().orElse(asOf));
        return captured.keySet().stream()
                .sorted(Comparator.<LeadId, Instant>comparing(captured::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    LeadHistory history(LeadId id) {
        return store.find(id).map(StoredLead::history).orElseThrow();
    }

    private Lead lead(LeadId id) {
        return history(id).lead();
    }

    private void note(LeadId lead, DeskResult<?> result) {
        if (result instanceof DeskResult.Refused<?> refused) {
            rejected.add(new Rejected("lead " + lead, 0, "refused", refused.faults()));
        } else if (result instanceof DeskResult.Failed<?> failed) {
            rejected.add(new Rejected("lead " + lead, 0, "failed", List.of(failed.fault())));
        }
    }

    List<Rejected> rejected() {
        return rejected;
    }
}

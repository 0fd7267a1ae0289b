package dev.leadkit.examples.quickstart.replay;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.TimedInteraction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.quickstart.reading.Deed;
import dev.leadkit.examples.quickstart.reading.RowNote;
import dev.leadkit.examples.quickstart.reading.TableRows;
import dev.leadkit.examples.quickstart.reading.Turn;
import dev.leadkit.examples.quickstart.replay.Happening.Source;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
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

/**
 * Lives through what the files tell, in the order of time: each lead is scored and routed when it comes in, moves on, and
 * gives its place with the rep free when it is won or lost. Leads that wait are offered again at the end.
 */
public final class Replay {

    /** A field that says of leads without dated outcomes whether they were won. */
    public static final Field<Boolean> CONVERTED = Field.flag("converted");

    private static final Fault UNKNOWN =
            new Fault("externalId", "the id of a captured lead", "the id of a row that was not captured, or of none");

    private final Desk desk;
    private final Doorway doorway;
    private final String leadsFile;
    private final Notes notes;
    private final List<Happening> happenings = new ArrayList<>();

    /**
     * Where leads are kept and what is done with them.
     *
     * @param store where leads are kept
     * @param door what decides about them
     * @param asOf when the replay ends
     */
    public record Desk(LeadStore store, LeadDesk door, Instant asOf) {}

    /**
     * Makes a replay.
     *
     * @param desk where leads are kept and what is done with them
     * @param doorway what became of the rows
     * @param leadsFile the name of the file that they are from
     * @param notes where it is told what is not as it should be
     */
    public Replay(Desk desk, Doorway doorway, String leadsFile, Notes notes) {
        this.desk = desk;
        this.doorway = doorway;
        this.leadsFile = leadsFile;
        this.notes = notes;
    }

    /** Records interactions and keeps turns for their time; rows about leads that are not there are not taken. */
    public void tell(TableRows<Deed> deeds) {
        deeds.broken().forEach(notes::reject);
        Map<LeadId, List<Deed>> interactions = new HashMap<>();
        for (Deed deed : deeds.read()) {
            Optional<LeadId> lead = doorway.lead(deed.externalId());
            Optional<Fault> fault = lead.isEmpty()
                    ? Optional.of(UNKNOWN)
                    : Notes.tooLate(deed.timed().occurredAt(), desk.asOf());
            if (fault.isPresent()) {
                notes.reject(new RowNote(deeds.file(), deed.row(), "ignored", List.of(fault.get())));
            } else if (deed.turn().isPresent()) {
                Source source = new Source(deeds.file(), deed.row());
                happenings.add(new Happening(deed.timed().occurredAt(), lead.get(), deed.turn(), source));
            } else {
                interactions
                        .computeIfAbsent(lead.get(), id -> new ArrayList<>())
                        .add(deed);
            }
        }
        deeds.read().clear();
        interactions.forEach((lead, all) -> record(deeds.file(), lead, all));
    }

    private void record(String file, LeadId lead, List<Deed> deeds) {
        List<TimedInteraction> timed = deeds.stream().map(Deed::timed).toList();
        DeskResult<Lead> result = desk.door().record(lead, timed);
        deeds.forEach(deed -> note(new Source(file, deed.row()), result));
    }

    /** Lives through all of it, and gives all leads in the order (capturedAt, id). */
    public List<LeadId> live(PrintStream lines) {
        List<LeadId> leads = leads();
        for (LeadId id : leads) {
            Lead lead = lead(id);
            Source source = source(id);
            happenings.add(new Happening(capturedAt(lead), id, Optional.empty(), source));
            if (lead.get(CONVERTED).orElse(false)) {
                happenings.add(new Happening(desk.asOf(), id, Optional.of(new Turn.Convert(Optional.empty())), source));
            }
        }
        happenings.sort(null);
        try (Progress progress = Progress.of("Deciding", happenings.size(), lines)) {
            for (Happening happening : happenings) {
                tell(happening);
                progress.step();
            }
        }
        happenings.clear();
        leads.forEach(this::offerAgain);
        return leads;
    }

    private void tell(Happening happening) {
        LeadDesk then = desk.door().at(happening.at());
        if (happening.turn().isPresent()) {
            note(happening.source(), happening.turn().get().tell(then, happening.lead()));
            return;
        }
        note(happening.source(), then.score(happening.lead()));
        if (isOpen(lead(happening.lead()))) {
            note(happening.source(), then.route(happening.lead()));
        }
    }

    /** Places came free meanwhile: the longest waiting are asked first. */
    private void offerAgain(LeadId id) {
        Lead lead = lead(id);
        if (lead.owner().isEmpty() && isOpen(lead)) {
            note(source(id), desk.door().at(desk.asOf()).route(id));
        }
    }

    private static boolean isOpen(Lead lead) {
        return lead.convertedAt().isEmpty() && lead.lostAt().isEmpty();
    }

    private List<LeadId> leads() {
        Map<LeadId, Instant> captured = new HashMap<>();
        doorway.leads().forEach(id -> captured.put(id, capturedAt(lead(id))));
        return captured.keySet().stream()
                .sorted(Comparator.<LeadId, Instant>comparing(captured::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A lead without a date counts as one that came in at the moment of the report. */
    private Instant capturedAt(Lead lead) {
        return lead.capturedAt().orElse(desk.asOf());
    }

    private LeadHistory history(LeadId id) {
        return desk.store().find(id).map(StoredLead::history).orElseThrow();
    }

    private Lead lead(LeadId id) {
        return history(id).lead();
    }

    private Source source(LeadId id) {
        return new Source(leadsFile, doorway.row(id));
    }

    private void note(Source source, DeskResult<?> result) {
        if (result instanceof DeskResult.Refused<?> refused) {
            notes.reject(new RowNote(source.file(), source.row(), "refused", refused.faults()));
        } else if (result instanceof DeskResult.Failed<?> failed) {
            notes.reject(new RowNote(source.file(), source.row(), "failed", List.of(failed.fault())));
        } else if (result instanceof DeskResult.Done<?> done && !done.warnings().isEmpty()) {
            notes.warn(new RowNote(source.file(), source.row(), "decided", done.warnings()));
        }
    }
}

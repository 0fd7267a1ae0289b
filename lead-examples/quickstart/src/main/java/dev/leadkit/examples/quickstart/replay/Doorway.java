package dev.leadkit.examples.quickstart.replay;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.examples.quickstart.reading.LeadRow;
import dev.leadkit.examples.quickstart.reading.LeadRows;
import dev.leadkit.examples.quickstart.reading.RowNote;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Intake;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Captures the rows of a file and counts what became of them. */
public final class Doorway {

    /**
     * Whatever order the rows come in, leads are captured in this one, so that the first of two twins is always the same.
     */
    private static final Comparator<LeadRow> ORDER = Comparator.comparing(
                    (LeadRow row) -> row.submission().occurredAt().orElse(Instant.MAX))
            .thenComparing(row -> row.submission().externalId())
            .thenComparing(row -> row.submission().fingerprint())
            .thenComparing(LeadRow::number);

    private final LeadDesk desk;
    private final Instant asOf;
    private final Notes notes;
    private final Map<String, LeadId> byExternalId = new HashMap<>();
    private final Map<LeadId, Long> firstRows = new HashMap<>();
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    /**
     * Makes the doorway.
     *
     * @param desk what captures
     * @param asOf rows from later are refused
     * @param notes where it is told what is not as it should be
     */
    public Doorway(LeadDesk desk, Instant asOf, Notes notes) {
        this.desk = desk;
        this.asOf = asOf;
        this.notes = notes;
    }

    private enum Count {
        CAPTURED,
        MERGED,
        QUARANTINED,
        REFUSED
    }

    /** Captures all rows, and lets go of each when that is done. */
    public void capture(LeadRows leads, PrintStream lines) {
        leads.header().ifPresent(notes::warn);
        leads.broken().forEach(row -> reject(row, Count.REFUSED));
        leads.rows().sort(ORDER);
        Deque<LeadRow> waiting = new ArrayDeque<>(leads.rows());
        leads.rows().clear();
        try (Progress progress = Progress.of("Capturing", waiting.size(), lines)) {
            while (!waiting.isEmpty()) {
                LeadRow row = waiting.remove();
                capture(leads.file(), row);
                progress.step();
            }
        }
    }

    private void capture(String file, LeadRow row) {
        Submission submission = row.submission();
        Optional<Fault> late = submission.occurredAt().flatMap(at -> Notes.tooLate(at, asOf));
        CaptureOutcome outcome = late.<CaptureOutcome>map(fault -> new CaptureOutcome.Refused(List.of(fault)))
                .orElseGet(() -> desk.capture(submission));
        if (outcome instanceof CaptureOutcome.Quarantined) {
            reject(new RowNote(file, row.number(), "quarantined", outcome.faults()), Count.QUARANTINED);
        } else if (outcome instanceof CaptureOutcome.Refused) {
            reject(new RowNote(file, row.number(), "refused", outcome.faults()), Count.REFUSED);
        } else {
            taken(file, row, outcome);
        }
    }

    /** The desk accepts a row that it has seen before as it did the first time; here it is one lead, and a merged row. */
    private void taken(String file, LeadRow row, CaptureOutcome outcome) {
        LeadId lead = outcome.leadId().orElseThrow();
        byExternalId.put(row.submission().externalId(), lead);
        boolean isNew = outcome.captured() && firstRows.putIfAbsent(lead, row.number()) == null;
        count(isNew ? Count.CAPTURED : Count.MERGED);
        if (!outcome.faults().isEmpty()) {
            notes.warn(new RowNote(file, row.number(), isNew ? "captured" : "merged", outcome.faults()));
        }
    }

    private void reject(RowNote row, Count count) {
        count(count);
        notes.reject(row);
    }

    private void count(Count count) {
        counts.merge(count, 1L, Long::sum);
    }

    private long counted(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** The lead that the row with this external id became or joined. */
    Optional<LeadId> lead(String externalId) {
        return Optional.ofNullable(byExternalId.get(externalId));
    }

    /** The row that the lead was captured from. */
    long row(LeadId lead) {
        return firstRows.getOrDefault(lead, 0L);
    }

    /** All leads, in no order. */
    Iterable<LeadId> leads() {
        return firstRows.keySet();
    }

    /** How many rows became what. */
    public Intake intake() {
        long captured = counted(Count.CAPTURED);
        long merged = counted(Count.MERGED);
        long quarantined = counted(Count.QUARANTINED);
        long refused = counted(Count.REFUSED);
        return new Intake(captured + merged + quarantined + refused, captured, merged, quarantined, refused);
    }
}

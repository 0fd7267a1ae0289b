package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRow;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Intake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captures a file of leads. */
final class LeadRows {

    /** Whatever order the rows come in, leads are captured in this one, so that the first of two twins is always the same. */
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.submission().occurredAt().orElse(Instant.MAX))
            .thenComparing(row -> row.submission().externalId())
            .thenComparing(row -> row.submission().fingerprint());

    private final String file;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<String, LeadId> leads = new HashMap<>();
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    private LeadRows(String file) {
        this.file = file;
    }

    /** A row of the file that could be read. */
    private record Row(long number, Submission submission) {}

    /** What became of rows. */
    private enum Count {
        CAPTURED,
        WITH_WARNINGS,
        MERGED,
        QUARANTINED,
        REFUSED
    }

    static LeadRows read(Path input, Rules rules) throws IOException {
        LeadRows read = new LeadRows(String.valueOf(input.getFileName()));
        try (CsvRows<Submission> rows = CsvInput.standard().open(input, rules.system(), rules.mapping())) {
            rows.forEachRemaining(read::take);
        }
        return read;
    }

    private void take(CsvRow<Submission> row) {
        if (row instanceof CsvRow.Read<Submission> read) {
            rows.add(new Row(row.number(), read.content()));
        } else if (row instanceof CsvRow.Broken<Submission> broken) {
            reject(row.number(), Count.REFUSED, new CaptureOutcome.Refused(broken.faults()));
        }
    }

    void capture(LeadDesk desk, PrintStream lines) {
        rows.sort(ORDER);
        try (Progress progress = Progress.of("Capturing", rows.size(), lines)) {
            for (Row row : rows) {
                captured(row, desk.capture(row.submission()));
                progress.step();
            }
        }
        rows.clear();
    }

    private void captured(Row row, CaptureOutcome outcome) {
        if (outcome instanceof CaptureOutcome.Quarantined) {
            reject(row.number(), Count.QUARANTINED, outcome);
        } else if (outcome instanceof CaptureOutcome.Refused) {
            reject(row.number(), Count.REFUSED, outcome);
        } else {
            outcome.leadId().ifPresent(lead -> leads.put(row.submission().externalId(), lead));
            count(outcome.captured() ? Count.CAPTURED : Count.MERGED, 1);
            count(Count.WITH_WARNINGS, outcome.faults().isEmpty() ? 0 : 1);
        }
    }

    private void reject(long row, Count count, CaptureOutcome outcome) {
        count(count, 1);
        String word = count == Count.QUARANTINED ? "quarantined" : "refused";
        rejected.add(new Rejected(file, row, word, outcome.faults()));
    }

    /** The lead that a row with this external id went into, also where it was merged. */
    Map<String, LeadId> leads() {
        return leads;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    long withWarnings() {
        return count(Count.WITH_WARNINGS);
    }

    Intake intake() {
        long captured = count(Count.CAPTURED);
        long merged = count(Count.MERGED);
        long quarantined = count(Count.QUARANTINED);
        long refused = count(Count.REFUSED);
        return new Intake(captured + merged + quarantined + refused, captured, merged, quarantined, refused);
    }

    private long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    private void count(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }
}

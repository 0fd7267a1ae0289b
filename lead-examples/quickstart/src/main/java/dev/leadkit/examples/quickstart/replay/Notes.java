package dev.leadkit.examples.quickstart.replay;

import dev.leadkit.examples.quickstart.reading.RowNote;
import dev.leadkit.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to be said about rows: which were not taken, and what about the others is not as it should be. */
public final class Notes {

    private static final Comparator<RowNote> ORDER = Comparator.comparing(RowNote::file)
            .thenComparing(RowNote::row)
            .thenComparing(RowNote::outcome)
            .thenComparing(note -> note.faults().toString());

    private final List<RowNote> rejected = new ArrayList<>();
    private final List<RowNote> warnings = new ArrayList<>();

    /** Says that a row is not part of any lead, or changed nothing about it. */
    public void reject(RowNote note) {
        rejected.add(note);
    }

    /** Says what about a row that was taken is not as it should be. */
    public void warn(RowNote note) {
        warnings.add(note);
    }

    /** What was not taken, by file and row. */
    public List<RowNote> rejected() {
        return rejected.stream().sorted(ORDER).toList();
    }

    /** What was taken with something to say about it, by file and row. */
    public List<RowNote> warnings() {
        return warnings.stream().sorted(ORDER).toList();
    }

    static Optional<Fault> tooLate(Instant at, Instant asOf) {
        return at.isAfter(asOf)
                ? Optional.of(new Fault(
                        "occurredAt", "up to " + asOf, at.toString(), "Set --as-of to the moment of the report."))
                : Optional.empty();
    }
}

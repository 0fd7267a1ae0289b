package dev.leadkit.examples.quickstart.replay;

import dev.leadkit.examples.quickstart.reading.Turn;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something in the life of a lead that the desk must be told at its time.
 *
 * @param at when
 * @param lead which lead
 * @param turn what; empty if the lead is to be scored and handed to a rep or a queue
 * @param source where it was told
 */
record Happening(Instant at, LeadId lead, Optional<Turn> turn, Source source) implements Comparable<Happening> {

    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::lead)
            .thenComparing(happening -> happening.turn().map(Turn::rank).orElse(0))
            .thenComparing(happening -> happening.turn().toString())
            .thenComparing(happening -> happening.source().row());

    /**
     * A row of a file.
     *
     * @param file the file's name
     * @param row which row
     */
    record Source(String file, long row) {}

    @Override
    public int compareTo(Happening other) {
        return ORDER.compare(this, other);
    }
}

package dev.leadkit.transfer;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.fault.Fault;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of an import so far. Every row has one outcome: captured + merged + quarantined + refused = rows.
 * Immutable.
 *
 * @param captured rows that became new leads; a repetition of such a row (in the file, or of an earlier import) counts again
 * @param merged rows that joined a lead; a repetition of such a row counts again
 * @param quarantined rows that stand in quarantine; equal ones stand there once
 * @param refused rows that could not be read, or whose lead has no room
 * @param faults how often each fault occurred, warnings too, as {@code <path>: must be <rule>}; numbers in the paths of rows
 *     that could not be read are {@code #}; at most 1,000 different ones, the others together as {@code (others)}
 */
public record ImportReport(long captured, long merged, long quarantined, long refused, SortedMap<String, Long> faults) {

    /** Nothing was read yet. */
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, new TreeMap<>());

    private static final int MOST_FAULTS = 1_000;
    private static final String OTHERS = "(others)";

    /**
     * Makes a report.
     *
     * @param captured new leads, from 0 up
     * @param merged joined rows, from 0 up
     * @param quarantined rows in quarantine, from 0 up
     * @param refused refused rows, from 0 up
     * @param faults counts by fault
     * @throws ArithmeticException if all rows together are more than a {@code long} can count
     */
    public ImportReport {
        long rows = Math.addExact(Math.addExact(captured, merged), Math.addExact(quarantined, refused));
        if (rows < 0 || captured < 0 || merged < 0 || quarantined < 0 || refused < 0) {
            throw new IllegalArgumentException("counts must be from 0 up");
        }
        faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    }

    /**
     * How many rows were read.
     *
     * @return the sum of all outcomes
     */
    public long rows() {
        return captured + merged + quarantined + refused;
    }

    /** The report after further rows. */
    ImportReport plus(Iterable<CaptureOutcome> outcomes) {
        long[] counts = {captured, merged, quarantined, refused};
        SortedMap<String, Long> more = new TreeMap<>(faults);
        for (CaptureOutcome outcome : outcomes) {
            counts[index(outcome)]++;
            outcome.faults().forEach(fault -> count(fault, more));
        }
        return new ImportReport(counts[0], counts[1], counts[2], counts[3], more);
    }

    private static int index(CaptureOutcome outcome) {
        if (outcome instanceof CaptureOutcome.Accepted) {
            return 0;
        }
        if (outcome instanceof CaptureOutcome.Merged) {
            return 1;
        }
        return outcome instanceof CaptureOutcome.Quarantined ? 2 : 3;
    }

    private static void count(Fault fault, SortedMap<String, Long> counts) {
        String told = fault.path() + ": must be " + fault.rule();
        boolean room = counts.containsKey(told) || counts.size() < MOST_FAULTS;
        counts.merge(room ? told : OTHERS, 1L, Long::sum);
    }
}

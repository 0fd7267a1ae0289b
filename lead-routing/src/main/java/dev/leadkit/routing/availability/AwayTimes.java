package dev.leadkit.routing.availability;

import dev.leadkit.lead.RepId;
import java.util.Arrays;
import java.util.List;

/**
 * When each rep is away or about to be, in {@linkplain Ticks ticks}: the stretches of all reps in one pair of arrays, those of a
 * rep together, ascending and apart. Immutable.
 */
final class AwayTimes {

    private final int[] first;
    private final long[] from;
    private final long[] until;

    private AwayTimes(int[] first, long[] from, long[] until) {
        this.first = first;
        this.from = from;
        this.until = until;
    }

    /** Of hard absences only, or of all; a rep who needs some time is away as soon as less than that is left. */
    static AwayTimes of(Absences absences, List<RepId> order, long needed, boolean onlyHard) {
        int[] first = new int[order.size() + 1];
        int most = order.stream().mapToInt(rep -> absences.of(rep).size()).sum();
        long[] from = new long[most];
        long[] until = new long[most];
        int count = 0;
        for (int rep = 0; rep < order.size(); rep++) {
            first[rep] = count;
            for (OutOfOffice each : absences.of(order.get(rep))) {
                if (onlyHard && each.kind() != OutOfOffice.Kind.HARD) {
                    continue;
                }
                long start = Ticks.tooLate(each.from().getEpochSecond(), needed);
                long end = Ticks.of(each.until().getEpochSecond());
                if (count > first[rep] && start <= until[count - 1]) {
                    until[count - 1] = end;
                } else {
                    from[count] = start;
                    until[count++] = end;
                }
            }
        }
        first[order.size()] = count;
        return new AwayTimes(first, Arrays.copyOf(from, count), Arrays.copyOf(until, count));
    }

    /** When a rep is back who is away then; the tick itself if the rep is not. */
    long back(int rep, long tick) {
        int found = Arrays.binarySearch(from, first[rep], first[rep + 1], tick);
        int last = found >= 0 ? found : -found - 2;
        return last >= first[rep] && tick < until[last] ? until[last] : tick;
    }

    /** Told of the stretches of reps. */
    @FunctionalInterface
    interface Stretches {
        void next(int rep, long from, long until);
    }

    /** Tells the stretches that lie at least partly in the time from the one tick to before the other. */
    void stretches(long start, long end, Stretches told) {
        for (int rep = 0; rep + 1 < first.length; rep++) {
            for (int i = first[rep]; i < first[rep + 1]; i++) {
                if (from[i] < end && until[i] > start) {
                    told.next(rep, from[i], until[i]);
                }
            }
        }
    }

    /** The first tick after this one at which a rep leaves or is back; the end if there is none before it. */
    long edgeAfter(long tick, long end) {
        long edge = end;
        for (int i = 0; i < from.length; i++) {
            long next = from[i] > tick ? from[i] : until[i];
            edge = next > tick ? Math.min(edge, next) : edge;
        }
        return edge;
    }
}

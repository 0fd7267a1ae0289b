package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import org.jspecify.annotations.Nullable;

/** Finds the way through steps that need not follow each other: any of them is an entry, and an event takes all that it is. */
final class AnyOrder {

    private final Timeline line;
    private final FunnelSpec spec;

    private AnyOrder(Timeline line, FunnelSpec spec) {
        this.line = line;
        this.spec = spec;
    }

    /** Walks through the events from one place up to another. */
    static InOrder.Walk walk(Timeline line, FunnelSpec spec, int from, int to) {
        AnyOrder ways = new AnyOrder(line, spec);
        Anchor anchor = spec.entry().anchor();
        boolean first = anchor == Anchor.FIRST_ENTRY || anchor == Anchor.EPISODE;
        if (from >= to) {
            return new InOrder.Walk(null, to);
        }
        return first ? ways.since(from, to) : ways.richest(from, to, anchor == Anchor.LATEST_ENTRY);
    }

    private InOrder.Walk since(int entry, int to) {
        return switch (spec.path().skip()) {
            case ANY -> byItself(entry, to);
            case IMPLIED -> implying(entry, to);
            case STRICT -> distinct(entry, to);
        };
    }

    private boolean holds(int entry, int i) {
        return spec.window().holds(line.event(entry), line.event(entry), line.event(i));
    }

    private InOrder.Walk byItself(int entry, int to) {
        @Nullable FactEvent[] taken = new @Nullable FactEvent[spec.size()];
        int i = entry;
        for (; i < to && holds(entry, i); i++) {
            for (int step = 0; step < taken.length; step++) {
                taken[step] = line.isStep(i, step) && taken[step] == null ? line.event(i) : taken[step];
            }
        }
        return new InOrder.Walk(Chain.of(taken, 0, ends(entry)), i);
    }

    private InOrder.Walk implying(int entry, int to) {
        @Nullable FactEvent[] taken = new @Nullable FactEvent[spec.size()];
        int deepest = -1;
        int i = entry;
        for (; i < to && holds(entry, i) && deepest + 1 < taken.length; i++) {
            int step = Long.SIZE - 1 - Long.numberOfLeadingZeros(line.steps(i));
            if (step > deepest) {
                deepest = step;
                taken[step] = line.event(i);
            }
        }
        return new InOrder.Walk(Chain.implying(taken, deepest, line.event(entry)), i);
    }

    /** The first, the second, the third of all steps, whichever they are. */
    private InOrder.Walk distinct(int entry, int to) {
        @Nullable FactEvent[] taken = new @Nullable FactEvent[spec.size()];
        long seen = 0;
        int count = 0;
        int i = entry;
        for (; i < to && holds(entry, i) && count < taken.length; i++) {
            for (int more = Long.bitCount(line.steps(i) & ~seen); more > 0; more--) {
                taken[count++] = line.event(i);
            }
            seen |= line.steps(i);
        }
        return new InOrder.Walk(Chain.of(taken, count - 1, ends(entry)), i);
    }

    private Chain.Ends ends(int entry) {
        return new Chain.Ends(line.event(entry), line.event(entry));
    }

    /** The first window in which as many steps were taken as in any, begun as early or as late as possible. */
    private InOrder.Walk richest(int from, int to, boolean late) {
        Spread spread = new Spread();
        int most = 0;
        int begin = from;
        int end = from;
        int left = from;
        for (int i = from; i < to; i++) {
            spread.add(line.steps(i), 1);
            while (!holds(left, i)) {
                spread.add(line.steps(left++), -1);
            }
            if (spread.distinct > most) {
                most = spread.distinct;
                begin = left;
                end = i;
            }
        }
        int entry = late ? latest(begin, end, most) : begin;
        Chain found = distinct(entry, end + 1).chain();
        boolean complete = most == spec.size();
        return new InOrder.Walk(found == null || complete ? found : found.until(line.event(to - 1)), to);
    }

    private int latest(int begin, int end, int most) {
        Spread spread = new Spread();
        int entry = end + 1;
        while (spread.distinct < most && entry > begin) {
            spread.add(line.steps(--entry), 1);
        }
        return entry;
    }

    /** How often each step was taken in a range of events. */
    private final class Spread {

        private final int[] times = new int[spec.size()];
        private int distinct;

        void add(long steps, int sign) {
            for (int step = 0; step < times.length; step++) {
                if (((steps >>> step) & 1) != 0) {
                    distinct += times[step] == (sign > 0 ? 0 : 1) ? sign : 0;
                    times[step] += sign;
                }
            }
        }
    }
}

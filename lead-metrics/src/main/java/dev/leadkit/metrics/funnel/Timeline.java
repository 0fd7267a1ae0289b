package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.util.ArrayList;
import java.util.List;

/** What a funnel knows of a lead: the events that are steps of it or excluded, in the order in which they count. */
final class Timeline {

    static final int NEVER = Integer.MAX_VALUE;

    private final List<FactEvent> events;
    /** Bit k: it is step k, from 0. */
    private final long[] steps;
    /** Bit k: it must not happen between step k and step k + 1. */
    private final long[] barriers;
    /** Among others at one instant, so that it neither excludes nor stands in between. */
    private final boolean[] soft;

    private Timeline(List<FactEvent> events, long[] steps, long[] barriers) {
        this.events = events;
        this.steps = steps;
        this.barriers = barriers;
        this.soft = new boolean[steps.length];
    }

    static Timeline of(FunnelSpec spec, LeadFacts facts) {
        List<FactEvent> all = facts.events();
        List<FactEvent> known = new ArrayList<>(all.size());
        long[] steps = new long[all.size()];
        long[] barriers = new long[all.size()];
        for (int i = 0; i < all.size(); i++) {
            FactEvent event = all.get(i);
            int place = known.size();
            steps[place] = steps(spec, event, facts);
            barriers[place] = barriers(spec, event, facts);
            if (steps[place] != 0 || barriers[place] != 0) {
                known.add(event);
            }
        }
        Timeline line = new Timeline(known, steps, barriers);
        if (spec.path().ties().rule() == Ties.Rule.BY_STEP) {
            line.sortByStep();
        }
        return line;
    }

    private static long steps(FunnelSpec spec, FactEvent event, LeadFacts facts) {
        long bits = 0;
        for (int i = 0; i < spec.size(); i++) {
            bits |= spec.steps().get(i).isTakenBy(event, facts) ? 1L << i : 0;
        }
        return bits;
    }

    private static long barriers(FunnelSpec spec, FactEvent event, LeadFacts facts) {
        long bits = 0;
        for (int i = 0; i < spec.exclusions().size(); i++) {
            Exclusion exclusion = spec.exclusions().get(i);
            if (exclusion.what().isTakenBy(event, facts)) {
                bits |= (1L << (exclusion.before() - 1)) - (1L << (exclusion.after() - 1));
            }
        }
        return bits;
    }

    private void sortByStep() {
        for (int from = 0, to; from < size(); from = to) {
            to = from + 1;
            boolean mixed = false;
            while (to < size() && !events.get(from).isBefore(events.get(to))) {
                mixed |= steps[to] != steps[from] || barriers[to] != barriers[from];
                to++;
            }
            if (mixed) {
                sort(from, to);
            }
        }
    }

    /** By the first step that each is, what is none at the end; by insertion, since few things happen at once. */
    private void sort(int from, int to) {
        for (int i = from; i < to; i++) {
            soft[i] = true;
            for (int j = i; j > from && rank(j) < rank(j - 1); j--) {
                swap(j);
            }
        }
    }

    private int rank(int i) {
        return Long.numberOfTrailingZeros(steps[i]);
    }

    private void swap(int i) {
        FactEvent event = events.get(i);
        events.set(i, events.get(i - 1));
        events.set(i - 1, event);
        long bits = steps[i];
        steps[i] = steps[i - 1];
        steps[i - 1] = bits;
        bits = barriers[i];
        barriers[i] = barriers[i - 1];
        barriers[i - 1] = bits;
    }

    int size() {
        return events.size();
    }

    FactEvent event(int i) {
        return events.get(i);
    }

    long steps(int i) {
        return steps[i];
    }

    boolean isStep(int i, int step) {
        return ((steps[i] >>> step) & 1) != 0;
    }

    /** Whether it must not happen between a step and the next. */
    boolean isBarrier(int i, int step) {
        return !soft[i] && ((barriers[i] >>> step) & 1) != 0;
    }

    boolean isSoft(int i) {
        return soft[i];
    }

    /** The first event that is not before another, from a place on. */
    int firstSince(FactEvent start, int from) {
        int i = from;
        while (i < size() && events.get(i).isBefore(start)) {
            i++;
        }
        return i;
    }
}

package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.Timeline.NEVER;

import dev.leadkit.metrics.facts.FactEvent;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deepest way through steps that follow each other, in time proportional to events and steps.
 *
 * <p>Forwards, layer by layer, each event that can take a step remembers the latest event before it that could take the step before,
 * and where the way to it began. The latest is the best: its way began no earlier than any other's, and what stands in between came
 * before it. Backwards, from the first event that got as far as any, the earliest event is taken at each step that still leads there.
 */
final class InOrder {

    private static final int DEAD = -1;

    private final Timeline line;
    private final FunnelSpec spec;
    private final int from;
    private final int to;
    private final @Nullable Duration grace;
    /** By step and event: where the latest way to it began, or dead. */
    private final int[][] start;
    /** By step and event: the last event that may take the next step. */
    private final int[][] limit;

    private InOrder(Timeline line, FunnelSpec spec, int from, int to) {
        this.line = line;
        this.spec = spec;
        this.from = from;
        this.to = to;
        Ties ties = spec.path().ties();
        this.grace = ties.rule() == Ties.Rule.GRACE ? ties.grace() : null;
        this.start = new int[spec.size()][];
        this.limit = new int[spec.size()][];
    }

    /** What a walk found, and where it was over: the event after its last, or the end. */
    record Walk(@Nullable Chain chain, int over) {}

    /** Walks through the events from one place up to another; with {@code first} from the first entry only. */
    static Walk walk(Timeline line, FunnelSpec spec, int from, int to, boolean first) {
        InOrder ways = new InOrder(line, spec, from, to);
        if (!ways.enter(first)) {
            return new Walk(null, to);
        }
        int deepest = ways.fill();
        return ways.found(deepest, first);
    }

    private boolean enter(boolean first) {
        start[0] = dead();
        limit[0] = limits(0);
        int entered = DEAD;
        for (int i = from; i < to && !(first && entered != DEAD); i++) {
            if (line.isStep(i, 0) && (entered == DEAD || isNewer(i, entered))) {
                start[0][i - from] = i;
                entered = i;
            }
        }
        return entered != DEAD;
    }

    /** Where identifiers do not count, of two entries at one instant neither is the newer. */
    private boolean isNewer(int entry, int before) {
        return spec.path().ties().rule() != Ties.Rule.BY_STEP
                || line.event(before).isBefore(line.event(entry));
    }

    private int[] dead() {
        int[] layer = new int[to - from];
        Arrays.fill(layer, DEAD);
        return layer;
    }

    /** For each event, the last that may come next: the first that ends the way between this step and the next. */
    private int[] limits(int step) {
        int[] limits = new int[to - from];
        boolean strict = spec.path().order() == StepOrder.STRICT;
        boolean ends = spec.scope() == Exclusion.Scope.INTERVAL;
        int next = NEVER;
        for (int i = to - 1; i >= from; i--) {
            limits[i - from] = next;
            if ((strict && !line.isSoft(i)) || (ends && line.isBarrier(i, step))) {
                next = i;
            }
        }
        return limits;
    }

    private int fill() {
        int deepest = 0;
        while (deepest + 1 < spec.size() && reach(deepest + 1)) {
            deepest++;
        }
        return deepest;
    }

    private boolean reach(int step) {
        start[step] = dead();
        limit[step] = limits(step);
        boolean reached = false;
        int next = from;
        int last = DEAD;
        int second = DEAD;
        for (int j = from; j < to; j++) {
            for (; next < to && mayFollow(next, j); next++) {
                if (start[step - 1][next - from] != DEAD) {
                    second = last;
                    last = next;
                }
            }
            int before = last == j ? second : last;
            if (line.isStep(j, step) && before != DEAD && joins(step - 1, before, j)) {
                start[step][j - from] = start[step - 1][before - from];
                reached = true;
            }
        }
        return reached;
    }

    /** Whether, by their instants alone, j may come next after i; also for i = j, where there is grace. */
    private boolean mayFollow(int i, int j) {
        return i < j || (grace != null && (i == j || line.event(j).within(line.event(i), grace)));
    }

    private boolean joins(int step, int before, int next) {
        FactEvent first = line.event(start[step][before - from]);
        return (next < before || limit[step][before - from] >= next)
                && spec.window().holds(first, line.event(before), line.event(next));
    }

    private Walk found(int deepest, boolean first) {
        int last = from;
        while (start[deepest][last - from] == DEAD) {
            last++;
        }
        boolean complete = deepest == spec.size() - 1;
        int end = complete ? last + 1 : first ? stale(deepest) : to;
        int excluded = excluded(deepest, complete ? last : end);
        if (excluded != NEVER) {
            return new Walk(Chain.excluded(line.event(start[0][firstEntry() - from])), excluded + 1);
        }
        return new Walk(chain(deepest, last), end);
    }

    private int firstEntry() {
        int i = from;
        while (start[0][i - from] == DEAD) {
            i++;
        }
        return i;
    }

    /** The first event at which no further step could be taken any more. */
    private int stale(int deepest) {
        int[] latest = new int[deepest + 1];
        Arrays.fill(latest, DEAD);
        int entry = firstEntry();
        latest[0] = entry;
        for (int i = entry + 1; i < to; i++) {
            boolean open = false;
            for (int step = 0; step <= deepest; step++) {
                open |= latest[step] != DEAD && joins(step, latest[step], i);
            }
            if (!open) {
                return i;
            }
            for (int step = 1; step <= deepest; step++) {
                latest[step] = start[step][i - from] == DEAD ? latest[step] : i;
            }
        }
        return to;
    }

    /** The first event up to a place that the whole entry is left out for. */
    private int excluded(int deepest, int until) {
        if (spec.scope() != Exclusion.Scope.WHOLE_FUNNEL || spec.exclusions().isEmpty()) {
            return NEVER;
        }
        int earliest = NEVER;
        for (int step = 0; step <= deepest && step + 1 < spec.size(); step++) {
            earliest = Math.min(earliest, excludedAfter(step, until));
        }
        return earliest;
    }

    private int excludedAfter(int step, int until) {
        int here = DEAD;
        int beyond = DEAD;
        for (int i = from; i < until; i++) {
            if (here != DEAD && line.isBarrier(i, step) && beyond != start[step][here - from] && joins(step, here, i)) {
                return i;
            }
            here = start[step][i - from] == DEAD ? here : i;
            beyond = start[step + 1][i - from] == DEAD ? beyond : start[step + 1][i - from];
        }
        return NEVER;
    }

    private Chain chain(int deepest, int last) {
        boolean every = spec.entry().anchor() == Anchor.EVERY_ENTRY;
        int begin = every ? DEAD : start[deepest][last - from];
        int[][] next = new int[deepest + 1][];
        next[deepest] = dead();
        next[deepest][last - from] = last;
        for (int step = deepest - 1; step >= 0; step--) {
            next[step] = leadingTo(step, next[step + 1], begin);
        }
        @Nullable FactEvent[] taken = new @Nullable FactEvent[spec.size()];
        int at = every ? earliestEntry(next[0], last) : begin;
        int entry = at;
        for (int step = 0; step <= deepest; step++) {
            taken[step] = line.event(at);
            at = next[step][at - from];
        }
        FactEvent began = line.event(entry);
        return Chain.of(taken, deepest, new Chain.Ends(began, deepest == spec.size() - 1 ? began : latestEntry()));
    }

    private FactEvent latestEntry() {
        int i = to - 1;
        while (start[0][i - from] == DEAD) {
            i--;
        }
        return line.event(i);
    }

    /** For each event that can take a step, the earliest event that takes the next and leads to the end, or dead. */
    private int[] leadingTo(int step, int[] after, int begin) {
        int[] next = dead();
        int back = to - 1;
        int first = DEAD;
        int second = DEAD;
        for (int i = to - 1; i >= from; i--) {
            for (; back >= from && mayFollow(i, back); back--) {
                if (after[back - from] != DEAD) {
                    second = first;
                    first = back;
                }
            }
            int j = first == i ? second : first;
            boolean alive = start[step][i - from] != DEAD && j != DEAD;
            if (alive && (j < i || limit[step][i - from] >= j) && inTime(i, j, begin)) {
                next[i - from] = j;
            }
        }
        return next;
    }

    private boolean inTime(int i, int j, int begin) {
        FactEvent first = line.event(begin == DEAD ? i : begin);
        Window window = spec.window();
        return window.from() == Window.From.EACH_STEP
                ? window.holds(first, line.event(i), line.event(j))
                : begin == DEAD
                        || (window.holds(first, first, line.event(i)) && window.holds(first, first, line.event(j)));
    }

    private int earliestEntry(int[] next, int last) {
        for (int i = from; i < to; i++) {
            FactEvent event = line.event(i);
            boolean holds = spec.window().from() != Window.From.FIRST_STEP
                    || spec.window().holds(event, event, line.event(last));
            if (holds && next[i - from] != DEAD) {
                return i;
            }
        }
        throw new IllegalStateException("the way that was found has a beginning");
    }
}

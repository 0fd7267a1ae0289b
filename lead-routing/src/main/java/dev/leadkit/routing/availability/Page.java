package dev.leadkit.routing.availability;

import dev.leadkit.routing.availability.Presence.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that changes within some days, in the order in which it changes. Immutable. */
final class Page {

    private final long from;
    private final long until;
    private final Presence start;
    private final Edge[] edges;

    /** At a tick, something changes for reps. */
    private static final class Edge {

        private final long tick;
        private final int[] reps;
        private final Change change;
        private final boolean on;

        Edge(long tick, int[] reps, Change change, boolean on) {
            this.tick = tick;
            this.reps = reps;
            this.change = change;
            this.on = on;
        }

        void applyTo(Presence presence) {
            for (int rep : reps) {
                presence.change(change, rep, on);
            }
        }
    }

    private Page(long from, long until, Presence start, Edge[] edges) {
        this.from = from;
        this.until = until;
        this.start = start;
        this.edges = edges;
    }

    long until() {
        return until;
    }

    boolean holds(long tick) {
        return tick >= from && tick < until;
    }

    /** Where in the page the changes up to some tick end, and what holds from there on. */
    record Position(Page page, int next, Presence presence, AvailableReps reps) {

        /** The position at this tick of the same page, which is not before this position. */
        Position advanced(long tick) {
            return page.advanced(next, presence, tick);
        }
    }

    Position at(long tick) {
        return advanced(0, start, tick);
    }

    private Position advanced(int applied, Presence before, long tick) {
        Presence presence = before.copy();
        int next = applied;
        while (next < edges.length && edges[next].tick <= tick) {
            edges[next++].applyTo(presence);
        }
        long since = next == 0 ? from : edges[next - 1].tick;
        long end = next == edges.length ? until : edges[next].tick;
        AvailableReps reps = new AvailableReps(since, end, presence.available(), presence.availableToOwn());
        return new Position(this, next, presence, reps);
    }

    /** Collects what changes in a page. */
    static final class Maker {

        private final long from;
        private final long until;
        private final Presence start;
        private final List<Edge> edges = new ArrayList<>();

        Maker(long from, long until, int reps) {
            this.from = from;
            this.until = until;
            this.start = new Presence(reps);
        }

        /** Something is so for reps from the one tick to before the other; what lies outside the page is left out. */
        void add(long first, long end, int[] reps, Change change) {
            if (first > from) {
                edges.add(new Edge(first, reps, change, true));
            } else {
                for (int rep : reps) {
                    start.change(change, rep, true);
                }
            }
            if (end < until) {
                edges.add(new Edge(end, reps, change, false));
            }
        }

        Page page() {
            edges.sort(Comparator.comparingLong(edge -> edge.tick));
            return new Page(from, until, start, edges.toArray(Edge[]::new));
        }
    }
}

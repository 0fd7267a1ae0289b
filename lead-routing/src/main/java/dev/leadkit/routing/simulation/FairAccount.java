package dev.leadkit.routing.simulation;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who got how much, and how far that ever was from what was due. */
final class FairAccount {

    private final RoutingPlan plan;
    private final Map<RepId, Entry> entries = new TreeMap<>();

    private static final class Entry {
        private int received;
        private int open;
        private int peak;
        private long lag;
        private long largest;

        void move(long units) {
            lag += units;
            largest = Math.max(largest, Math.abs(lag));
        }
    }

    FairAccount(RoutingPlan plan) {
        this.plan = plan;
        plan.reps().forEach(rep -> entries.put(rep.id(), new Entry()));
    }

    /**
     * Books a lead: its parts to those who could have taken it, a full desk aside, and the whole from whoever got it. That one
     * could have taken it, too, with weight 1 if the plan has no such rep.
     */
    void book(List<RepId> eligible, RepId taker) {
        Set<RepId> could = new HashSet<>(eligible);
        could.add(taker);
        List<Rep> due = could.stream()
                .sorted()
                .flatMap(rep -> plan.rep(rep).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (plan.rep(taker).isEmpty()) {
            due.add(Rep.of(taker.value(), 0));
        }
        share(due, taker);
        Entry entry = entry(taker);
        entry.received++;
        entry.peak = Math.max(entry.peak, ++entry.open);
    }

    private void share(List<Rep> due, RepId taker) {
        long total = due.stream().mapToLong(Rep::weight).sum();
        long left = Lag.ONE_LEAD;
        for (Rep rep : due) {
            long part = Lag.ONE_LEAD * rep.weight() / total;
            left -= part;
            move(rep.id(), part, taker);
        }
        for (int i = 0; i < left; i++) {
            move(due.get(i).id(), 1, taker);
        }
    }

    /** What the taker gets and owes is one move, so that nobody seems to have been behind in between. */
    private void move(RepId rep, long part, RepId taker) {
        boolean first = rep.equals(taker) && part > 1;
        entry(rep).move(first ? part - Lag.ONE_LEAD : part);
    }

    void free(RepId rep) {
        entry(rep).open--;
    }

    private Entry entry(RepId rep) {
        return entries.computeIfAbsent(rep, none -> new Entry());
    }

    List<RepTally> tallies() {
        List<RepTally> tallies = new ArrayList<>();
        entries.forEach((rep, entry) -> tallies.add(new RepTally(
                rep, plan.rep(rep).map(Rep::weight).orElse(1), entry.received, entry.peak, entry.lag, entry.largest)));
        return tallies;
    }
}

package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The minimum cut of a plan with as many assigned leads as possible: from a lead without a place follow who may have it, then
 * the leads that these hold, and so on. None of those reps has a place left, or the lead would have found it (Hall, 1935).
 */
final class Bottlenecks {

    private final RebalanceTask task;
    private final Network network;
    private final Assignment assignment;
    private final boolean[] leads;
    private final int[] group;

    Bottlenecks(RebalanceTask task, Network network, Assignment assignment) {
        this.task = task;
        this.network = network;
        this.assignment = assignment;
        this.leads = new boolean[network.leads];
        this.group = new int[network.queue + 1];
        Arrays.fill(group, Assignment.NONE);
    }

    List<Bottleneck> find() {
        reach();
        for (int lead = 0; lead < network.leads; lead++) {
            join(lead);
        }
        TreeMap<Integer, SortedSet<LeadId>> competing = new TreeMap<>();
        for (int lead = 0; lead < network.leads; lead++) {
            if (leads[lead]) {
                competing
                        .computeIfAbsent(groupOf(lead), first -> new TreeSet<>())
                        .add(task.leads().get(lead).lead());
            }
        }
        List<Bottleneck> found = new ArrayList<>();
        competing.forEach((root, some) -> found.add(bottleneck(root, some)));
        return found;
    }

    private void reach() {
        Deque<Integer> next = new ArrayDeque<>();
        for (int lead = 0; lead < network.leads; lead++) {
            if (network.rep[assignment.fit[lead]] == network.queue) {
                leads[lead] = true;
                next.add(lead);
            }
        }
        while (!next.isEmpty()) {
            int lead = next.remove();
            for (int i = network.first[lead]; i < network.first[lead + 1] - 1; i++) {
                int rep = network.rep[i];
                if (group[rep] == Assignment.NONE) {
                    group[rep] = rep;
                    next.addAll(held(rep));
                }
            }
        }
    }

    private List<Integer> held(int rep) {
        List<Integer> held = new ArrayList<>();
        for (int lead : assignment.held(rep)) {
            if (!leads[lead]) {
                leads[lead] = true;
                held.add(lead);
            }
        }
        return held;
    }

    /** The reps whom one lead may go to compete together. */
    private void join(int lead) {
        int root = Assignment.NONE;
        for (int i = network.first[lead]; leads[lead] && i < network.first[lead + 1] - 1; i++) {
            int other = root(network.rep[i]);
            group[Math.max(root, other)] = root == Assignment.NONE ? other : Math.min(root, other);
            root = root == Assignment.NONE ? other : Math.min(root, other);
        }
    }

    private int root(int rep) {
        int at = rep;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    /** The group of a lead; that of leads that nobody may have stands behind all reps. */
    private int groupOf(int lead) {
        int first = network.first[lead];
        return first == network.first[lead + 1] - 1 ? network.queue : root(network.rep[first]);
    }

    private Bottleneck bottleneck(int root, SortedSet<LeadId> some) {
        SortedSet<RepId> reps = new TreeSet<>();
        int places = 0;
        for (int rep = 0; rep < network.queue; rep++) {
            if (group[rep] != Assignment.NONE && root(rep) == root) {
                reps.add(task.rooms().get(rep).rep());
                places += network.free[rep];
            }
        }
        return new Bottleneck(some, reps, places);
    }
}

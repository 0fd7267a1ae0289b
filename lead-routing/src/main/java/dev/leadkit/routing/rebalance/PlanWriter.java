package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a plan of an assignment. */
final class PlanWriter {

    private final RebalanceTask task;
    private final Network network;
    private final Assignment assignment;
    private final SortedMap<LeadId, RepId> owners = new TreeMap<>();
    private final SortedSet<LeadId> unassigned = new TreeSet<>();
    private final List<Move> moves = new ArrayList<>();

    PlanWriter(RebalanceTask task, Network network, Assignment assignment) {
        this.task = task;
        this.network = network;
        this.assignment = assignment;
    }

    RebalancePlan write() {
        for (int lead = 0; lead < network.leads; lead++) {
            write(lead);
        }
        SortedMap<RepId, Long> prices = new TreeMap<>();
        for (int rep = 0; rep < network.queue; rep++) {
            prices.put(task.rooms().get(rep).rep(), assignment.price[rep]);
        }
        long cost = cost();
        long bound = bound();
        List<Bottleneck> bottlenecks =
                cost == bound && !unassigned.isEmpty() ? new Bottlenecks(task, network, assignment).find() : List.of();
        return new RebalancePlan(owners, unassigned, moves, cost, bound, prices, bottlenecks);
    }

    private void write(int lead) {
        OpenLead open = task.leads().get(lead);
        int rep = network.rep[assignment.fit[lead]];
        Optional<RepId> to = rep == network.queue
                ? Optional.empty()
                : Optional.of(task.rooms().get(rep).rep());
        to.ifPresentOrElse(taker -> owners.put(open.lead(), taker), () -> unassigned.add(open.lead()));
        if (!to.equals(open.owner())) {
            moves.add(new Move(open.lead(), open.owner(), to, gain(lead), reason(lead, open, to)));
        }
    }

    private boolean mayStay(int lead) {
        int kept = network.kept[lead];
        return kept != Assignment.NONE && network.free[network.rep[kept]] > 0;
    }

    private long gain(int lead) {
        return mayStay(lead) ? Math.max(0, atPrices(network.kept[lead]) - atPrices(assignment.fit[lead])) : 0;
    }

    private long atPrices(int fit) {
        return network.cost[fit] + assignment.price[network.rep[fit]];
    }

    private String reason(int lead, OpenLead open, Optional<RepId> to) {
        if (open.owner().isEmpty()) {
            return "nobody has it";
        }
        String owner = open.owner().get().value();
        if (network.kept[lead] == Assignment.NONE) {
            return owner + " may not have it";
        }
        if (!mayStay(lead)) {
            return owner + " has no room";
        }
        int kept = network.kept[lead];
        if (to.isEmpty() || network.cost[kept] < network.cost[assignment.fit[lead]]) {
            return owner + " has better use for the place";
        }
        return gain(lead) == 0 ? "as good as with " + owner : "it fits better or weighs less than with " + owner;
    }

    private long cost() {
        long cost = 0;
        for (int lead = 0; lead < network.leads; lead++) {
            cost += network.cost[assignment.fit[lead]];
        }
        for (int rep = 0; rep < network.queue; rep++) {
            for (int nth = 1; nth <= assignment.load[rep]; nth++) {
                cost += network.load(rep, nth);
            }
        }
        return cost;
    }

    private long bound() {
        long bound = 0;
        for (int lead = 0; lead < network.leads; lead++) {
            bound += assignment.least(lead);
        }
        for (int rep = 0; rep < network.queue; rep++) {
            long above = assignment.price[rep] - network.load(rep, 1);
            for (int nth = 1; nth <= network.free[rep] && above > 0; nth++) {
                bound -= above;
                above = assignment.price[rep] - network.load(rep, nth + 1);
            }
        }
        return bound;
    }
}

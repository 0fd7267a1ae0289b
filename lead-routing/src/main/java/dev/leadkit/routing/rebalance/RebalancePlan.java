package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is to have which lead. A proposal: the host looks through the moves and carries out those it wants, each with the token
 * that it expects in the ledger, so that a lead that was touched meanwhile is left alone.
 *
 * @param owners who is to have each lead that finds a place
 * @param unassigned the leads that find none
 * @param moves the leads that change hands, in order
 * @param cost what the plan costs: fits, moves, load, and the {@linkplain RebalanceTask#unassignedPrice() price} of each lead
 *     without a rep
 * @param bound what every plan costs at least, as the prices prove
 * @param prices what a place with a rep is worth, by rep: the certificate
 * @param bottlenecks why leads find no place, if this is the best plan
 */
public record RebalancePlan(
        SortedMap<LeadId, RepId> owners,
        SortedSet<LeadId> unassigned,
        List<Move> moves,
        long cost,
        long bound,
        SortedMap<RepId, Long> prices,
        List<Bottleneck> bottlenecks) {

    /**
     * Makes a plan.
     *
     * @param owners who is to have each lead
     * @param unassigned the leads without a place
     * @param moves the moves
     * @param cost the cost
     * @param bound the least cost of any plan
     * @param prices the prices
     * @param bottlenecks the bottlenecks
     */
    public RebalancePlan {
        owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
        unassigned = Collections.unmodifiableSortedSet(new TreeSet<>(unassigned));
        moves = List.copyOf(moves);
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
        bottlenecks = List.copyOf(bottlenecks);
    }

    /**
     * Whether no plan is cheaper.
     *
     * @return true if the cost is the bound
     */
    public boolean isOptimal() {
        return cost == bound;
    }

    /**
     * How much cheaper another plan may be at most.
     *
     * @return cost less bound, 0 for the best plan
     */
    public long gap() {
        return cost - bound;
    }

    @Override
    public String toString() {
        return "RebalancePlan[" + moves.size() + " moves, cost " + cost + ", gap " + gap() + "]";
    }
}

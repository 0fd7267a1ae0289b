package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.RepId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task in numbers. Leads and reps are numbered in the order of their identifiers; behind the reps stands the queue, which
 * every lead may go to and which has room for all.
 */
final class Network {

    final int leads;
    final int queue;

    /** The fits of lead i are those from {@code first[i]} on, before {@code first[i + 1]}, in order of the reps. */
    final int[] first;

    final int[] rep;
    final long[] cost;
    final int[] free;

    /** The fit of each lead's owner, as an index of the fits; -1 if the lead has no owner or they may not have it. */
    final int[] kept;

    private final List<Room> rooms;
    private final long loadPrice;

    Network(RebalanceTask task) {
        rooms = task.rooms();
        leads = task.leads().size();
        queue = rooms.size();
        loadPrice = task.loadPrice();
        free = new int[queue + 1];
        Map<RepId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < queue; i++) {
            numbers.put(rooms.get(i).rep(), i);
            free[i] = Math.min(rooms.get(i).free(), leads);
        }
        free[queue] = leads;
        first = new int[leads + 1];
        for (int i = 0; i < leads; i++) {
            first[i + 1] = first[i] + 1 + task.leads().get(i).fits().size();
        }
        kept = new int[leads];
        rep = new int[first[leads]];
        cost = new long[first[leads]];
        for (int i = 0; i < leads; i++) {
            fill(i, task, numbers);
        }
    }

    private void fill(int number, RebalanceTask task, Map<RepId, Integer> numbers) {
        OpenLead lead = task.leads().get(number);
        int[] byRep = new int[lead.fits().size()];
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < byRep.length; i++) {
            Fit fit = lead.fits().get(i);
            byRep[i] = numbers.getOrDefault(fit.rep(), queue);
            costs.put(byRep[i], task.cost(lead, fit));
        }
        Arrays.sort(byRep);
        int owner = lead.owner().map(id -> numbers.getOrDefault(id, queue)).orElse(queue);
        int at = first[number];
        kept[number] = Assignment.NONE;
        for (int each : byRep) {
            kept[number] = each == owner ? at : kept[number];
            rep[at] = each;
            cost[at++] = costs.getOrDefault(each, 0L);
        }
        rep[at] = queue;
        cost[at] = task.unassignedPrice();
    }

    /** What the n-th lead costs a rep, from 1; nothing in the queue. */
    long load(int number, int nth) {
        return number == queue ? 0 : rooms.get(number).costOf(nth, loadPrice);
    }
}

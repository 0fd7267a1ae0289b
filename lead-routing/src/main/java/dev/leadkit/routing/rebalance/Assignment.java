package dev.leadkit.routing.rebalance;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Finds the cheapest assignment lead by lead, along shortest paths of changes (successive shortest paths with prices, as
 * Jonker and Volgenant, 1987, for the assignment problem; here reps have several places of rising cost). A path begins at the
 * new lead, at each rep on it one lead makes place for the one before, and it ends with a rep who has a place. Prices of reps
 * make all costs of changes 0 or more, so that Dijkstra's search finds it and can stop at the first end.
 *
 * <p>What holds after each lead: every lead so far is with the rep of whom fit and price together are least; the price of a
 * rep is no less than the cost of the dearest place taken and no more than that of the next one. This makes the plan the
 * cheapest one of these leads.
 */
final class Assignment {

    static final int NONE = -1;

    private static final long FAR = Long.MAX_VALUE;
    private static final int PATIENCE = 16;

    /** The fit that each lead has, as an index of the network's fits. */
    final int[] fit;

    final int[] load;
    final long[] price;

    private final Network network;
    private final int[][] held;
    private final long[] distance;
    private final boolean[] settled;

    /** The fit by which a rep is reached, and the lead whose it is. */
    private final int[] by;

    private final int[] mover;

    /** Reps that are reached and not yet settled, and those that were reached at all. */
    private final int[] reached;

    private int reachedEnd;

    Assignment(Network network) {
        this.network = network;
        int reps = network.queue + 1;
        fit = new int[network.leads];
        Arrays.fill(fit, NONE);
        load = new int[reps];
        price = new long[reps];
        held = new int[reps][4];
        distance = new long[reps];
        Arrays.fill(distance, FAR);
        settled = new boolean[reps];
        by = new int[reps];
        mover = new int[reps];
        reached = new int[reps];
        for (int i = 0; i < reps; i++) {
            price[i] = network.load(i, 1);
        }
    }

    void solve(BooleanSupplier stop) {
        for (int lead = 0; lead < network.leads; lead++) {
            if (lead % PATIENCE == 0 && stop.getAsBoolean()) {
                placeRest(lead);
                return;
            }
            add(lead);
        }
    }

    /** Without a search: each lead stays if it can, or goes where it costs least among those with a place. */
    private void placeRest(int from) {
        for (int lead = from; lead < network.leads; lead++) {
            int kept = network.kept[lead];
            int best = kept != NONE && hasPlace(kept) ? kept : cheapest(lead);
            fit[lead] = best;
            hold(network.rep[best], lead);
        }
    }

    private boolean hasPlace(int index) {
        int rep = network.rep[index];
        return load[rep] < network.free[rep];
    }

    private int cheapest(int lead) {
        int best = network.first[lead + 1] - 1;
        for (int i = network.first[lead]; i < network.first[lead + 1]; i++) {
            if (hasPlace(i) && cost(i) < cost(best)) {
                best = i;
            }
        }
        return best;
    }

    private long cost(int index) {
        int rep = network.rep[index];
        return network.cost[index] + network.load(rep, load[rep] + 1);
    }

    private void add(int lead) {
        reachedEnd = 0;
        reach(lead, least(lead));
        int end = NONE;
        long length = FAR;
        int next = nearest(length);
        while (next != NONE) {
            settled[next] = true;
            if (load[next] < network.free[next]) {
                long here = distance[next] + network.load(next, load[next] + 1) - price[next];
                if (here < length) {
                    length = here;
                    end = next;
                }
            }
            if (distance[next] < length) {
                for (int i = 0; i < load[next]; i++) {
                    int other = held[next][i];
                    reach(other, network.cost[fit[other]] + price[next] - distance[next]);
                }
            }
            next = nearest(length);
        }
        raise(length);
        change(lead, end);
    }

    /** The least of cost and price of a lead, the queue among the choices. */
    long least(int lead) {
        long least = FAR;
        for (int i = network.first[lead]; i < network.first[lead + 1]; i++) {
            if (network.free[network.rep[i]] > 0) {
                least = Math.min(least, network.cost[i] + price[network.rep[i]]);
            }
        }
        return least;
    }

    /** Reaches every rep whom a lead may go to; {@code base} is what the lead has cost so far, less the way to it. */
    private void reach(int lead, long base) {
        for (int i = network.first[lead]; i < network.first[lead + 1]; i++) {
            int rep = network.rep[i];
            long way = network.cost[i] + price[rep] - base;
            if (way < distance[rep] && !settled[rep] && network.free[rep] > 0) {
                if (distance[rep] == FAR) {
                    reached[reachedEnd++] = rep;
                }
                distance[rep] = way;
                by[rep] = i;
                mover[rep] = lead;
            }
        }
    }

    /** The nearest rep that is not settled, of two the first; none if all are as far as the end. */
    private int nearest(long length) {
        int nearest = NONE;
        long least = length;
        for (int i = 0; i < reachedEnd; i++) {
            int rep = reached[i];
            if (!settled[rep] && (distance[rep] < least || (distance[rep] == least && rep < nearest))) {
                least = distance[rep];
                nearest = rep;
            }
        }
        return nearest;
    }

    private void raise(long length) {
        for (int i = 0; i < reachedEnd; i++) {
            int rep = reached[i];
            if (settled[rep] && distance[rep] < length) {
                price[rep] += length - distance[rep];
            }
            settled[rep] = false;
            distance[rep] = FAR;
        }
    }

    private void change(int lead, int end) {
        int to = end;
        int moved = NONE;
        while (moved != lead) {
            moved = mover[to];
            int before = fit[moved];
            fit[moved] = by[to];
            hold(to, moved);
            if (before != NONE) {
                to = network.rep[before];
                release(to, moved);
            }
        }
    }

    /** The leads of a rep. */
    int[] held(int rep) {
        return Arrays.copyOf(held[rep], load[rep]);
    }

    private void hold(int rep, int lead) {
        if (load[rep] == held[rep].length) {
            held[rep] = Arrays.copyOf(held[rep], 2 * load[rep]);
        }
        held[rep][load[rep]++] = lead;
    }

    private void release(int rep, int lead) {
        int at = 0;
        while (held[rep][at] != lead) {
            at++;
        }
        held[rep][at] = held[rep][--load[rep]];
    }
}

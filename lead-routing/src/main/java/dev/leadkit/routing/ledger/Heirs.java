package dev.leadkit.routing.ledger;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * To whom the lags of those pass who left a pool: to whoever has a weight, in the order of their identifiers. For implementations
 * of {@link AssignmentLedger#regroup}. Immutable.
 */
public final class Heirs {

    private final SortedMap<RepId, Integer> weights;

    private Heirs(SortedMap<RepId, Integer> weights) {
        this.weights = weights;
    }

    /**
     * Those of a pool's members who have a weight.
     *
     * @param members everybody who belongs to the pool, with the weight
     * @return the heirs
     * @throws IllegalArgumentException if a weight is negative or none is more than 0
     */
    public static Heirs of(Map<RepId, Integer> members) {
        SortedMap<RepId, Integer> heirs = new TreeMap<>(members);
        heirs.values().forEach(Heirs::check);
        heirs.values().removeIf(weight -> weight == 0);
        if (heirs.isEmpty()) {
            throw new IllegalArgumentException(
                    "weights must be more than 0 of somebody, were 0 of all " + members.size());
        }
        return new Heirs(heirs);
    }

    private static void check(int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("weight must be 0 or more, was " + weight);
        }
    }

    /**
     * Who they are.
     *
     * @return the heirs in the order of their identifiers; at least one
     */
    public List<RepId> reps() {
        return List.copyOf(weights.keySet());
    }

    /**
     * Divides what passes to them.
     *
     * @param units the amount, in {@link Lag} units; may be negative
     * @param to is told each heir and the heir's part, in the order of the identifiers; the parts add up to the amount
     */
    public void divide(long units, ObjLongConsumer<RepId> to) {
        int[] each = weights.values().stream().mapToInt(Integer::intValue).toArray();
        long[] parts = Lag.parts(units, each);
        int next = 0;
        for (RepId rep : weights.keySet()) {
            to.accept(rep, parts[next++]);
        }
    }
}

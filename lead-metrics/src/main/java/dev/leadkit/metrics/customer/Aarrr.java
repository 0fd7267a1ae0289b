package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code aarrr}: acquisition, activation, retention, referral, revenue (McClure 2007), each over the first and over the one before. Only
 * people who did the first count at all; others are left out and counted. The rest are not nested: who never came back may have paid, so
 * the ratio to the one before may exceed 1, and has no interval.
 *
 * @param order the order in which they are told, each once; many put revenue before referral
 */
public record Aarrr(List<Growth> order) implements Counting<Journey, List<Aarrr.Step>> {

    /**
     * One of the five.
     *
     * @param growth which one
     * @param people how many people did it, of those who did the first
     * @param toPrevious how many did it, over how many did the one before; of the first, over itself
     * @param toFirst how many of those who did the first did it, with Wilson's interval
     */
    public record Step(Growth growth, long people, KpiResult toPrevious, KpiResult toFirst) {}

    /**
     * Checks the order.
     *
     * @param order the order in which they are told
     */
    public Aarrr {
        order = List.copyOf(order);
        boolean each =
                order.size() == Growth.values().length && EnumSet.copyOf(order).size() == order.size();
        if (!each) {
            throw new IllegalArgumentException("order must be each of the five once, was " + order);
        }
    }

    /** In the order of the letters. */
    public Aarrr() {
        this(List.of(Growth.values()));
    }

    @Override
    public Definition definition() {
        return definition("", "Who did each of the five, over who did the first and over who did the one before.");
    }

    private Definition definition(String name, String meaning) {
        String letters = order.stream().map(Growth::name).collect(Collectors.joining(","));
        return new Definition("aarrr" + name + "/1?order=" + letters, TimeBasis.COHORT, meaning);
    }

    @Override
    public List<String> parts() {
        return List.of("did it, by place in the order");
    }

    @Override
    public void count(Counts counts, Journey facts, long times) {
        if (!facts.reached().contains(order.get(0))) {
            counts.exclude("did not do the first", times);
            return;
        }
        for (int place = 0; place < order.size(); place++) {
            if (facts.reached().contains(order.get(place))) {
                counts.add(0, place, times);
            }
        }
    }

    @Override
    public List<Step> result(Counts counts, Instant asOf) {
        List<Step> steps = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            steps.add(step(counts, place));
        }
        return List.copyOf(steps);
    }

    private Step step(Counts counts, int place) {
        long people = counts.count(0, place);
        long before = counts.count(0, Math.max(0, place - 1));
        Growth growth = order.get(place);
        Definition previous = definition(".to-previous", "Who did it, over who did the one before.");
        Basis ratio = Basis.of(people, before, counts.excluded());
        KpiResult toPrevious = people < 0
                ? KpiResult.undefined(previous, KpiUnit.SHARE, ratio, KpiResult.INCOMPLETE)
                : KpiResult.quotient(previous, KpiUnit.SHARE, ratio, "nobody did the one before");
        KpiResult toFirst = KpiResult.rate(
                definition(".to-first", "Who did it, of those who did the first."),
                Basis.of(people, counts.count(0, 0), counts.excluded()),
                "nobody did the first");
        return new Step(growth, people, toPrevious, toFirst);
    }
}

package dev.leadkit.metrics.team;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code team}: whether the work is shared fairly. Utilisation is the time of work over the available time. The loads are how many open
 * leads each rep has: the greatest over the mean is 1 if all have the same; Gini's coefficient is 0 then, and near 1 if one has all.
 * The age of the backlog is how long open leads have been waiting at the as-of instant; those that wait from a later one are left out.
 *
 * <p>Undefined, never 0: utilisation without available time, the loads without reps or open leads, the ages without open leads. Several
 * periods of one rep count as several reps; group by period to tell them apart.
 */
public record ResourceAllocation() implements Counting<Workload, ResourceAllocation.Allocation> {

    private static final int AVAILABLE = 0;
    private static final int HANDLED = 1;
    private static final int LOADS = 2;
    private static final int WAITING = 3;
    private static final String NO_LOAD = "no rep has an open lead";
    private static final Quantile AGE_P50 = age(50);
    private static final Quantile AGE_P90 = age(90);

    /**
     * The result.
     *
     * @param utilisation {@code team.utilisation}: the time of work over the available time; may exceed 1
     * @param peak {@code team.load.peak}: the greatest load over the mean, 1 or more
     * @param gini {@code team.load.gini}: Gini's coefficient of the loads, from 0 to 1
     * @param ageP50 {@code team.backlog-age.p50}: the median age of the open leads, in seconds
     * @param ageP90 {@code team.backlog-age.p90}: the 90th percentile of it
     */
    public record Allocation(
            KpiResult utilisation, KpiResult peak, KpiResult gini, KpiResult ageP50, KpiResult ageP90) {}

    private static Quantile age(int percent) {
        Definition definition = new Definition(
                "team.backlog-age.p" + percent + "/1",
                Quantile.rule(percent) + " of how long open leads have been waiting, by nearest rank.");
        return new Quantile(percent, definition, KpiUnit.SECONDS, "no lead is open");
    }

    @Override
    public Definition definition() {
        return new Definition("team.utilisation/1", "The time of work over the available time, in seconds.");
    }

    @Override
    public List<String> parts() {
        return List.of(
                "available seconds", "seconds of work", "reps, by open leads", "open leads, by second since they wait");
    }

    @Override
    public void count(Counts counts, Workload facts, long times) {
        Wide.add(counts, AVAILABLE, facts.available().toSeconds(), times);
        Wide.add(counts, HANDLED, facts.handled().toSeconds(), times);
        counts.add(LOADS, facts.waiting().size(), times);
        for (Instant since : facts.waiting()) {
            counts.add(WAITING, since.getEpochSecond(), times);
        }
    }

    @Override
    public Allocation result(Counts counts, Instant asOf) {
        BigDecimal handled = new BigDecimal(Wide.total(counts, HANDLED));
        Basis times = new Basis(handled, new BigDecimal(Wide.total(counts, AVAILABLE)), new TreeMap<>());
        KpiResult utilisation = handled.signum() < 0
                ? KpiResult.undefined(definition(), KpiUnit.SHARE, times, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition(), KpiUnit.SHARE, times, "no available time");
        Counts ages = new Counts();
        long now = asOf.getEpochSecond();
        for (long since : counts.keys(WAITING)) {
            if (since <= now) {
                ages.add(0, Math.subtractExact(now, since), counts.count(WAITING, since));
            } else {
                ages.exclude("waits from after the as-of instant", counts.count(WAITING, since));
            }
        }
        SortedMap<String, Long> left = ages.excluded();
        return new Allocation(
                utilisation, peak(counts), gini(counts), AGE_P50.of(ages, 0, left), AGE_P90.of(ages, 0, left));
    }

    private static KpiResult peak(Counts counts) {
        long[] loads = counts.keys(LOADS);
        BigDecimal greatest = BigDecimal.valueOf(loads.length == 0 ? 0 : loads[loads.length - 1]);
        BigDecimal reps = BigDecimal.valueOf(counts.total(LOADS));
        Definition definition = new Definition(
                "team.load.peak/1",
                "The greatest number of open leads of a rep, over the mean (numerator: times the reps).");
        return figure(definition, new Basis(greatest.multiply(reps), open(counts), new TreeMap<>()), counts);
    }

    private static BigDecimal open(Counts counts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long load : counts.keys(LOADS)) {
            sum = sum.add(BigDecimal.valueOf(load).multiply(BigDecimal.valueOf(counts.count(LOADS, load))));
        }
        return sum;
    }

    /**
     * The mean absolute difference of two loads, over twice the mean: with the loads ascending and n reps, the sum of
     * {@code (2 rank - n - 1) load} over {@code n} times the sum of the loads.
     */
    private static KpiResult gini(Counts counts) {
        BigDecimal reps = BigDecimal.valueOf(counts.total(LOADS));
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal spread = BigDecimal.ZERO;
        for (long load : counts.keys(LOADS)) {
            BigDecimal equal = BigDecimal.valueOf(counts.count(LOADS, load));
            BigDecimal above = reps.subtract(below).subtract(equal);
            spread = spread.add(equal.multiply(below.subtract(above)).multiply(BigDecimal.valueOf(load)));
            below = below.add(equal);
        }
        Definition definition =
                new Definition("team.load.gini/1", "Gini's coefficient of the numbers of open leads of the reps.");
        return figure(definition, new Basis(spread, reps.multiply(open(counts)), new TreeMap<>()), counts);
    }

    private static KpiResult figure(Definition definition, Basis basis, Counts counts) {
        return counts.hasNegative(LOADS)
                ? KpiResult.undefined(definition, KpiUnit.NUMBER, basis, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition, KpiUnit.NUMBER, basis, NO_LOAD);
    }
}

package dev.leadkit.metrics.forecast;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code lead.conversion.observed-to-expected}: leads converted within the horizon over the sum of the chances that were told at their
 * first decision ({@link LeadFacts#decisionProbability()}). 1 is as expected, above 1 better. It makes reps and sources with different
 * leads comparable, as far as the chances are right.
 *
 * <p>Only matured leads count: those captured the horizon ago, seen from the last midnight UTC before the as-of instant. Undated leads,
 * leads without a chance from 0 to 1 at their decision, those converted before their capture and those not matured are left out and
 * counted. Chances are added up in millionths. The 95 % interval is Wilson's for the observed rate, over the mean chance: it takes the
 * chances as given, and scales the ends of the rate with their 6 digits. Undefined without leads, or if the chances sum to 0.
 *
 * @param horizon how long after its capture a conversion counts, that length included; whole days from 1 to 36,500
 */
public record ObservedToExpected(Duration horizon) implements LeadKpi<KpiResult> {

    /** How many parts of the counts it takes. */
    public static final int PARTS = 3;

    private static final int LEADS = 0;
    private static final int OBSERVED = 1;
    private static final int EXPECTED = 2;
    private static final long LONGEST = 36_500;
    private static final String NO_CHANCE = "no probability from 0 to 1 at the first decision";
    private static final String EARLY = "converted before the capture";
    private static final String IMMATURE = "immature";

    /**
     * Checks the horizon.
     *
     * @param horizon how long after its capture a conversion counts
     */
    public ObservedToExpected {
        boolean whole = horizon.equals(Duration.ofDays(horizon.toDays()));
        if (!whole || horizon.toDays() < 1 || horizon.toDays() > LONGEST) {
            throw new IllegalArgumentException("horizon must be whole days from 1 to " + LONGEST + ", was " + horizon);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.observed-to-expected/1?horizon=" + horizon.toDays() + "d",
                TimeBasis.COHORT,
                "Matured leads converted within the horizon, over the sum of the chances told at their first decision.");
    }

    @Override
    public List<String> parts() {
        return List.of(
                "with a chance, by day of maturity",
                "converted in time, by day of maturity",
                "chance in millionths, by day of maturity");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), facts.decisive(), facts.converted())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        count(counts, 0, facts, times);
    }

    /**
     * Counts a lead for a KPI that has this one as a part.
     *
     * @param counts changed in place; the leads left out are added to its exclusions
     * @param first the first of {@link #PARTS} parts that are this KPI's
     * @param facts the lead's facts
     * @param times as in {@link #count(Counts, LeadFacts, long)}
     */
    public void count(Counts counts, int first, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        FactEvent captured = facts.captured().get();
        if (facts.converted().isPresent() && facts.converted().get().isBefore(captured)) {
            counts.exclude(EARLY, times);
            return;
        }
        OptionalLong chance = Chance.millionths(facts.decisionProbability());
        if (chance.isEmpty()) {
            counts.exclude(NO_CHANCE, times);
            return;
        }
        long day = Resolution.DAY.up(captured.secondUp() + horizon.toSeconds());
        counts.add(first + LEADS, day, times);
        counts.add(first + EXPECTED, day, Math.multiplyExact(chance.getAsLong(), times));
        if (facts.converted().isPresent() && captured.within(facts.converted().get(), horizon)) {
            counts.add(first + OBSERVED, day, times);
        }
    }

    @Override
    public KpiResult result(Counts counts, Instant asOf) {
        return result(counts, 0, asOf);
    }

    /**
     * The result of a KPI that has this one as a part.
     *
     * @param counts left as they are
     * @param first the first of its parts that are this KPI's
     * @param asOf the instant that it is told for
     * @return as {@link #result(Counts, Instant)}
     */
    public KpiResult result(Counts counts, int first, Instant asOf) {
        long today = Resolution.DAY.down(asOf);
        long leads = counts.total(first + LEADS, day -> day <= today);
        long observed = counts.total(first + OBSERVED, day -> day <= today);
        BigDecimal expected = BigDecimal.valueOf(counts.total(first + EXPECTED, day -> day <= today), Chance.DIGITS);
        Basis basis = new Basis(BigDecimal.valueOf(observed), expected, excluded(counts, first, today));
        if (observed < 0 || observed > leads || expected.signum() < 0) {
            return KpiResult.undefined(definition(), KpiUnit.NUMBER, basis, KpiResult.INCOMPLETE);
        }
        String why = leads == 0 ? "no matured lead with a chance" : "the chances sum to 0";
        KpiResult plain = KpiResult.quotient(definition(), KpiUnit.NUMBER, basis, why);
        return plain.value() instanceof KpiValue.Known
                ? withInterval(plain, new Proportion(observed, leads), expected)
                : plain;
    }

    private static SortedMap<String, Long> excluded(Counts counts, int first, long today) {
        SortedMap<String, Long> excluded = new TreeMap<>(counts.excluded());
        long immature = counts.total(first + LEADS, day -> day > today);
        if (immature != 0) {
            excluded.put(IMMATURE, immature);
        }
        return excluded;
    }

    private static KpiResult withInterval(KpiResult plain, Proportion rate, BigDecimal expected) {
        BigDecimal perRate = BigDecimal.valueOf(rate.trials()).divide(expected, MathContext.DECIMAL128);
        Optional<Interval> interval = rate.wilson95()
                .map(wilson -> new Interval(scaled(wilson.low(), perRate), scaled(wilson.high(), perRate)));
        return new KpiResult(plain.definition(), plain.unit(), plain.value(), plain.basis(), interval);
    }

    private static BigDecimal scaled(BigDecimal end, BigDecimal factor) {
        return end.multiply(factor).setScale(Proportion.INTERVAL_SCALE, RoundingMode.HALF_EVEN);
    }
}

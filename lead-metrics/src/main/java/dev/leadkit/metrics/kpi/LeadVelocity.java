package dev.leadkit.metrics.kpi;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code lead.velocity}: the lead velocity rate, the growth from month to month of leads <em>first</em> qualified:
 * {@code (Q(m) - Q(m-1)) / Q(m-1)}. A month without qualified leads counts 0; the growth after such a month is undefined, and so is
 * that of a month that is not over at the as-of instant. Undated leads and leads never qualified are left out and counted.
 *
 * @param qualified a lead is qualified when it first enters any of these stages; at least one
 * @param zone where a month begins and ends
 */
public record LeadVelocity(Set<Stage> qualified, ZoneId zone) implements Kpi<Sample<YearMonth>, Velocity> {

    /** The most months that a result lists; leads that were qualified earlier are counted as left out. */
    public static final int MOST_MONTHS = 120;

    private static final String NOT_QUALIFIED = "never qualified";
    private static final String LATER = "qualified after the as-of month";
    private static final String EARLIER = "qualified more than " + MOST_MONTHS + " months ago";
    private static final String NOT_OVER = "the month is not over";
    private static final String NONE_BEFORE = "no lead was first qualified in the month before";

    /**
     * Keeps a copy of the stages.
     *
     * @param qualified the stages that make a lead qualified
     * @param zone where a month begins and ends
     */
    public LeadVelocity {
        qualified = Set.copyOf(qualified);
        if (qualified.isEmpty()) {
            throw new IllegalArgumentException("qualified must be at least one stage, was none");
        }
    }

    @Override
    public Sample<YearMonth> create() {
        return new Sample<>();
    }

    @Override
    public void add(Sample<YearMonth> state, LeadFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Sample<YearMonth> state, LeadFacts facts) {
        count(state, facts, -1);
    }

    private void count(Sample<YearMonth> state, LeadFacts facts, long times) {
        if (facts.capturedAt().isEmpty()) {
            state.excluded().add(LeadFacts.UNDATED, times);
            return;
        }
        facts.firstReached(qualified)
                .ifPresentOrElse(
                        at -> state.counted().add(YearMonth.from(LocalDay.of(at, zone)), times),
                        () -> state.excluded().add(NOT_QUALIFIED, times));
    }

    @Override
    public void merge(Sample<YearMonth> into, Sample<YearMonth> from) {
        into.merge(from);
    }

    @Override
    public Velocity result(Sample<YearMonth> state, Instant asOf) {
        YearMonth current = YearMonth.from(LocalDay.of(asOf, zone));
        YearMonth earliest = current.minusMonths(MOST_MONTHS - 1);
        SortedMap<String, Long> excluded = excluded(state, earliest, current);
        List<MonthGrowth> months = new ArrayList<>();
        for (YearMonth month = first(state.counted(), earliest, current);
                month.isBefore(current);
                month = month.plusMonths(1)) {
            months.add(month(state.counted(), month, excluded));
        }
        MonthGrowth open = open(state.counted(), current, excluded);
        KpiResult latest = months.isEmpty()
                ? KpiResult.undefined(definition(), KpiUnit.SHARE, open.growth().basis(), noMonth(state.counted()))
                : months.get(months.size() - 1).growth();
        if (!months.isEmpty() || open.qualified() != 0) {
            months.add(open);
        }
        return new Velocity(latest, months);
    }

    private static String noMonth(Tally<YearMonth> counted) {
        return counted.counts().isEmpty() ? "no dated lead was qualified" : "no month with qualified leads is over";
    }

    private static YearMonth first(Tally<YearMonth> counted, YearMonth earliest, YearMonth current) {
        return counted.counts().keySet().stream()
                .filter(month -> !month.isBefore(earliest) && month.isBefore(current))
                .min(Comparator.naturalOrder())
                .orElse(current);
    }

    private static SortedMap<String, Long> excluded(Sample<YearMonth> state, YearMonth earliest, YearMonth current) {
        Tally<String> excluded = new Tally<>();
        excluded.merge(state.excluded());
        excluded.add(LATER, state.counted().total(month -> month.isAfter(current)));
        excluded.add(EARLIER, state.counted().total(month -> month.isBefore(earliest)));
        return new TreeMap<>(excluded.counts());
    }

    private MonthGrowth month(Tally<YearMonth> counted, YearMonth month, SortedMap<String, Long> excluded) {
        Basis basis = basis(counted, month, excluded);
        return new MonthGrowth(
                month, counted.count(month), KpiResult.quotient(definition(), KpiUnit.SHARE, basis, NONE_BEFORE));
    }

    private MonthGrowth open(Tally<YearMonth> counted, YearMonth month, SortedMap<String, Long> excluded) {
        Basis basis = basis(counted, month, excluded);
        return new MonthGrowth(
                month, counted.count(month), KpiResult.undefined(definition(), KpiUnit.SHARE, basis, NOT_OVER));
    }

    private static Basis basis(Tally<YearMonth> counted, YearMonth month, SortedMap<String, Long> excluded) {
        long before = counted.count(month.minusMonths(1));
        return Basis.of(Math.subtractExact(counted.count(month), before), before, excluded);
    }

    private Definition definition() {
        String stages = qualified.stream().map(Stage::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
        return new Definition(
                "lead.velocity/1?qualified=" + stages + "&zone=" + zone,
                "Leads first qualified in a calendar month less those of the month before, over those of the month before;"
                        + " undated leads are left out.");
    }
}

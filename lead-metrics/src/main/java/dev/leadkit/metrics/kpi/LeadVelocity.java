package dev.leadkit.metrics.kpi;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
public record LeadVelocity(Set<Stage> qualified, ZoneId zone) implements LeadKpi<Velocity> {

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
    public List<String> parts() {
        return List.of("first qualified in month (12 a year from year 0)");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        Optional<FactEvent> first = facts.firstReached(qualified);
        if (first.isPresent()) {
            counts.add(0, month(LocalDay.of(first.get().at(), zone)), times);
        } else {
            counts.exclude(NOT_QUALIFIED, times);
        }
    }

    private static long month(LocalDate day) {
        return day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.firstReached(qualified).stream().toList();
    }

    @Override
    public Velocity result(Counts counts, Instant asOf) {
        YearMonth current = YearMonth.from(LocalDay.of(asOf, zone));
        YearMonth earliest = current.minusMonths(MOST_MONTHS - 1);
        SortedMap<String, Long> excluded = excluded(counts, earliest, current);
        List<MonthGrowth> months = new ArrayList<>();
        for (YearMonth month = first(counts, earliest, current); month.isBefore(current); month = month.plusMonths(1)) {
            months.add(growth(counts, month, excluded));
        }
        MonthGrowth open = open(counts, current, excluded);
        KpiResult latest = months.isEmpty()
                ? KpiResult.undefined(definition(), KpiUnit.SHARE, open.growth().basis(), noMonth(counts))
                : months.get(months.size() - 1).growth();
        if (!months.isEmpty() || open.qualified() != 0) {
            months.add(open);
        }
        return new Velocity(latest, months);
    }

    private static String noMonth(Counts counts) {
        return counts.keys(0).length == 0 ? "no dated lead was qualified" : "no month with qualified leads is over";
    }

    private static YearMonth first(Counts counts, YearMonth earliest, YearMonth current) {
        long from = number(earliest);
        long to = number(current);
        return Arrays.stream(counts.keys(0))
                .filter(month -> month >= from && month < to)
                .mapToObj(month -> earliest.plusMonths(month - from))
                .findFirst()
                .orElse(current);
    }

    private static SortedMap<String, Long> excluded(Counts counts, YearMonth earliest, YearMonth current) {
        Counts excluded = new Counts();
        counts.excluded().forEach(excluded::exclude);
        excluded.exclude(LATER, counts.total(0, month -> month > number(current)));
        excluded.exclude(EARLIER, counts.total(0, month -> month < number(earliest)));
        return excluded.excluded();
    }

    private static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private MonthGrowth growth(Counts counts, YearMonth month, SortedMap<String, Long> excluded) {
        Basis basis = basis(counts, month, excluded);
        return new MonthGrowth(
                month,
                counts.count(0, number(month)),
                KpiResult.quotient(definition(), KpiUnit.SHARE, basis, NONE_BEFORE));
    }

    private MonthGrowth open(Counts counts, YearMonth month, SortedMap<String, Long> excluded) {
        Basis basis = basis(counts, month, excluded);
        return new MonthGrowth(
                month,
                counts.count(0, number(month)),
                KpiResult.undefined(definition(), KpiUnit.SHARE, basis, NOT_OVER));
    }

    private static Basis basis(Counts counts, YearMonth month, SortedMap<String, Long> excluded) {
        long before = counts.count(0, number(month.minusMonths(1)));
        return Basis.of(Math.subtractExact(counts.count(0, number(month)), before), before, excluded);
    }

    @Override
    public Definition definition() {
        String stages = qualified.stream().map(Stage::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
        return new Definition(
                "lead.velocity/1?qualified=" + stages + "&zone=" + zone,
                TimeBasis.EVENT,
                "Leads first qualified in a calendar month less those of the month before, over those of the month before;"
                        + " undated leads are left out.");
    }
}

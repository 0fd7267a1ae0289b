package dev.leadkit.metrics.kpi;

import static java.util.Objects.requireNonNull;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * {@code lead.velocity}: the lead velocity rate, the growth from month to month of leads <em>first</em> qualified:
 * {@code (Q(m) - Q(m-1)) / Q(m-1)}. A month without qualified leads counts 0; the growth after such a month is undefined, and so is
 * that of a month that is not over at the as-of instant; of that month, the days that are over are compared with the same days of
 * the month before. Undated leads and leads never qualified are left out and counted.
 *
 * <p>Growth means something only while the criteria stay the same: states of different versions of the criteria are refused.
 *
 * @param qualified a lead is qualified when it first enters any of these stages; at least one
 * @param zone where a month begins and ends
 * @param version the version of the criteria by which leads enter these stages; may be empty where there is only one
 */
public record LeadVelocity(Set<Stage> qualified, ZoneId zone, String version) implements LeadKpi<Velocity> {

    /** The most months that a result lists; leads that were qualified earlier are counted as left out. */
    public static final int MOST_MONTHS = 120;

    private static final String NOT_QUALIFIED = "never qualified";
    private static final String LATER = "qualified after the as-of month";
    private static final String EARLIER = "qualified more than " + MOST_MONTHS + " months ago";
    private static final String NOT_OVER = "the month is not over";
    private static final String NO_DAY_OVER = "no day of the month is over";
    private static final String NONE_BEFORE = "no lead was first qualified in the month before";

    /**
     * Keeps a copy of the stages.
     *
     * @param qualified the stages that make a lead qualified
     * @param zone where a month begins and ends
     * @param version the version of the criteria
     */
    public LeadVelocity {
        requireNonNull(zone, "zone");
        requireNonNull(version, "version");
        qualified = Set.copyOf(qualified);
        if (qualified.isEmpty()) {
            throw new IllegalArgumentException("qualified must be at least one stage, was none");
        }
    }

    /**
     * With criteria of one version.
     *
     * @param qualified the stages that make a lead qualified; at least one
     * @param zone where a month begins and ends
     */
    public LeadVelocity(Set<Stage> qualified, ZoneId zone) {
        this(qualified, zone, "");
    }

    @Override
    public List<String> parts() {
        return List.of("first qualified on day (from 1970-01-01)");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        Optional<FactEvent> first = facts.firstReached(qualified);
        if (first.isPresent()) {
            counts.add(0, LocalDay.of(first.get().at(), zone).toEpochDay(), times);
        } else {
            counts.exclude(NOT_QUALIFIED, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.firstReached(qualified).stream().toList();
    }

    @Override
    public Velocity result(Counts counts, Instant asOf) {
        LocalDate today = LocalDay.of(asOf, zone);
        YearMonth current = YearMonth.from(today);
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
        return new Velocity(latest, toDate(counts, today, excluded), months);
    }

    private static String noMonth(Counts counts) {
        return counts.keys(0).length == 0 ? "no dated lead was qualified" : "no month with qualified leads is over";
    }

    private static YearMonth first(Counts counts, YearMonth earliest, YearMonth current) {
        long from = earliest.atDay(1).toEpochDay();
        long to = current.atDay(1).toEpochDay();
        return Arrays.stream(counts.keys(0))
                .filter(day -> day >= from && day < to)
                .mapToObj(day -> YearMonth.from(LocalDate.ofEpochDay(day)))
                .findFirst()
                .orElse(current);
    }

    private static SortedMap<String, Long> excluded(Counts counts, YearMonth earliest, YearMonth current) {
        Counts excluded = new Counts();
        counts.excluded().forEach(excluded::exclude);
        long end = current.plusMonths(1).atDay(1).toEpochDay();
        excluded.exclude(LATER, counts.total(0, day -> day >= end));
        long start = earliest.atDay(1).toEpochDay();
        excluded.exclude(EARLIER, counts.total(0, day -> day < start));
        return excluded.excluded();
    }

    private static long qualified(Counts counts, YearMonth month) {
        return qualified(counts, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static long qualified(Counts counts, LocalDate from, LocalDate to) {
        long start = from.toEpochDay();
        long end = to.toEpochDay();
        return counts.total(0, day -> day >= start && day < end);
    }

    private MonthGrowth growth(Counts counts, YearMonth month, SortedMap<String, Long> excluded) {
        long now = qualified(counts, month);
        Basis basis = basis(now, qualified(counts, month.minusMonths(1)), excluded);
        return new MonthGrowth(month, now, growth(definition(), now, basis, NONE_BEFORE));
    }

    private static KpiResult growth(Definition definition, long now, Basis basis, String whenEmpty) {
        return now < 0
                ? KpiResult.undefined(definition, KpiUnit.SHARE, basis, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition, KpiUnit.SHARE, basis, whenEmpty);
    }

    private MonthGrowth open(Counts counts, YearMonth month, SortedMap<String, Long> excluded) {
        long now = qualified(counts, month);
        Basis basis = basis(now, qualified(counts, month.minusMonths(1)), excluded);
        return new MonthGrowth(month, now, KpiResult.undefined(definition(), KpiUnit.SHARE, basis, NOT_OVER));
    }

    private static Basis basis(long now, long before, SortedMap<String, Long> excluded) {
        return Basis.of(Math.subtractExact(now, before), before, excluded);
    }

    private KpiResult toDate(Counts counts, LocalDate today, SortedMap<String, Long> excluded) {
        LocalDate start = today.withDayOfMonth(1);
        LocalDate before = start.minusMonths(1);
        int days = Math.min(today.getDayOfMonth() - 1, before.lengthOfMonth());
        long now = qualified(counts, start, today);
        Basis basis = basis(now, qualified(counts, before, before.plusDays(days)), excluded);
        Definition definition = new Definition(
                definition().id().replaceFirst("lead.velocity/", "lead.velocity.to-date/"),
                TimeBasis.EVENT,
                "Leads first qualified on the days of this month that are over, less those on the same days of the month before, over"
                        + " the latter; all of the month before where it was shorter.");
        return days == 0
                ? KpiResult.undefined(definition, KpiUnit.SHARE, basis, NO_DAY_OVER)
                : growth(definition, now, basis, "no lead was first qualified on those days before");
    }

    @Override
    public Definition definition() {
        String stages =
                Definition.texts(qualified.stream().map(Stage::name).sorted().toList());
        return new Definition(
                "lead.velocity/1?qualified=" + stages + "&zone=" + zone
                        + (version.isEmpty() ? "" : "&version=" + Definition.text(version)),
                TimeBasis.EVENT,
                "Leads first qualified in a calendar month less those of the month before, over those of the month before;"
                        + " undated leads are left out.");
    }
}

package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The periods of a result, made of counts whose keys are the days on which periods begin, and what is outside of them. */
final class Listing {

    private static final String NOT_OVER = "the period is not over";

    private final Periods periods;
    private final Instant asOf;
    private final List<LocalDate> starts;
    private final SortedMap<String, Long> excluded;

    Listing(Periods periods, Counts counts, List<String> verbs, Instant asOf) {
        this.periods = periods;
        this.asOf = asOf;
        TreeSet<LocalDate> known = new TreeSet<>();
        for (int part = 0; part < verbs.size(); part++) {
            for (long day : counts.keys(part)) {
                known.add(LocalDate.ofEpochDay(day));
            }
        }
        this.starts = periods.listed(known, asOf);
        this.excluded = outside(counts, verbs);
    }

    private SortedMap<String, Long> outside(Counts counts, List<String> verbs) {
        SortedMap<String, Long> all = new TreeMap<>(counts.excluded());
        long last = periods.of(asOf).toEpochDay();
        long first = starts.isEmpty() ? last + 1 : starts.get(0).toEpochDay();
        for (int part = 0; part < verbs.size(); part++) {
            put(all, verbs.get(part) + " after the as-of period", counts.total(part, day -> day > last));
            put(
                    all,
                    verbs.get(part) + " more than " + Periods.MOST + " periods ago",
                    counts.total(part, day -> day < first && day <= last));
        }
        return all;
    }

    private static void put(SortedMap<String, Long> all, String reason, long times) {
        if (times != 0) {
            all.put(reason, times);
        }
    }

    SortedMap<String, Long> excluded() {
        return excluded;
    }

    /** The figures; {@code figure} makes one from the day on which its period begins. */
    PeriodFigures figures(Function<Long, KpiResult> figure, KpiResult none) {
        List<PeriodFigure> all = new ArrayList<>();
        KpiResult latest = none;
        for (LocalDate start : starts) {
            KpiResult told = figure.apply(start.toEpochDay());
            boolean over = periods.isOver(start, asOf);
            latest = over ? told : latest;
            all.add(new PeriodFigure(start, periods.unit().name(start), over ? told : notOver(told)));
        }
        return new PeriodFigures(latest, all);
    }

    private static KpiResult notOver(KpiResult told) {
        return KpiResult.undefined(told.definition(), told.unit(), told.basis(), NOT_OVER);
    }

    Basis nothing() {
        return Basis.of(0, 0, excluded);
    }
}

package dev.leadkit.metrics.survival;

import dev.leadkit.fault.Faults;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was observed of leads as of an instant: on which day after the capture each came to its end, or how long it has been open.
 * Part 0 of the counts has the days of the events, part 1 those of other ends, part 2 when the open leads were captured.
 */
final class Observed {

    static final int EVENTS = 0;
    static final int OTHERS = 1;
    static final int OPEN = 2;

    static final String NO_LEADS = "no dated lead was observed";

    private static final int DAY = 86_400;

    private final NavigableMap<Long, Day> days = new TreeMap<>();
    private final Curve curve;
    private final SortedMap<String, Long> excluded;
    private final boolean whole;

    /** What came to how many on one day. */
    private static final class Day {

        private long events;
        private long others;
        private long open;

        long all() {
            return Math.addExact(events, Math.addExact(others, open));
        }
    }

    Observed(Counts counts, Instant asOf, Resolution resolution, long fewest) {
        Counts left = new Counts();
        counts.excluded().forEach(left::exclude);
        long now = resolution.up(asOf);
        left.exclude("captured after the as-of instant", counts.total(OPEN, came -> came > now));
        this.excluded = left.excluded();
        this.whole = !counts.hasNegative(EVENTS) && !counts.hasNegative(OTHERS) && !counts.hasNegative(OPEN);
        if (whole) {
            gather(counts, now, resolution.step().toSeconds());
        }
        this.curve = curve(fewest);
    }

    private void gather(Counts counts, long now, long step) {
        for (long day : counts.keys(EVENTS)) {
            at(day).events += counts.count(EVENTS, day);
        }
        for (long day : counts.keys(OTHERS)) {
            at(day).others += counts.count(OTHERS, day);
        }
        for (long came : counts.keys(OPEN)) {
            if (came <= now) {
                at(day((now - came) * step)).open += counts.count(OPEN, came);
            }
        }
    }

    private Day at(long day) {
        return days.computeIfAbsent(day, missing -> new Day());
    }

    /** The day of a time: day j has what is longer than j - 1 and at most j times 24 hours. */
    static long day(long seconds) {
        return -Math.floorDiv(-seconds, DAY);
    }

    private Curve curve(long fewest) {
        long leads = days.values().stream().mapToLong(Day::all).reduce(0, Math::addExact);
        OptionalLong last = last(fewest);
        List<CurveStep> steps = new ArrayList<>();
        Incidence incidence = new Incidence();
        long atRisk = leads;
        for (var entry : days.entrySet()) {
            Day day = entry.getValue();
            if (last.isPresent() && entry.getKey() > last.getAsLong()) {
                break;
            }
            if (day.events > 0 || day.others > 0) {
                steps.add(incidence.step(entry.getKey(), atRisk, day.events, day.others));
            }
            atRisk -= day.all();
        }
        return new Curve(leads, steps, last);
    }

    /** Until the first lead is open nothing is missing; later enough must be at risk. */
    private OptionalLong last(long fewest) {
        OptionalLong firstOpen = days.entrySet().stream()
                .filter(entry -> entry.getValue().open > 0)
                .mapToLong(Map.Entry::getKey)
                .findFirst();
        if (firstOpen.isEmpty()) {
            return firstOpen;
        }
        long atRisk = 0;
        for (var entry : days.descendingMap().entrySet()) {
            atRisk += entry.getValue().all();
            if (atRisk >= fewest) {
                return OptionalLong.of(Math.max(entry.getKey(), firstOpen.getAsLong()));
            }
        }
        return firstOpen;
    }

    Curve curve() {
        return curve;
    }

    /** The incidence by the end of a day, with its interval. */
    KpiResult incidence(Definition definition, long day) {
        long events = events(day);
        Basis basis = Basis.of(events, curve.leads(), excluded);
        if (!curve.reaches(day)) {
            return KpiResult.undefined(
                    definition, KpiUnit.SHARE, basis, reason("not enough leads were observed for so long"));
        }
        KpiResult known = KpiResult.known(definition, KpiUnit.SHARE, curve.incidence(day), basis);
        return new KpiResult(
                definition, known.unit(), known.value(), basis, curve.step(day).flatMap(CurveStep::interval));
    }

    private String reason(String otherwise) {
        return !whole ? KpiResult.INCOMPLETE : curve.leads() == 0 ? NO_LEADS : otherwise;
    }

    private long events(long day) {
        return days.headMap(day, true).values().stream()
                .mapToLong(known -> known.events)
                .reduce(0, Math::addExact);
    }

    /** By which day it has happened to so many percent of all. */
    KpiResult quantile(Definition definition, int percent) {
        return curve.quantile(percent)
                .map(step -> KpiResult.known(
                        definition,
                        KpiUnit.DAYS,
                        BigDecimal.valueOf(step.day()),
                        Basis.of(events(step.day()), curve.leads(), excluded)))
                .orElseGet(() -> KpiResult.undefined(
                        definition,
                        KpiUnit.DAYS,
                        Basis.of(events(Long.MAX_VALUE), curve.leads(), excluded),
                        reason("not reached")));
    }

    /** The day on which a lead's end came; below 0 if it was before the capture. */
    static long day(FactEvent captured, FactEvent end) {
        return end.isBefore(captured) ? -1 : day(captured.secondsTo(end));
    }

    static void check(int fewest, Faults faults) {
        if (fewest < 1) {
            faults.add("fewest", "at least 1", Integer.toString(fewest));
        }
    }
}

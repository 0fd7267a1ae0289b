package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a table from counts that are named by the day on which their cohort begins: part 0 the members by when they came, the parts
 * from 1 the conversions at each age.
 */
final class CohortGrid {

    static final int MEMBERS = 0;
    static final int CONVERTED = 1;
    /** The most ages, so that each has a part of the counts. */
    static final int MOST_AGES = 60;

    private static final String EMPTY = "no dated lead was captured in the period";

    private final Periods periods;
    private final int ages;
    private final Definition definition;
    private final Ripeness ripeness;

    CohortGrid(Periods periods, int ages, Definition definition, Ripeness ripeness) {
        this.periods = periods;
        this.ages = ages;
        this.definition = definition;
        this.ripeness = ripeness;
    }

    /** Which cells can be told. */
    interface Ripeness {

        /** Whether no lead of the cohort is too young, whenever in it a lead came. */
        boolean isComplete(LocalDate cohort, int age);

        /** How many of the members are old enough. */
        long eligible(Counts members, int age);
    }

    static List<String> parts(int ages, String members) {
        return Stream.concat(
                        Stream.of(members), IntStream.range(0, ages).mapToObj(age -> "first converted at age " + age))
                .toList();
    }

    CohortTable table(Counts counts, Instant asOf) {
        SortedMap<LocalDate, Counts> cohorts = new TreeMap<>();
        Counts excluded = new Counts();
        counts.excluded().forEach(excluded::exclude);
        counts.named().forEach((start, cohort) -> cohorts.put(LocalDate.parse(start), cohort));
        List<LocalDate> listed = periods.listed(((TreeMap<LocalDate, Counts>) cohorts).navigableKeySet(), asOf);
        LocalDate current = periods.of(asOf);
        cohorts.forEach((start, cohort) -> {
            if (start.isAfter(current)) {
                excluded.exclude("captured after the as-of period", cohort.total(MEMBERS));
            } else if (listed.isEmpty() || start.isBefore(listed.get(0))) {
                excluded.exclude("captured more than " + Periods.MOST + " periods ago", cohort.total(MEMBERS));
            }
        });
        SortedMap<String, Long> leftOut = excluded.excluded();
        List<CohortTable.Row> rows = new ArrayList<>();
        for (LocalDate start : listed) {
            rows.add(row(start, cohorts.getOrDefault(start, new Counts()), leftOut));
        }
        return new CohortTable(definition, rows, leftOut);
    }

    private CohortTable.Row row(LocalDate start, Counts cohort, SortedMap<String, Long> excluded) {
        long members = cohort.total(MEMBERS);
        long converted = 0;
        List<CohortTable.Cell> cells = new ArrayList<>();
        for (int age = 0; age < ages; age++) {
            converted = Math.addExact(converted, cohort.count(CONVERTED + age, 0));
            boolean complete = ripeness.isComplete(start, age);
            Basis basis = Basis.of(converted, members, excluded);
            KpiResult rate = complete
                    ? KpiResult.rate(definition, basis, EMPTY)
                    : KpiResult.undefined(definition, KpiUnit.SHARE, basis, CohortTable.NOT_COMPLETE);
            cells.add(new CohortTable.Cell(age, complete, complete ? members : ripeness.eligible(cohort, age), rate));
        }
        return new CohortTable.Row(start, periods.unit().name(start), members, cells);
    }
}

package dev.leadkit.metrics.cohort;

import static dev.leadkit.metrics.Chronicle.captured;
import static dev.leadkit.metrics.Chronicle.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CohortTableTest {

    private static final Periods MONTHS = new Periods(PeriodUnit.MONTH, ZoneOffset.UTC);
    private static final Periods DAYS = new Periods(PeriodUnit.DAY, ZoneOffset.UTC);
    private static final Duration TEN = Duration.ofDays(10);

    private static CohortTable table(LeadKpi<CohortTable> kpi, Instant asOf, Chronicle... leads) {
        Counts counts = kpi.create();
        for (Chronicle lead : leads) {
            kpi.add(counts, lead.facts());
        }
        return kpi.result(counts, asOf);
    }

    /** A row such as {@code 2026-06 (3): 1/3 2/3 [1 of 3]}; a cell in brackets is not complete. */
    private static List<String> told(CohortTable table) {
        return table.rows().stream()
                .map(row -> row.name() + " (" + row.members() + "): "
                        + row.cells().stream().map(CohortTableTest::told).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String told(CohortTable.Cell cell) {
        KpiResult rate = cell.rate();
        if (rate.value().equals(new KpiValue.Undefined(CohortTable.NOT_COMPLETE))) {
            assertThat(cell.complete()).isFalse();
            return "[" + cell.eligible() + " of " + rate.basis().denominator() + "]";
        }
        assertThat(cell.complete()).isTrue();
        assertThat(cell.eligible()).isEqualTo(rate.basis().denominator().longValueExact());
        return rate.basis().numerator() + "/" + rate.basis().denominator();
    }

    private static RollingCohorts rolling(int ages) {
        return new RollingCohorts(MONTHS, TEN, ages, Resolution.SECOND);
    }

    @Test
    @DisplayName("Rolling: by each lead's own age, complete when the youngest possible member is old enough")
    void rolling() {
        Chronicle[] leads = {
            captured(0).converted(10),
            captured(2).converted(12.00001),
            captured(29).converted(45),
            captured(1),
            captured(61).converted(61)
        };
        assertThat(told(table(rolling(3), day(50), leads)))
                .containsExactly("2026-06 (4): 1/4 3/4 [3 of 4]", "2026-07 (0): [0 of 0] [0 of 0] [0 of 0]");
        assertThat(told(table(rolling(3), day(49.99), leads)).get(0)).isEqualTo("2026-06 (4): 1/4 [4 of 4] [3 of 4]");
        assertThat(told(table(rolling(3), day(500), leads)).get(2)).isEqualTo("2026-08 (1): 1/1 1/1 1/1");
        assertThat(told(table(rolling(2), day(500), captured(0).converted(20.1))))
                .first()
                .isEqualTo("2026-06 (1): 0/1 0/1");
    }

    @Test
    @DisplayName("Coarse steps never call a member old enough too early")
    void coarseStepsWaitLonger() {
        RollingCohorts kpi = new RollingCohorts(MONTHS, TEN, 1, Resolution.DAY);
        assertThat(told(table(kpi, day(10.5), captured(0.4)))).containsExactly("2026-06 (1): [0 of 1]");
        assertThat(told(table(kpi, day(11), captured(0.4)))).containsExactly("2026-06 (1): [1 of 1]");
    }

    @Test
    @DisplayName("Calendar: by the ends of the months after that of the capture, each told when it is over")
    void calendar() {
        CalendarCohorts kpi = new CalendarCohorts(MONTHS, 3);
        Chronicle[] leads = {
            captured(29).converted(29.9), captured(0).converted(30), captured(0).converted(92), captured(31)
        };
        assertThat(told(table(kpi, day(61), leads)))
                .containsExactly(
                        "2026-06 (3): 1/3 2/3 [0 of 3]",
                        "2026-07 (1): 0/1 [0 of 1] [0 of 1]",
                        "2026-08 (0): [0 of 0] [0 of 0] [0 of 0]");
        assertThat(told(table(kpi, day(60.9), leads)).get(0)).isEqualTo("2026-06 (3): 1/3 [0 of 3] [0 of 3]");
        assertThat(told(table(kpi, day(500), leads)).get(0)).isEqualTo("2026-06 (3): 1/3 2/3 2/3");
    }

    @Test
    @DisplayName("An empty cohort that is old enough has no rate; a part of the counts that is missing has none either")
    void undefinedRates() {
        CohortTable table = table(rolling(1), day(100), captured(0), captured(61));
        assertThat(table.rows().get(1).cells().get(0).rate().value())
                .isEqualTo(new KpiValue.Undefined("no dated lead was captured in the period"));
        Counts counts = rolling(1).create();
        rolling(1).retract(counts, captured(1).facts());
        assertThat(rolling(1)
                        .result(counts, day(100))
                        .rows()
                        .get(0)
                        .cells()
                        .get(0)
                        .rate()
                        .value())
                .isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
    }

    @Test
    void nobodyIsDropped() {
        Chronicle undated = Chronicle.empty().submitted(0, false);
        for (LeadKpi<CohortTable> kpi :
                List.of(new RollingCohorts(DAYS, TEN, 2, Resolution.SECOND), new CalendarCohorts(DAYS, 2))) {
            CohortTable table = table(
                    kpi,
                    day(400),
                    undated,
                    captured(0),
                    captured(1),
                    captured(3).converted(2),
                    captured(401),
                    captured(402));
            assertThat(table.rows()).hasSize(400);
            assertThat(table.excluded())
                    .hasToString("{captured after the as-of period=2, captured more than 400 periods ago=1,"
                            + " converted before the capture=1, undated lead=1}");
            assertThat(table.rows().get(0).cells().get(0).rate().basis().excluded())
                    .isEqualTo(table.excluded());
            assertThat(table(kpi, day(3)).rows()).isEmpty();
            assertThat(table(kpi, day(900), captured(0)).excluded())
                    .hasToString("{captured more than 400 periods ago=1}");
        }
    }

    @Test
    @DisplayName("Absurd instants do not stop a table")
    void farInstants() {
        for (Instant asOf : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(table(rolling(2), asOf, captured(0)).rows()).isEmpty();
            assertThat(table(new CalendarCohorts(MONTHS, 2), asOf, captured(0)).rows())
                    .isEmpty();
        }
        Chronicle first = captured(-739_000);
        Chronicle last = captured(2_900_000);
        assertThat(told(table(rolling(2), day(-739_000), first, last))).hasSize(1);
        assertThat(told(table(rolling(2), day(2_900_000), first, last))).hasSize(1);
    }

    @Test
    void anExplanationNamesTheCohortAndTheAge() {
        assertThat(Explanation.of(rolling(3), captured(31).converted(44).facts())
                        .cells())
                .extracting(cell -> cell.groups() + " " + cell.part() + " " + cell.times())
                .containsExactly("[2026-07-01] captured, by step 1", "[2026-07-01] first converted at age 1 1");
        assertThat(Explanation.of(rolling(3), captured(0).converted(30.1).facts())
                        .cells())
                .as("after the last age")
                .hasSize(1);
        assertThat(Explanation.of(
                                new CalendarCohorts(MONTHS, 1),
                                captured(0).converted(30).facts())
                        .cells())
                .as("after the last age")
                .hasSize(1);
        assertThat(Explanation.of(
                                new CalendarCohorts(MONTHS, 1),
                                captured(3).converted(3).facts())
                        .cells())
                .as("converted at once")
                .hasSize(2);
        assertThat(Explanation.of(rolling(1), captured(3).converted(3).facts()).cells())
                .as("converted at once")
                .hasSize(2);
        assertThat(new CalendarCohorts(MONTHS, 2).parts())
                .containsExactly("captured", "first converted at age 0", "first converted at age 1");
    }

    @Test
    @DisplayName("Parameters that are out of range or contradict each other are all named")
    void parametersAreChecked() {
        assertThatThrownBy(() -> new RollingCohorts(MONTHS, Duration.ZERO, 0, Resolution.SECOND))
                .hasMessageContaining("ages: must be from 1 to 60, was 0")
                .hasMessageContaining("step: must be whole seconds from PT1S to PT876000H, was PT0S");
        assertThatThrownBy(() -> new RollingCohorts(MONTHS, Duration.ofDays(36_500), 2, Resolution.SECOND))
                .hasMessageContaining("step: must be at most PT876000H over all ages, was PT876000H");
        assertThatThrownBy(() -> new RollingCohorts(MONTHS, Duration.ofHours(1), 61, Resolution.DAY))
                .hasMessageContaining("ages: must be from 1 to 60, was 61")
                .hasMessageContaining("resolution: must be not longer than the step PT1H, was PT24H");
        assertThatThrownBy(() -> new CalendarCohorts(MONTHS, 0)).hasMessage("ages must be from 1 to 60, was 0");
        assertThatThrownBy(() -> new CalendarCohorts(MONTHS, 61)).hasMessage("ages must be from 1 to 60, was 61");
        assertThat(new RollingCohorts(MONTHS, Duration.ofDays(1), 60, Resolution.DAY)
                        .definition()
                        .id())
                .isEqualTo("lead.conversion.cohorts.rolling/1?unit=month&zone=Z&step=PT24H&ages=60&resolution=PT24H");
        assertThat(new CalendarCohorts(MONTHS, 60).definition().id())
                .isEqualTo("lead.conversion.cohorts.calendar/1?unit=month&zone=Z&ages=60");
    }
}

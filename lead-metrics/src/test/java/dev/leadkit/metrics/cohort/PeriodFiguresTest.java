package dev.leadkit.metrics.cohort;

import static dev.leadkit.metrics.Chronicle.captured;
import static dev.leadkit.metrics.Chronicle.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodFiguresTest {

    private static final Periods MONTHS = new Periods(PeriodUnit.MONTH, ZoneOffset.UTC);
    private static final Periods DAYS = new Periods(PeriodUnit.DAY, ZoneOffset.UTC);

    private static <R> R result(LeadKpi<R> kpi, Instant asOf, Chronicle... leads) {
        Counts counts = kpi.create();
        for (Chronicle lead : leads) {
            kpi.add(counts, lead.facts());
        }
        return kpi.result(counts, asOf);
    }

    private static String told(KpiResult figure) {
        String value = figure.value() instanceof KpiValue.Undefined undefined
                ? undefined.reason()
                : figure.value().number().orElseThrow().toPlainString();
        return figure.basis().numerator() + "/" + figure.basis().denominator() + " " + value;
    }

    @Test
    @DisplayName(
            "Throughput mixes cohorts and may exceed 1; a month without captures is undefined, the open one not told yet")
    void throughput() {
        PeriodFigures figures = result(
                new ConversionThroughput(MONTHS),
                day(95),
                captured(0).converted(40),
                captured(1).converted(41),
                captured(35).converted(70),
                captured(94));
        assertThat(figures.periods())
                .extracting(period -> period.name() + " " + told(period.figure()))
                .containsExactly(
                        "2026-06 0/2 0.000000",
                        "2026-07 2/1 2.000000",
                        "2026-08 1/0 no dated lead was captured in the period",
                        "2026-09 0/1 the period is not over");
        assertThat(told(figures.latest())).isEqualTo("1/0 no dated lead was captured in the period");
        assertThat(figures.periods().get(1).start()).isEqualTo("2026-07-01");
    }

    @Test
    @DisplayName("The win rate is by when the outcome came; open leads do not count, empty months are there")
    void closed() {
        PeriodFigures figures = result(
                new ClosedConversion(MONTHS),
                day(92),
                captured(0).converted(5),
                captured(0).lost(6),
                captured(0).lost(61.5),
                captured(0).converted(62).lost(63),
                captured(0),
                Chronicle.empty().submitted(0, false).lost(3));
        assertThat(figures.periods())
                .extracting(period -> period.name() + " " + told(period.figure()))
                .containsExactly(
                        "2026-06 1/2 0.500000",
                        "2026-07 0/0 no dated lead was converted or lost in the period",
                        "2026-08 1/2 0.500000",
                        "2026-09 0/0 the period is not over");
        assertThat(figures.latest().basis().excluded()).hasToString("{open=1, undated lead=1}");
        assertThat(figures.latest().interval()).isPresent();
    }

    @Test
    void withoutAnyPeriodThereIsNoFigure() {
        assertThat(told(result(new ClosedConversion(MONTHS), day(3)).latest())).isEqualTo("0/0 no period is over");
        assertThat(told(result(new ConversionThroughput(MONTHS), day(3), captured(1))
                        .latest()))
                .isEqualTo("0/0 no period is over");
    }

    @Test
    @DisplayName("What is after the as-of period, or more than 400 periods back, is counted as left out")
    void whatIsOutsideIsCounted() {
        PeriodFigures figures = result(
                new ConversionThroughput(DAYS),
                day(400),
                captured(0),
                captured(1),
                captured(2).converted(401),
                captured(402));
        assertThat(figures.periods()).hasSize(400);
        assertThat(figures.periods().get(0).name()).isEqualTo("2026-06-02");
        assertThat(figures.latest().basis().excluded())
                .hasToString("{captured after the as-of period=1, captured more than 400 periods ago=1,"
                        + " converted after the as-of period=1}");
        PeriodFigures nothing = result(
                new ConversionThroughput(DAYS),
                day(900),
                captured(0),
                captured(1).converted(2));
        assertThat(nothing.periods()).isEmpty();
        assertThat(nothing.latest().basis().excluded())
                .hasToString("{captured more than 400 periods ago=2, converted more than 400 periods ago=1}");
    }

    @Test
    void figuresAreUndefinedWhileCountsAreMissing() {
        ConversionThroughput throughput = new ConversionThroughput(MONTHS);
        Counts counts = throughput.create();
        throughput.retract(counts, captured(1).converted(2).facts());
        throughput.add(counts, captured(1).facts());
        throughput.add(counts, captured(1).facts());
        assertThat(told(throughput.result(counts, day(40)).latest())).isEqualTo("-1/1 " + KpiResult.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Niue"})
    @DisplayName("Absurd instants do not stop a figure")
    void farInstants(String zone) {
        Periods quarters = new Periods(PeriodUnit.QUARTER, ZoneId.of(zone));
        for (Instant asOf : new Instant[] {Instant.MIN, Instant.MAX}) {
            assertThat(result(new ConversionThroughput(quarters), asOf, captured(0))
                            .periods())
                    .isEmpty();
        }
    }

    @Test
    void explanationsNameTheParts() {
        assertThat(Explanation.of(
                                new ConversionThroughput(DAYS),
                                captured(0).converted(1).facts())
                        .cells())
                .extracting(cell -> cell.part() + " " + cell.times())
                .containsExactly("converted in period from epoch day 1", "captured in period from epoch day 1");
        assertThat(Explanation.of(
                                new ClosedConversion(DAYS), captured(0).lost(1).facts())
                        .cells())
                .extracting(cell -> cell.part() + " " + cell.times())
                .containsExactly("lost in period from epoch day 1");
        assertThat(Explanation.of(
                                new CohortConversion(Duration.ofDays(1)),
                                captured(0).converted(1).facts())
                        .cells())
                .extracting(cell -> cell.part() + " " + cell.times())
                .containsExactly("converted within the horizon, mature at step 1", "captured, mature at step 1");
        assertThat(Explanation.of(
                                new ConversionThroughput(DAYS),
                                Chronicle.empty().submitted(0, false).facts())
                        .excluded())
                .hasToString("{undated lead=1}");
    }

    @Test
    void definitionsNameUnitAndZone() {
        assertThat(new ConversionThroughput(MONTHS).definition().id())
                .isEqualTo("lead.conversion.throughput/1?unit=month&zone=Z");
        assertThat(new ClosedConversion(new Periods(PeriodUnit.ISO_WEEK, ZoneId.of("Europe/Berlin")))
                        .definition()
                        .id())
                .isEqualTo("lead.conversion.closed/1?unit=iso_week&zone=Europe/Berlin");
        assertThat(new ClosedConversion(MONTHS).evidence(captured(0).lost(3).facts()))
                .extracting(event -> event.what().name())
                .containsExactly("lost");
        assertThat(new ConversionThroughput(MONTHS)
                        .evidence(captured(0).lost(3).converted(4).facts()))
                .extracting(event -> event.what().name())
                .containsExactly("submitted", "converted");
    }
}

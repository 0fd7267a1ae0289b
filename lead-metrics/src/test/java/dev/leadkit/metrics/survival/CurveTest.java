package dev.leadkit.metrics.survival;

import static dev.leadkit.metrics.Chronicle.captured;
import static dev.leadkit.metrics.Chronicle.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CurveTest {

    private static final EventualConversion FIVE_DAYS = new EventualConversion(5, 1, Resolution.SECOND);
    private static final QualificationTime QUALIFIED =
            new QualificationTime(Set.of(new Stage("mql"), new Stage("sql")), 1, Resolution.SECOND);

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

    private static List<String> told(Curve curve) {
        return curve.steps().stream()
                .map(step -> "day " + step.day() + ": " + step.events() + "+" + step.others() + " of " + step.atRisk()
                        + " -> " + step.incidence().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    @DisplayName("By hand: 10 leads, some open; losses stay in the denominator, open leads leave it")
    void byHand() {
        // Day 1: 2 of 10 won, 1 lost: F = 0.2, S = 0.7. Day 2: 2 open leads leave. Day 3: 1 of 5 won, 1 lost: F = 0.34,
        // S = 0.42.
        EventualConversion.Eventual eventual = result(
                FIVE_DAYS,
                day(10),
                captured(0).converted(0.5),
                captured(3).converted(4),
                captured(0).lost(1),
                captured(8),
                captured(8.5),
                captured(0).converted(2.5),
                captured(5).lost(8),
                captured(0),
                captured(0),
                captured(4));
        assertThat(told(eventual.curve())).containsExactly("day 1: 2+1 of 10 -> 0.2", "day 3: 1+1 of 5 -> 0.34");
        assertThat(told(eventual.share())).isEqualTo("3/10 0.340000");
        assertThat(told(eventual.median())).isEqualTo("3/10 not reached");
        assertThat(eventual.curve().lastDay()).hasValue(10);
        assertThat(eventual.curve().incidence(0)).isZero();
        assertThat(eventual.curve().incidence(2)).isEqualByComparingTo("0.2");
        assertThat(eventual.curve().incidence(3)).isEqualByComparingTo("0.34");
    }

    @Test
    @DisplayName("A conversion at the horizon's last second is within it, one second later it is not")
    void theHorizonIsInclusive() {
        double second = 1 / 86_400.0;
        assertThat(told(result(
                                FIVE_DAYS,
                                day(50),
                                captured(0).converted(5),
                                captured(0).lost(9))
                        .share()))
                .isEqualTo("1/2 0.500000");
        assertThat(told(result(
                                FIVE_DAYS,
                                day(50),
                                captured(0).converted(5 + second),
                                captured(0).lost(9))
                        .share()))
                .isEqualTo("0/2 0.000000");
        assertThat(told(result(FIVE_DAYS, day(50), captured(0).converted(0)).curve()))
                .containsExactly("day 0: 1+0 of 1 -> 1");
    }

    @Test
    @DisplayName("What ends on a day comes before what is open since that day")
    void eventsPrecedeCensorings() {
        EventualConversion.Eventual eventual =
                result(FIVE_DAYS, day(3), captured(0).converted(3), captured(0.5), captured(1.5));
        assertThat(told(eventual.curve())).containsExactly("day 3: 1+0 of 2 -> 0.5");
        assertThat(told(eventual.median())).isEqualTo("1/3 3.000000");
    }

    @Test
    @DisplayName("Beyond the last day with enough leads at risk nothing is told, and the curve says how far it goes")
    void tooFewAtRisk() {
        EventualConversion three = new EventualConversion(5, 3, Resolution.SECOND);
        Chronicle[] leads = {
            captured(6),
            captured(0).converted(4),
            captured(5),
            captured(0).converted(9),
            captured(7).lost(8)
        };
        EventualConversion.Eventual eventual = result(three, day(10), leads);
        assertThat(told(eventual.share())).isEqualTo("1/5 not enough leads were observed for so long");
        assertThat(eventual.curve().lastDay()).hasValue(4);
        assertThat(told(eventual.curve())).containsExactly("day 1: 0+1 of 5 -> 0", "day 4: 1+0 of 4 -> 0.2");
        assertThat(eventual.curve().reaches(4)).isTrue();
        assertThat(eventual.curve().reaches(5)).isFalse();
        assertThat(told(result(new EventualConversion(5, 2, Resolution.SECOND), day(10), leads)
                        .share()))
                .isEqualTo("1/5 0.200000");
    }

    @Test
    @DisplayName("Until the first open lead nothing is missing: told however few are at risk; with none open for ever")
    void withoutOpenLeadsAllIsKnown() {
        EventualConversion ten = new EventualConversion(5);
        Curve open = result(ten, day(6), captured(0), captured(0).converted(1)).curve();
        assertThat(open.lastDay()).isEqualTo(OptionalLong.of(6));
        EventualConversion.Eventual closed =
                result(ten, day(500), captured(0).lost(300), captured(0).converted(3));
        assertThat(closed.curve().lastDay()).isEmpty();
        assertThat(closed.curve().reaches(1_000_000)).isTrue();
        assertThat(told(closed.share())).isEqualTo("1/2 0.500000");
        assertThat(told(closed.median())).isEqualTo("1/2 3.000000");
    }

    @Test
    void withoutLeadsNothingIsKnown() {
        EventualConversion.Eventual nothing = result(FIVE_DAYS, day(1), captured(2));
        assertThat(told(nothing.share())).isEqualTo("0/0 no dated lead was observed");
        assertThat(told(nothing.median())).isEqualTo("0/0 no dated lead was observed");
        assertThat(nothing.curve().reaches(0)).isFalse();
        assertThat(nothing.share().basis().excluded()).hasToString("{captured after the as-of instant=1}");
    }

    @Test
    @DisplayName("Nobody is dropped: undated, ended before the capture, captured later")
    void leftOut() {
        EventualConversion.Eventual eventual = result(
                FIVE_DAYS,
                day(9),
                Chronicle.empty().submitted(0, false).converted(3),
                captured(2).converted(2 - 0.1 / 86_400),
                captured(2).lost(1),
                captured(3).lost(1),
                captured(10),
                captured(0).converted(2).lost(4));
        assertThat(told(eventual.share())).isEqualTo("1/1 1.000000");
        assertThat(eventual.share().basis().excluded())
                .hasToString("{captured after the as-of instant=1, converted before the capture=1,"
                        + " lost before the capture=2, undated lead=1}");
    }

    @Test
    @DisplayName("Coarse steps are exact on a step; between two of them an open lead is observed until the next")
    void coarseSteps() {
        EventualConversion byDay = new EventualConversion(5, 1, Resolution.DAY);
        assertThat(result(byDay, day(9), captured(0.1)).curve().lastDay()).hasValue(9);
        assertThat(result(FIVE_DAYS, day(9), captured(0.1)).curve().lastDay()).hasValue(9);
        assertThat(result(byDay, day(9.05), captured(0.1)).curve().lastDay()).hasValue(10);
        assertThat(result(FIVE_DAYS, day(9.05), captured(0.1)).curve().lastDay())
                .hasValue(9);
        assertThat(result(byDay, day(0.9), captured(1)).curve().leads()).isOne();
        assertThat(result(byDay, day(1), captured(2)).curve().leads()).isZero();
    }

    @Test
    @DisplayName(
            "A lead that is converted on the last day is at risk beside the open ones of its age, however coarse the steps")
    void noRiskSetOfConvertedLeadsAlone() {
        EventualConversion byDay = new EventualConversion(50, 1, Resolution.DAY);
        EventualConversion.Eventual eventual =
                result(byDay, day(40.9), captured(0.05).converted(40.5), captured(0.05), captured(0.05));
        assertThat(told(eventual.curve())).containsExactly("day 41: 1+0 of 3 -> 0.333333333333");
    }

    @Test
    void whileCountsAreMissingNothingIsTold() {
        for (Chronicle lead : List.of(captured(0).converted(1), captured(0).lost(1), captured(0))) {
            Counts counts = FIVE_DAYS.create();
            FIVE_DAYS.add(counts, captured(0).converted(3).facts());
            FIVE_DAYS.retract(counts, lead.facts());
            EventualConversion.Eventual eventual = FIVE_DAYS.result(counts, day(9));
            assertThat(eventual.share().value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
            assertThat(eventual.median().value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
            assertThat(eventual.curve().steps()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "Without losses the interval is that of Greenwood for one less the Kaplan-Meier estimate, in the log-log form")
    void theIntervalIsGreenwoods() {
        // S = 9/10 * 6/8 = 0.675 after day 2; Greenwood: S^2 (1/(10*9) + 2/(8*6)).
        Chronicle[] leads = Stream.concat(
                        Stream.of(
                                captured(0).converted(1),
                                captured(8.5),
                                captured(0).converted(2),
                                captured(0).converted(2)),
                        IntStream.range(0, 6).mapToObj(i -> captured(0)))
                .toArray(Chronicle[]::new);
        CurveStep step = result(FIVE_DAYS, day(10), leads).curve().steps().get(1);
        // The open lead of day 2 is still at risk on it.
        double survival = 0.9 * 7 / 9;
        double variance = survival * survival * (1.0 / 90 + 2.0 / (9 * 7));
        double chance = 1 - survival;
        double reach = Math.exp(1.959963984540054 * Math.sqrt(variance) / (chance * -Math.log(chance)));
        assertThat(step.incidence().doubleValue()).isCloseTo(chance, within(1e-12));
        Interval interval = step.interval().orElseThrow();
        assertThat(interval.low().doubleValue()).isCloseTo(Math.pow(chance, reach), within(1e-6));
        assertThat(interval.high().doubleValue()).isCloseTo(Math.pow(chance, 1 / reach), within(1e-6));
    }

    @Test
    @DisplayName("There is no interval at 0 and at 1")
    void noInterval() {
        assertThat(result(FIVE_DAYS, day(9), captured(0).lost(1), captured(0))
                        .curve()
                        .steps()
                        .get(0)
                        .interval())
                .isEmpty();
        EventualConversion.Eventual all =
                result(FIVE_DAYS, day(9), captured(0).converted(1), captured(0).converted(2));
        assertThat(all.curve().steps().get(1).interval()).isEmpty();
        assertThat(all.curve().steps().get(0).interval()).isPresent();
        assertThat(all.share().interval()).isEmpty();
    }

    @Test
    @DisplayName("Qualified first is qualified; lost or converted before is another end; the rest is still waited for")
    void qualification() {
        QualificationTime.Days days = result(
                QUALIFIED,
                day(20),
                captured(0).entered(2, "mql").entered(4, "sql"),
                captured(0).entered(6, "sql").lost(7),
                captured(0).lost(4),
                captured(0).converted(5),
                captured(0).entered(9, "other"),
                captured(9).entered(8, "mql"),
                captured(9).lost(8),
                captured(9).converted(7),
                captured(0).converted(5).entered(6, "mql"),
                Chronicle.empty().submitted(1, false).entered(3, "mql"));
        assertThat(told(days.curve()))
                .containsExactly(
                        "day 2: 1+0 of 6 -> 0.166666666667",
                        "day 4: 0+1 of 5 -> 0.166666666667",
                        "day 5: 0+2 of 4 -> 0.166666666667",
                        "day 6: 1+0 of 2 -> 0.333333333333");
        assertThat(told(days.p25())).isEqualTo("2/6 6.000000");
        assertThat(told(days.p50())).isEqualTo("2/6 not reached");
        assertThat(told(days.p75())).isEqualTo("2/6 not reached");
        assertThat(days.p25().basis().excluded())
                .hasToString("{ended before the capture=2, qualified before the capture=1, undated lead=1}");
    }

    @Test
    @DisplayName("At one instant the qualification comes first")
    void qualificationTies() {
        QualificationTime.Days days =
                result(QUALIFIED, day(9), captured(0).entered(2, "mql").lost(2));
        assertThat(told(days.curve())).containsExactly("day 2: 1+0 of 1 -> 1");
        assertThat(told(days.p75())).isEqualTo("1/1 2.000000");
        assertThat(QUALIFIED.evidence(
                        captured(0).entered(2, "mql").entered(3, "sql").lost(5).facts()))
                .extracting(event -> event.what().name())
                .containsExactly("submitted", "entered", "lost");
    }

    @Test
    @DisplayName("Qualified, lost or converted in the very second of the capture is day 0")
    void atOnce() {
        assertThat(told(result(
                                QUALIFIED,
                                day(9),
                                captured(0).entered(0, "mql"),
                                captured(1).lost(1))
                        .curve()))
                .containsExactly("day 0: 1+1 of 2 -> 0.5");
        assertThat(told(result(
                                FIVE_DAYS,
                                day(9),
                                captured(0).converted(0),
                                captured(1).lost(1))
                        .curve()))
                .containsExactly("day 0: 1+1 of 2 -> 0.5");
    }

    @Test
    void explanationsNameTheParts() {
        assertThat(Explanation.of(FIVE_DAYS, captured(0).converted(3).facts()).cells())
                .extracting(cell -> cell.part() + " " + cell.key())
                .containsExactly("converted on day 3");
        assertThat(Explanation.of(FIVE_DAYS, captured(0).lost(3).facts()).cells())
                .extracting(cell -> cell.part() + " " + cell.key())
                .containsExactly("lost on day 3");
        assertThat(Explanation.of(new EventualConversion(1), captured(0.3).facts())
                        .cells())
                .extracting(cell -> cell.part() + " " + cell.key())
                .containsExactly("open, captured at step " + Chronicle.START.getEpochSecond() / 86_400);
        assertThat(Explanation.of(QUALIFIED, captured(0).lost(3).facts()).cells())
                .extracting(cell -> cell.part() + " " + cell.key())
                .containsExactly("lost or converted unqualified on day 3");
    }

    @Test
    void absurdInstantsDoNotStopACurve() {
        assertThat(result(FIVE_DAYS, Instant.MIN, captured(0)).curve().leads()).isZero();
        assertThat(result(FIVE_DAYS, Instant.MAX, captured(0)).curve().leads()).isOne();
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> new EventualConversion(0, 0, Resolution.DAY))
                .hasMessageContaining("horizon: must be from 1 to 36500 days, was 0")
                .hasMessageContaining("fewest: must be at least 1, was 0");
        assertThatThrownBy(() -> new EventualConversion(36_501)).hasMessageContaining("was 36501");
        assertThatThrownBy(() -> new QualificationTime(Set.of(), 0, Resolution.DAY))
                .hasMessageContaining("qualified: must be at least one stage, was none")
                .hasMessageContaining("fewest: must be at least 1, was 0");
        assertThat(new EventualConversion(36_500).definition().id())
                .isEqualTo("lead.conversion.eventual/1?days=36500&fewest=10&resolution=PT24H");
        assertThat(result(new EventualConversion(90), day(1))
                        .median()
                        .definition()
                        .id())
                .isEqualTo("lead.conversion.eventual.p50/1?fewest=10&resolution=PT24H");
        assertThat(new QualificationTime(Set.of(new Stage("sql"), new Stage("mql")))
                        .definition()
                        .id())
                .isEqualTo("lead.qualification.time.p50/1?qualified=mql,sql&fewest=10&resolution=PT24H");
    }
}

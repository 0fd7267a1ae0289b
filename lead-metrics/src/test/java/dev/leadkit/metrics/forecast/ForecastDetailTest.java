package dev.leadkit.metrics.forecast;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of each lead that something is expected of, who is left out and why, and the borders of the window. */
final class ForecastDetailTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-04-30T00:00:00Z");
    private static final Stage OFFER = new Stage("offer");
    private static final Occurrence WON = new Occurrence.Converted(Optional.empty(), Optional.empty());
    private static final Occurrence LOST = new Occurrence.Lost(Optional.empty());
    private static final PipelineVelocity VELOCITY = new PipelineVelocity(Set.of(OFFER), 30, ZoneOffset.UTC);

    private static FactEvent came(boolean dated) {
        return new FactEvent("came", DAY, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated));
    }

    private static LeadFacts lead(Occurrence... later) {
        List<FactEvent> events = new ArrayList<>(List.of(came(true)));
        for (int i = 0; i < later.length; i++) {
            events.add(new FactEvent("e" + i, DAY.plus(Duration.ofDays(i + 1)), later[i]));
        }
        return LeadFacts.of(new LeadId("lead"), events);
    }

    private static Occurrence scored(String chance) {
        return new Occurrence.Scored(Points.of(1), Optional.of(new BigDecimal(chance)));
    }

    private static Occurrence priced(long main, String currency) {
        return new Occurrence.Priced(new Money(main * 100, Currency.getInstance(currency)));
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(AS_OF));
    }

    private static <R> R less(LeadKpi<R> kpi, List<LeadFacts> retracted, LeadFacts... added) {
        Counts counts = kpi.create();
        retracted.forEach(lead -> kpi.retract(counts, lead));
        List.of(added).forEach(lead -> kpi.add(counts, lead));
        return kpi.result(counts, AS_OF);
    }

    @Test
    @DisplayName("What a lead adds to the forecast, to the last piece; only scores, prices and its end are evidence")
    void explained() {
        LeadFacts lead = lead(
                scored("0.9"),
                new Occurrence.Responded(),
                new Occurrence.Owned(Optional.of(new RepId("ann"))),
                scored("0.25"),
                priced(200, "EUR"));
        Explanation why = Explanation.of(new Forecast(), lead);
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "open, with a chance", 0, 1),
                        new Cell(List.of(), "chance in millionths", 0, 250_000),
                        new Cell(List.of(), "variance of the chance, in pieces", 0, 2_816_406_272L),
                        new Cell(List.of(), "variance of the chance, in pieces", 1, 43),
                        new Cell(List.of(), "open, with a chance and a value", 0, 1),
                        new Cell(List.of("EUR"), "open, with a chance and a value", 0, 1),
                        new Cell(List.of("EUR"), "chance times value, in pieces", 0, 705_032_704),
                        new Cell(List.of("EUR"), "chance times value, in pieces", 1, 1),
                        new Cell(List.of("EUR"), "variance of the revenue, in pieces", 0, 172_752_896),
                        new Cell(List.of("EUR"), "variance of the revenue, in pieces", 1, 282_429_090),
                        new Cell(List.of("EUR"), "variance of the revenue, in pieces", 2, 4));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("e0", "e3", "e4");
        assertThat(new Forecast().evidence(lead(LOST, new Occurrence.Reopened(), WON)))
                .extracting(FactEvent::id)
                .containsExactly("e0", "e2");
    }

    @Test
    @DisplayName("Nobody is left out of the revenue without a reason; a score that came first of all counts")
    void leftOut() {
        Forecast.Outlook outlook = result(
                new Forecast(),
                lead(scored("0.5"), priced(100, "EUR")),
                lead(scored("0.5"), priced(7, "USD")),
                LeadFacts.of(new LeadId("b"), List.of(new FactEvent("first", DAY, scored("0.5")))),
                lead(WON),
                lead(LOST),
                lead(scored("1.5")));
        assertThat(shown(outlook.conversions())).isEqualTo("1.5 number");
        assertThat(outlook.conversions().basis().excluded())
                .isEqualTo(Map.of("converted", 1L, "lost", 1L, "open, without a probability from 0 to 1", 1L));
        assertThat(outlook.revenue().keySet()).containsExactly("EUR", "USD");
        assertThat(outlook.revenue().get("EUR").basis().excluded())
                .isEqualTo(Map.of(
                        "converted", 1L,
                        "lost", 1L,
                        "open, without a probability from 0 to 1", 1L,
                        "open, without a value", 1L,
                        "open, with a value in another currency", 1L));
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incompleteForecast() {
        Forecast kpi = new Forecast();
        assertThat(shown(less(kpi, List.of(lead(scored("0")))).conversions())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(less(kpi, List.of(lead(scored("0.5"))), lead(scored("0.1")))
                        .conversions()))
                .isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(less(kpi, List.of(lead(scored("0.5"))), lead(scored("0")), lead(scored("1")))
                        .conversions()))
                .as("less than no variance")
                .isEqualTo(KpiResult.INCOMPLETE);
        LeadFacts valued = lead(scored("0.5"), priced(100, "EUR"));
        assertThat(shown(less(kpi, List.of(valued)).revenue().get("EUR"))).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("What a lead adds to the observed and expected, by the day on which it is mature")
    void explainedExpectation() {
        ObservedToExpected kpi = new ObservedToExpected(Duration.ofDays(1));
        Explanation why = Explanation.of(kpi, lead(scored("0.25"), WON));
        long day = Instant.parse("2026-03-12T00:00:00Z").getEpochSecond() / 86_400;
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "with a chance, by day of maturity", day, 1),
                        new Cell(List.of(), "chance in millionths, by day of maturity", day, 250_000));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("came", "e0", "e1");
        assertThat(Explanation.of(new ObservedToExpected(Duration.ofDays(2)), lead(scored("0.25"), WON))
                        .cells())
                .contains(new Cell(List.of(), "converted in time, by day of maturity", day + 1, 1));
        assertThat(new ObservedToExpected(Duration.ofDays(36_500)).definition().id())
                .isEqualTo("lead.conversion.observed-to-expected/1?horizon=36500d");
        assertThat(shown(less(kpi, List.of(lead(scored("0.25"), WON))))).isEqualTo(KpiResult.INCOMPLETE);
        Counts counts = kpi.create();
        kpi.add(counts, lead(scored("0.25"), WON));
        Instant mature = Instant.parse("2026-03-12T00:00:00Z");
        assertThat(kpi.result(counts, mature).basis().excluded()).isEmpty();
        assertThat(kpi.result(counts, mature.minusNanos(1)).basis().excluded()).isEqualTo(Map.of("immature", 1L));
    }

    private static FactEvent on(String id, String day, Occurrence what) {
        return new FactEvent(id, Instant.parse(day + "T12:00:00Z"), what);
    }

    /** An opportunity since the first of March. */
    private static LeadFacts closed(String day, Occurrence how) {
        return LeadFacts.of(
                new LeadId("lead"),
                List.of(
                        on("came", "2026-02-01", came(true).what()),
                        on("offer", "2026-03-01", new Occurrence.Entered(OFFER)),
                        on("end", day, how)));
    }

    @Test
    @DisplayName("The window of 30 days goes up to the as-of day and begins 29 days before it")
    void window() {
        Pace pace = result(
                VELOCITY,
                closed("2026-03-31", LOST),
                closed("2026-04-01", WON),
                closed("2026-04-30", WON),
                closed("2026-05-01", LOST),
                closed("2026-05-01", WON));
        assertThat(shown(pace.winRate())).isEqualTo("1 share");
        assertThat(pace.winRate().basis().excluded()).isEqualTo(Map.of("closed outside the window", 3L));
        assertThat(shown(pace.cycle())).as("31 and 60 days").isEqualTo("45.5 d");
        assertThat(pace.flows()).isEmpty();
        assertThat(new PipelineVelocity(Set.of(OFFER), 1, ZoneOffset.UTC)
                        .definition()
                        .id())
                .isEqualTo("pipeline.velocity/1?stages=offer&days=1&zone=Z");
        assertThat(new PipelineVelocity(Set.of(OFFER), 36_500, ZoneOffset.UTC).days())
                .isEqualTo(36_500);
    }

    @Test
    @DisplayName("Nobody is left out of the pace without a reason")
    void leftOutOfPace() {
        LeadFacts undated = LeadFacts.of(
                new LeadId("u"), List.of(came(false), on("offer", "2026-04-01", new Occurrence.Entered(OFFER))));
        LeadFacts early = LeadFacts.of(
                new LeadId("x"),
                List.of(
                        on("came", "2026-04-01", came(true).what()),
                        on("end", "2026-04-02", WON),
                        on("offer", "2026-04-03", new Occurrence.Entered(OFFER))));
        Occurrence offer = new Occurrence.Entered(OFFER);
        Pace pace = result(
                VELOCITY,
                undated,
                early,
                lead(WON),
                lead(offer),
                lead(offer, priced(3, "USD")),
                lead(offer, priced(100, "EUR")),
                closed("2026-04-30", WON),
                closed("2026-03-02", LOST));
        assertThat(pace.cycle().basis().excluded())
                .isEqualTo(Map.of(
                        "undated lead", 1L,
                        "won before it was an opportunity", 1L,
                        "never an opportunity", 1L,
                        "open", 3L,
                        "closed outside the window", 1L));
        assertThat(pace.flows().get("EUR").velocity().basis().excluded())
                .isEqualTo(Map.of(
                        "undated lead", 1L,
                        "won before it was an opportunity", 1L,
                        "never an opportunity", 1L,
                        "open, without a value", 1L,
                        "open, with a value in another currency", 1L,
                        "closed", 2L));
        assertThat(pace.flows().get("EUR").velocity().definition().id())
                .isEqualTo("pipeline.velocity/1?stages=offer&days=30&zone=Z&currency=EUR");
        assertThat(pace.flows().get("EUR").meanValue().definition().id())
                .isEqualTo("pipeline.value/1?stages=offer&days=30&zone=Z&currency=EUR");
    }

    @Test
    @DisplayName("A pace of which a part is missing is undefined, and so is one whose open offers are all taken back")
    void incompletePace() {
        Occurrence offer = new Occurrence.Entered(OFFER);
        LeadFacts open = lead(offer, priced(100, "EUR"));
        LeadFacts won = closed("2026-04-01", WON);
        Pace.Flow without = less(VELOCITY, List.of(open), won).flows().get("EUR");
        assertThat(shown(without.velocity())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(without.meanValue())).isEqualTo(KpiResult.INCOMPLETE);
        Pace.Flow none = less(VELOCITY, List.of(open), lead(offer, priced(300, "EUR")), won)
                .flows()
                .get("EUR");
        assertThat(shown(none.velocity())).isEqualTo("no open opportunity has a value");
        assertThat(shown(result(VELOCITY, open).cycle())).isEqualTo("no opportunity was won in the window");
        Pace negative = less(VELOCITY, List.of(closed("2026-04-30", WON)), open, won, closed("2026-04-01", LOST));
        assertThat(negative.cycle().basis().numerator()).isEqualByComparingTo("-2505600");
        Pace quick = less(
                VELOCITY,
                List.of(closed("2026-04-30", WON)),
                open,
                won,
                closed("2026-04-01", WON),
                closed("2026-04-01", LOST));
        assertThat(shown(quick.cycle())).isEqualTo("2 d");
        Pace shorter = less(
                VELOCITY,
                List.of(closed("2026-04-30", WON)),
                open,
                closed("2026-04-30", LOST),
                LeadFacts.of(
                        new LeadId("same"),
                        List.of(
                                on("came", "2026-04-01", came(true).what()),
                                on("offer", "2026-04-02", offer),
                                on("end", "2026-04-02", WON))),
                LeadFacts.of(
                        new LeadId("next"),
                        List.of(
                                on("came", "2026-04-01", came(true).what()),
                                on("offer", "2026-04-02", offer),
                                on("end", "2026-04-03", WON))));
        assertThat(shown(shorter.cycle())).as("one win of less than no time").isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(shorter.flows().get("EUR").velocity())).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("What is kept of an opportunity, open, won or lost")
    void explainedPace() {
        Occurrence offer = new Occurrence.Entered(OFFER);
        assertThat(Explanation.of(VELOCITY, lead(offer, priced(100, "EUR"))).cells())
                .containsExactly(
                        new Cell(List.of(), "open, with a value", 0, 1),
                        new Cell(List.of("EUR"), "open, with a value", 0, 1),
                        new Cell(List.of("EUR"), "value in minor units", 0, 10_000));
        assertThat(Explanation.of(VELOCITY, lead(offer)).cells())
                .containsExactly(new Cell(List.of(), "open, without a value", 0, 1));
        long day = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() / 86_400;
        assertThat(Explanation.of(VELOCITY, closed("2026-03-02", WON)).cells())
                .containsExactly(
                        new Cell(List.of(), "won on day", day, 1),
                        new Cell(List.of(), "seconds from opportunity to win, by day of the win", day, 86_400));
        assertThat(Explanation.of(VELOCITY, closed("2026-03-02", LOST)).cells())
                .containsExactly(new Cell(List.of(), "lost on day", day, 1));
    }
}

package dev.leadkit.metrics.forecast;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.explain.Explanation;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small examples of what is expected, counted by hand. */
final class ForecastTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-04-30T00:00:00Z");
    private static final Stage OFFER = new Stage("offer");

    private static LeadFacts lead(Occurrence... later) {
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("0", DAY, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)));
        for (int i = 0; i < later.length; i++) {
            events.add(new FactEvent("" + (i + 1), DAY.plus(Duration.ofDays(i + 1)), later[i]));
        }
        return LeadFacts.of(new LeadId("a"), events);
    }

    private static Occurrence scored(String chance) {
        return new Occurrence.Scored(Points.of(1), Optional.of(new BigDecimal(chance)));
    }

    private static Occurrence priced(long euros) {
        return new Occurrence.Priced(new Money(euros * 100, Currency.getInstance("EUR")));
    }

    private static Occurrence won() {
        return new Occurrence.Converted(Optional.empty(), Optional.empty());
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(AS_OF));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "0.5, 500000",
        "0.1234565, 123456",
        "0.1234575, 123458",
        "1E-999999999, 0",
        "0.0000005, 0",
        "0.00000051, 1"
    })
    void chancesAreMillionthsRoundedHalfToEven(String chance, long millionths) {
        assertThat(Chance.millionths(Optional.of(new BigDecimal(chance)))).isEqualTo(OptionalLong.of(millionths));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.0000001", "1E999999999"})
    void whatIsNoChanceIsNone(String chance) {
        assertThat(Chance.millionths(Optional.of(new BigDecimal(chance)))).isEmpty();
        assertThat(Chance.millionths(Optional.empty())).isEmpty();
    }

    @Test
    @DisplayName("The latest chance counts, and the spread of two even chances is a half")
    void forecast() {
        Forecast.Outlook outlook = result(
                new Forecast(),
                lead(scored("0.9"), scored("0.5"), priced(100)),
                lead(scored("0.5")),
                lead(scored("0.9"), won()),
                lead(priced(5)));
        assertThat(shown(outlook.conversions())).isEqualTo("1 number");
        assertThat(outlook.conversions().interval().orElseThrow().low()).isEqualByComparingTo("0");
        assertThat(outlook.conversions().interval().orElseThrow().high()).isEqualByComparingTo("2");
        assertThat(outlook.conversions().basis().excluded())
                .containsEntry("converted", 1L)
                .containsEntry("open, without a probability from 0 to 1", 1L);
        KpiResult euros = outlook.revenue().get("EUR");
        assertThat(shown(euros)).isEqualTo("50 EUR");
        assertThat(euros.interval().orElseThrow().high()).isEqualByComparingTo("147.998199");
        assertThat(euros.basis().excluded()).containsEntry("open, without a value", 1L);
        assertThat(shown(result(new Forecast(), lead()).conversions())).isEqualTo("no open lead has a probability");
        assertThat(euros.definition().id()).isEqualTo("forecast.revenue/1?currency=EUR");
    }

    @Test
    @DisplayName(
            "Observed to expected: two conversions where one was expected are 2; a day before maturity they are none")
    void observedToExpected() {
        ObservedToExpected kpi = new ObservedToExpected(Duration.ofDays(30));
        LeadFacts[] leads = {
            lead(scored("0.25"), won()), lead(scored("0.25"), won()), lead(scored("0.5")), lead(won()),
        };
        KpiResult figure = result(kpi, leads);
        assertThat(shown(figure)).isEqualTo("2 number");
        assertThat(figure.interval().orElseThrow().low()).isEqualByComparingTo("0.622980");
        assertThat(figure.basis().excluded()).containsEntry("no probability from 0 to 1 at the first decision", 1L);
        Counts counts = kpi.create();
        List.of(leads).forEach(lead -> kpi.add(counts, lead));
        KpiResult early = kpi.result(counts, Instant.parse("2026-04-09T23:59:59Z"));
        assertThat(shown(early)).isEqualTo("no matured lead with a chance");
        assertThat(early.basis().excluded()).containsEntry("immature", 3L);
        assertThat(shown(kpi.result(counts, Instant.parse("2026-04-10T00:00:00Z"))))
                .isEqualTo("2 number");
        assertThat(shown(result(kpi, lead(scored("0"))))).isEqualTo("the chances sum to 0");
        assertThat(kpi.definition().id()).isEqualTo("lead.conversion.observed-to-expected/1?horizon=30d");
    }

    @Test
    @DisplayName("Two open offers of 150 and 50, one in two won, ten days a cycle: 10 a day")
    void velocity() {
        PipelineVelocity kpi = new PipelineVelocity(Set.of(OFFER), 90, ZoneOffset.UTC);
        Occurrence offer = new Occurrence.Entered(OFFER);
        Occurrence wait = new Occurrence.Responded();
        LeadFacts ten = lead(offer, wait, wait, wait, wait, wait, wait, wait, wait, wait, won());
        Pace pace = result(
                kpi,
                lead(offer, priced(150)),
                lead(offer, priced(50)),
                lead(offer),
                lead(priced(999)),
                ten,
                lead(offer, new Occurrence.Lost(Optional.empty())));
        assertThat(shown(pace.winRate())).isEqualTo("0.5 share");
        assertThat(shown(pace.cycle())).isEqualTo("10 d");
        assertThat(shown(pace.flows().get("EUR").meanValue())).isEqualTo("100 EUR");
        assertThat(shown(pace.flows().get("EUR").velocity())).isEqualTo("10 EUR/d");
        assertThat(pace.flows().get("EUR").velocity().basis().excluded())
                .containsEntry("open, without a value", 1L)
                .containsEntry("never an opportunity", 1L)
                .containsEntry("closed", 2L);
        assertThat(pace.winRate().basis().excluded()).containsEntry("open", 3L);
        Pace none = result(kpi, lead(offer, priced(150)));
        assertThat(shown(none.flows().get("EUR").velocity())).isEqualTo("no opportunity was won in the window");
        assertThat(shown(none.winRate())).isEqualTo("no opportunity was closed in the window");
        Occurrence at = new Occurrence.Converted(Optional.of(OFFER), Optional.empty());
        Pace quick = result(kpi, lead(offer, priced(150)), lead(at));
        assertThat(shown(quick.flows().get("EUR").velocity())).isEqualTo("the cycle is 0");
        assertThat(kpi.definition().id()).isEqualTo("pipeline.velocity/1?stages=offer&days=90&zone=Z");
        assertThat(Explanation.of(kpi, ten).evidence())
                .extracting(FactEvent::id)
                .containsExactly("1", "11");
    }

    @Test
    @DisplayName("Wrong parameters are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObservedToExpected(Duration.ofHours(36)))
                .withMessage("horizon must be whole days from 1 to 36500, was PT36H");
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedToExpected(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedToExpected(Duration.ofDays(36_501)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineVelocity(Set.of(), 90, ZoneOffset.UTC))
                .withMessage("opportunity must be at least one stage, was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineVelocity(Set.of(OFFER), 0, ZoneOffset.UTC))
                .withMessage("days must be from 1 to 36500, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineVelocity(Set.of(OFFER), 36_501, ZoneOffset.UTC));
    }
}

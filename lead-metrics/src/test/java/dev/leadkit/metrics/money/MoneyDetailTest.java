package dev.leadkit.metrics.money;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.segment.Breakdown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The borders of the figures of money: what just counts, what just does not, and why. */
final class MoneyDetailTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-12-31T00:00:00Z");

    private static Money money(long main, String currency) {
        return new Money(main * 100, Currency.getInstance(currency));
    }

    private static Occurrence won(long main, String currency) {
        return new Occurrence.Converted(Optional.empty(), Optional.of(money(main, currency)));
    }

    private static Occurrence wonSomething() {
        return new Occurrence.Converted(Optional.empty(), Optional.empty());
    }

    private static Occurrence worked(long euros) {
        return new Occurrence.Worked(Optional.empty(), Duration.ofHours(1), Optional.of(money(euros, "EUR")));
    }

    private static FactEvent came(String source, boolean dated) {
        FieldValues values =
                FieldValues.builder().set(StandardFields.SOURCE, source).build();
        return new FactEvent("came", DAY, new Occurrence.Submitted(Optional.empty(), values, dated));
    }

    private static FactEvent after(Duration time, Occurrence what) {
        return new FactEvent("at" + time, DAY.plus(time), what);
    }

    private static LeadFacts lead(FactEvent... events) {
        return LeadFacts.of(new LeadId("a"), List.of(events));
    }

    private static LeadFacts lead(String source, Occurrence... later) {
        return later.length == 0
                ? lead(came(source, true))
                : lead(came(source, true), after(Duration.ofDays(1), later[0]));
    }

    private static Spending spending(Cost... costs) {
        return Spending.of(ZoneOffset.UTC, List.of(costs));
    }

    private static Cost march(String source, long main, String currency) {
        return Spends.cost(source, "2026-03-01", "2026-04-01", main * 100, currency);
    }

    private static <R> R result(LeadKpi<R> kpi, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(AS_OF));
    }

    private static <R> R retracted(LeadKpi<R> kpi, LeadFacts lead) {
        Counts counts = kpi.create();
        kpi.retract(counts, lead);
        return kpi.result(counts, AS_OF);
    }

    @Test
    @DisplayName("A cost has a source and at least one day, and is of another kind unless it is said")
    void costs() {
        LocalDate first = LocalDate.parse("2026-03-01");
        assertThat(new Cost("ads", first, first.plusDays(1), money(1, "EUR")).kind())
                .isEqualTo(Cost.Kind.OTHER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cost(" ", first, first.plusDays(1), money(1, "EUR")))
                .withMessage("source must be a text, was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cost("ads", first, first, money(1, "EUR")))
                .withMessage("to must be a day after from = 2026-03-01, was 2026-03-01");
    }

    @Test
    @DisplayName("Spending is the same in any order of costs that differ in one thing alone")
    void order() {
        Cost base = Spends.cost("ads", "2026-03-01", "2026-04-01", 500, "EUR");
        List<Cost> others = List.of(
                Spends.cost("mail", "2026-03-01", "2026-04-01", 500, "EUR"),
                Spends.cost("ads", "2026-03-02", "2026-04-01", 500, "EUR"),
                Spends.cost("ads", "2026-03-01", "2026-04-02", 500, "EUR"),
                Spends.cost("ads", "2026-03-01", "2026-04-01", 500, "USD"),
                Spends.cost("ads", "2026-03-01", "2026-04-01", 501, "EUR"));
        for (Cost other : others) {
            assertThat(spending(other, base).costs()).containsExactly(base, other);
            assertThat(spending(base, other).costs()).containsExactly(base, other);
        }
        assertThat(spending(base)).isNotEqualTo(Spending.of(ZoneOffset.ofHours(1), List.of(base)));
        assertThat(spending(base).hashCode())
                .isNotEqualTo(spending(others.get(0)).hashCode());
        assertThat(spending(base)).hasToString("Spending[1 costs, Z]");
    }

    @Test
    @DisplayName("Sums are told by currency and source, and nobody changes them")
    void sums() {
        Spending spending = spending(
                march("ads", 3, "EUR"), march("ads", 4, "EUR"), march("mail", -1, "EUR"), march("ads", 9, "USD"));
        assertThat(spending.currencies()).containsExactly("EUR", "USD");
        assertThat(spending.bySource("EUR"))
                .isEqualTo(Map.of("ads", new BigDecimal("7.00"), "mail", new BigDecimal("-1.00")));
        assertThat(spending.bySource("GBP")).isEmpty();
        assertThat(spending.knows("EUR", "mail")).isTrue();
        assertThat(spending.knows("USD", "mail")).isFalse();
        assertThat(spending.knows("GBP", "mail")).isFalse();
        assertThat(spending.row("GBP", "ads", LocalDate.parse("2026-03-05"))).isEmpty();
        assertThatThrownBy(() -> spending.bySource("EUR").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> spending.currencies().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("Spending that was sent is equal, and covers the same days")
    void sent() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Spends.SHARED);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Spending read = (Spending) in.readObject();
            assertThat(read).isEqualTo(Spends.SHARED);
            assertThat(read.row("EUR", "ads", LocalDate.parse("2026-01-31"))).contains("ads");
        }
    }

    @Test
    @DisplayName(
            "Work counts from the very instant of the capture to that of the conversion; undated leads are left out")
    void workInTime() {
        LeadFacts dated = lead(
                after(Duration.ofNanos(-1), worked(1_000)),
                came("ads", true),
                after(Duration.ZERO, worked(20)),
                after(Duration.ofHours(1), worked(40)),
                after(Duration.ofHours(1).plusNanos(1), worked(2_000)),
                new FactEvent("won", DAY.plus(Duration.ofHours(1)), wonSomething()));
        LeadFacts undated = lead(came("ads", false), after(Duration.ofHours(1), worked(99)));
        ConversionCost.Costs costs =
                result(new ConversionCost(), dated, undated).get("EUR");
        assertThat(shown(costs.perConversion())).isEqualTo("60 EUR");
        assertThat(shown(costs.wonLeadDirect())).isEqualTo("60 EUR");
        assertThat(costs.perConversion().basis().excluded()).isEqualTo(Map.of("undated lead", 1L));
        assertThat(costs.perConversion().definition().basis()).isEqualTo(TimeBasis.COHORT);
        Explanation why = Explanation.of(new ConversionCost(), dated);
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "dated", 0, 1),
                        new Cell(List.of(), "converted", 0, 1),
                        new Cell(List.of("EUR"), "cost of work in minor units", 0, 6_000),
                        new Cell(List.of("EUR"), "cost of work on converted leads in minor units", 0, 6_000),
                        new Cell(List.of("EUR"), "work with a cost", 0, 2));
        assertThat(why.evidence())
                .extracting(FactEvent::id)
                .containsExactly("came", "won", "atPT-0.000000001S", "atPT0S", "atPT1H", "atPT1H0.000000001S");
    }

    @Test
    @DisplayName("Work that costs nothing has a currency too; a piece of the counts without its work tells nothing")
    void workForNothing() {
        LeadFacts free =
                lead(came("ads", true), after(Duration.ZERO, worked(0)), after(Duration.ofDays(1), wonSomething()));
        assertThat(shown(result(new ConversionCost(), free).get("EUR").perConversion()))
                .isEqualTo("0 EUR");
        LeadFacts open = lead("ads", worked(30));
        ConversionCost kpi = new ConversionCost();
        Counts counts = kpi.create();
        kpi.retract(counts, open);
        kpi.add(counts, lead("ads", wonSomething()));
        ConversionCost.Costs piece = kpi.result(counts, AS_OF).get("EUR");
        assertThat(shown(piece.perConversion())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(piece.wonLeadDirect())).isEqualTo(KpiResult.INCOMPLETE);
        kpi.add(counts, lead("ads", worked(20)));
        assertThat(shown(kpi.result(counts, AS_OF).get("EUR").perConversion()))
                .as("as many pieces taken back as counted, of another cost")
                .isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("Returns count each lead once or say why not; a credit is no spend to have a return on")
    void returns() {
        Spending spent = spending(march("ads", 100, "EUR"), march("mail", -20, "EUR"));
        MarketingReturn kpi = MarketingReturn.of(spent, new BigDecimal("0.250"));
        Breakdown<MarketingReturn.Returns> euros = result(
                        kpi,
                        lead("ads", won(300, "EUR")),
                        lead("ads"),
                        lead(came("ads", false), after(Duration.ofDays(1), won(7, "EUR"))),
                        lead("ads", won(50, "USD")),
                        lead("ads", wonSomething()),
                        lead("friends", won(10, "EUR")))
                .get("EUR");
        MarketingReturn.Returns ads = euros.groups().get("ads");
        assertThat(shown(ads.roas())).isEqualTo("3 number");
        assertThat(shown(ads.romi())).isEqualTo("-0.25 share");
        assertThat(ads.romi().basis().excluded())
                .isEqualTo(Map.of(
                        "not converted",
                        1L,
                        "undated lead",
                        1L,
                        "converted, with a value in another currency",
                        1L,
                        "converted, without a value",
                        1L));
        assertThat(shown(euros.groups().get("mail").roas())).isEqualTo("nothing was spent");
        assertThat(shown(euros.groups().get("mail").romi())).isEqualTo("nothing was spent");
        assertThat(shown(euros.all().roas())).isEqualTo("3.75 number");
        assertThat(shown(euros.all().romi())).isEqualTo("-0.0625 share");
        assertThat(euros.all().roas().basis().excluded()).containsEntry("not in the scope of a cost", 1L);
        assertThat(ads.romi().definition().id()).isEqualTo("marketing.romi.attributed/1?margin=0.25&currency=EUR");
        MarketingReturn.Returns piece =
                retracted(kpi, lead("ads", won(300, "EUR"))).get("EUR").all();
        assertThat(shown(piece.roas())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(piece.romi())).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("What is refunded and spent to the same amount is nothing; the margin may be none or all")
    void nothingSpent() {
        Spending even = spending(march("ads", 100, "EUR"), march("ads", -100, "EUR"));
        assertThat(shown(result(MarketingReturn.of(even, BigDecimal.ONE), lead("ads", won(5, "EUR")))
                        .get("EUR")
                        .all()
                        .romi()))
                .isEqualTo("nothing was spent");
        assertThat(MarketingReturn.of(even, BigDecimal.ONE).definition().id())
                .startsWith("marketing.romi.attributed/1?margin=1&scope=");
        assertThat(MarketingReturn.of(even, new BigDecimal("0.00")).definition().id())
                .startsWith("marketing.romi.attributed/1?margin=0&scope=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketingReturn.of(even, new BigDecimal("1E-2000000000")))
                .withMessage("number must have at most 100 digits on each side of the point, was 1E-2000000000");
    }

    @Test
    @DisplayName("A lead's part in a return can be explained")
    void explainedReturn() {
        Explanation why =
                Explanation.of(MarketingReturn.of(spending(march("ads", 9, "EUR"))), lead("ads", won(300, "EUR")));
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of("EUR", "ads"), "converted, with a value", 0, 1),
                        new Cell(List.of("EUR", "ads"), "value in minor units", 0, 30_000));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("came", "atPT24H");
    }

    @Test
    @DisplayName("A day begins where the spending says, and a lag sets it back")
    void days() {
        Spending tokyo = Spending.of(
                ZoneId.of("Asia/Tokyo"), List.of(Spends.cost("ads", "2026-03-11", "2026-03-12", 500, "EUR")));
        LeadFacts early = lead("ads");
        LeadFacts late = LeadFacts.of(
                new LeadId("b"),
                List.of(new FactEvent(
                        "x", DAY.plus(Duration.ofHours(3)), came("ads", true).what())));
        Breakdown<KpiResult> euros = result(SpendPer.lead(tokyo), early, late).get("EUR");
        assertThat(shown(euros.all())).isEqualTo("5 EUR");
        assertThat(euros.groups().get("ads").basis().excluded()).isEqualTo(Map.of("on a day without cost", 1L));
        LeadFacts nextDay = lead("ads", won(1, "EUR"));
        assertThat(shown(result(SpendPer.customer(tokyo).laggedBy(1), nextDay)
                        .get("EUR")
                        .all()))
                .isEqualTo("no customer in the scope of a cost");
        assertThat(shown(result(SpendPer.customer(tokyo), nextDay).get("EUR").all()))
                .isEqualTo("5 EUR");
    }

    @Test
    @DisplayName("Why a lead is in no row of a cost: undated, no such event, no cost for its source")
    void reasons() {
        Spending ads = spending(march("ads", 10, "EUR"));
        LeadFacts undated = lead(came("ads", false), after(Duration.ofDays(1), won(7, "EUR")));
        LeadFacts open = lead("ads");
        LeadFacts friend = lead("friends", won(1, "EUR"));
        assertThat(result(SpendPer.customer(ads), undated, open, friend)
                        .get("EUR")
                        .all()
                        .basis()
                        .excluded())
                .isEqualTo(Map.of("undated lead", 1L, "not converted", 1L, "no cost for the source", 1L));
        SpendPer qualified = SpendPer.qualifiedLead(ads, Set.of(new Stage("mql")));
        assertThat(result(qualified, open).get("EUR").all().basis().excluded())
                .isEqualTo(Map.of("never qualified", 1L));
        assertThat(shown(result(qualified, open).get("EUR").all()))
                .isEqualTo("no qualified lead in the scope of a cost");
        assertThat(result(SpendPer.convertedLead(ads), open)
                        .get("EUR")
                        .all()
                        .basis()
                        .excluded())
                .isEqualTo(Map.of("not converted", 1L));
        assertThat(SpendPer.convertedLead(ads).definition().basis()).isEqualTo(TimeBasis.COHORT);
        assertThat(qualified.definition().basis()).isEqualTo(TimeBasis.PERIOD);
        assertThat(SpendPer.lead(ads).paid().definition().meaning())
                .isEqualTo("Spend on advertising over the leads captured on a day that a cost of their source covers.");
        assertThat(SpendPer.lead(ads).laggedBy(0).definition().id()).startsWith("lead.cost/1?scope=");
    }

    private static SourceEffectiveness sources(int minimum, Cost... costs) {
        return new SourceEffectiveness(spending(costs), new ObservedToExpected(Duration.ofDays(30)), minimum);
    }

    @Test
    @DisplayName("A source has the currencies in which it cost or brought something, and no others")
    void currencies() {
        SourceEffectiveness kpi = sources(2, march("ads", 90, "EUR"), march("radio", 8, "JPY"));
        Breakdown<SourceRow> rows = result(kpi, lead("ads", won(30, "USD")), lead("ads"), lead("fair", won(30, "USD")));
        assertThat(rows.groups().keySet()).containsExactly("ads", "fair", "radio");
        SourceRow ads = rows.groups().get("ads");
        assertThat(ads.money().keySet()).containsExactly("EUR", "USD");
        assertThat(shown(ads.money().get("EUR").costPerLead())).isEqualTo("45 EUR");
        assertThat(shown(ads.money().get("EUR").costPerConversion())).isEqualTo("90 EUR");
        assertThat(shown(ads.money().get("EUR").valuePerLead())).isEqualTo("no conversion has a value");
        assertThat(shown(ads.money().get("USD").valuePerLead())).isEqualTo("15 USD");
        assertThat(shown(ads.money().get("USD").costPerLead())).isEqualTo("no such lead");
        assertThat(ads.money().get("USD").valuePerLead().definition().meaning())
                .isEqualTo("The values of the conversions, over all leads.");
        assertThat(ads.money().get("EUR").costPerLead().definition().meaning())
                .isEqualTo("Spend over leads in its scope.");
        assertThat(rows.groups().get("radio").money().keySet()).containsExactly("JPY");
        assertThat(rows.all().money().keySet()).containsExactly("EUR", "JPY", "USD");
    }

    @Test
    @DisplayName("With too few leads every known figure goes, and what was undefined keeps its reason")
    void fewLeads() {
        SourceRow fair = result(sources(2, march("ads", 90, "EUR")), lead("fair", won(30, "USD")))
                .groups()
                .get("fair");
        assertThat(fair.money().keySet()).containsExactly("USD");
        assertThat(shown(fair.money().get("USD").valuePerLead())).isEqualTo("fewer than 2 leads");
        assertThat(shown(fair.money().get("USD").costPerLead())).isEqualTo("no such lead");
        assertThat(shown(fair.observedToExpected())).isEqualTo("no matured lead with a chance");
        assertThat(shown(result(sources(1), lead("fair")).groups().get("fair").conversion()))
                .isEqualTo("0 share");
    }

    @Test
    @DisplayName("A source's part of a lead can be explained, with the chances that were told")
    void explainedSource() {
        SourceEffectiveness kpi = sources(1, march("ads", 90, "EUR"));
        Explanation why = Explanation.of(kpi, lead("ads", won(30, "USD")));
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of("ads"), "captured", 0, 1),
                        new Cell(List.of("ads"), "converted", 0, 1),
                        new Cell(List.of("ads", "EUR"), "in the scope of a cost", 0, 1),
                        new Cell(List.of("ads", "EUR"), "converted, in the scope of a cost", 0, 1),
                        new Cell(List.of("ads", "USD"), "value of conversions in minor units", 0, 3_000),
                        new Cell(List.of("ads", "USD"), "converted, with a value", 0, 1));
        assertThat(why.excluded()).isEqualTo(Map.of("no probability from 0 to 1 at the first decision", 1L));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("came", "atPT24H");
        assertThat(why.definition().id()).startsWith("source/1?minimum=1&horizon=30d&scope=");
    }
}

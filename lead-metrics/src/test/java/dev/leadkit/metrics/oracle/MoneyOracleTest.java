package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.forecast.Pace;
import dev.leadkit.metrics.forecast.PipelineVelocity;
import dev.leadkit.metrics.money.ConversionCost;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.MarketingReturn;
import dev.leadkit.metrics.money.SourceEffectiveness;
import dev.leadkit.metrics.money.SourceRow;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.team.RepEfficiency;
import dev.leadkit.metrics.team.RepFigures;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Costs, returns, forecasts and reps of 20,000 leads against SQL over the raw events, on days of Berlin. */
@Tag(Duck.TAG)
final class MoneyOracleTest {

    private static final List<Cost> COSTS = List.of(
            cost("ads", "2025-01-01", "2025-07-01", 1_234_567, "EUR", Cost.Kind.ADVERTISING),
            cost("ads", "2025-09-01", "2026-02-01", 654_321, "EUR", Cost.Kind.OTHER),
            cost("search", "2025-03-30", "2025-10-26", 3_333_333, "EUR", Cost.Kind.ADVERTISING),
            cost("fair", "2025-05-05", "2025-06-09", 7_700_001, "USD", Cost.Kind.OTHER),
            cost("radio", "2025-01-01", "2026-07-01", 250_000, "EUR", Cost.Kind.ADVERTISING),
            cost(Cost.UNALLOCATED, "2025-06-01", "2025-12-01", 987_650, "EUR", Cost.Kind.OTHER));
    private static final Spending SPENDING = Spending.of(Histories.ZONE, COSTS);
    private static final ObservedToExpected EXPECTED = new ObservedToExpected(Duration.ofDays(60));
    private static final SpendPer PER_LEAD = SpendPer.lead(SPENDING);
    private static final SpendPer PER_QUALIFIED =
            SpendPer.qualifiedLead(SPENDING, Set.of(Histories.STAGES.get(1), Histories.STAGES.get(2)));
    private static final SpendPer PER_CONVERTED = SpendPer.convertedLead(SPENDING);
    private static final SpendPer PAID_LAGGED =
            SpendPer.customer(SPENDING).paid().laggedBy(30);
    private static final ConversionCost HANDLING = new ConversionCost();
    private static final MarketingReturn RETURNS = MarketingReturn.of(SPENDING, new BigDecimal("0.4"));
    private static final Forecast FORECAST = new Forecast();
    private static final PipelineVelocity VELOCITY =
            new PipelineVelocity(Set.of(Histories.STAGES.get(2)), 90, Histories.ZONE);
    private static final RepEfficiency REPS = new RepEfficiency(EXPECTED);
    private static final SourceEffectiveness SOURCES = new SourceEffectiveness(SPENDING, EXPECTED, 200);

    private static Folded folded;
    private static Duck duck;

    private static Cost cost(String source, String from, String to, long minor, String currency, Cost.Kind kind) {
        Money amount = new Money(minor, Currency.getInstance(currency));
        return new Cost(source, LocalDate.parse(from), LocalDate.parse(to), amount, kind);
    }

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        folded = Folded.of(
                histories,
                List.of(
                        PER_LEAD,
                        PER_QUALIFIED,
                        PER_CONVERTED,
                        PAID_LAGGED,
                        HANDLING,
                        RETURNS,
                        EXPECTED,
                        FORECAST,
                        VELOCITY,
                        REPS,
                        SOURCES));
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
        duck.runFile("money.sql");
        COSTS.forEach(cost -> duck.run("insert into charge values ('%s', '%s', '%s', %s, '%s', %s)"
                .formatted(
                        cost.source(),
                        cost.from(),
                        cost.to(),
                        cost.amount().minor(),
                        cost.amount().currency(),
                        cost.kind() == Cost.Kind.ADVERTISING)));
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                .longValueExact();
    }

    private static List<List<@Nullable Object>> rows(SortedMap<String, Breakdown<KpiResult>> byCurrency) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        byCurrency.forEach((currency, breakdown) -> breakdown.groups().forEach((source, figure) -> {
            Basis basis = figure.basis();
            if (basis.denominator().signum() != 0) {
                rows.add(Arrays.asList(
                        currency,
                        source,
                        minor(basis.numerator(), currency),
                        basis.denominator().longValueExact()));
            }
        }));
        assertThat(rows).hasSizeGreaterThan(1);
        return rows;
    }

    private static List<List<@Nullable Object>> costs(String event, int lag, boolean ads) {
        return duck.rows("""
                with counted as (
                  select cur, charge_row(source, cur, local(EVENT)::date - LAG, ADS) as name, count(*) as leads
                  from earning cross join currencies where captured is not null and EVENT is not null group by all),
                spent as (select currency, source, sum(minor) as minor from charge where is_ad or not ADS group by all)
                select cur, name, minor, leads from counted join spent on currency = cur and source = name order by all
                """.replace("EVENT", event).replace("LAG", "" + lag).replace("ADS", "" + ads));
    }

    @Test
    @DisplayName("lead.cost, with a row for what belongs to no source")
    void costPerLead() {
        List<List<@Nullable Object>> rows = rows(folded.result(PER_LEAD, Histories.AS_OF));
        assertThat(rows).anySatisfy(row -> assertThat(row.get(1)).isEqualTo(Cost.UNALLOCATED));
        Rows.assertEqual(rows, costs("captured", 0, false));
    }

    @Test
    @DisplayName("lead.cost.qualified: spend over the leads first qualified while it lasted")
    void costPerQualifiedLead() {
        Rows.assertEqual(rows(folded.result(PER_QUALIFIED, Histories.AS_OF)), costs("qualified", 0, false));
    }

    @Test
    @DisplayName("lead.cost.converted: spend over the converted leads that came while it lasted")
    void costPerConvertedLead() {
        Rows.assertEqual(
                rows(folded.result(PER_CONVERTED, Histories.AS_OF)),
                costs("case when converted is not null then captured end", 0, false));
    }

    @Test
    @DisplayName("lead.cac.paid with lag: advertising over the conversions of thirty days later")
    void paidAndLagged() {
        Rows.assertEqual(rows(folded.result(PAID_LAGGED, Histories.AS_OF)), costs("converted", 30, true));
    }

    @Test
    @DisplayName("lead.conversion.cost: the cost of work from capture to conversion, over the conversions")
    void conversionCost() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        folded.result(HANDLING, Histories.AS_OF)
                .forEach((currency, costs) -> rows.add(Arrays.asList(
                        currency,
                        minor(costs.perConversion().basis().numerator(), currency),
                        minor(costs.wonLeadDirect().basis().numerator(), currency),
                        costs.perConversion().basis().denominator().longValueExact(),
                        costs.untold())));
        Rows.assertEqual(rows, duck.rows("""
                        select currency, sum(amount)::bigint, coalesce(sum(amount) filter (where won), 0)::bigint,
                          (select count(converted) from lead where captured is not null),
                          (select count(*) from handling where amount is null)
                        from handling where amount is not null group by currency order by currency
                        """));
    }

    @Test
    @DisplayName("marketing.roas: revenue of the leads that came while money was spent on their source")
    void returns() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        folded.result(RETURNS, Histories.AS_OF)
                .forEach((currency, breakdown) -> breakdown.groups().forEach((source, returns) -> {
                    if (returns.roas().basis().numerator().signum() != 0) {
                        rows.add(Arrays.asList(
                                currency,
                                source,
                                minor(returns.roas().basis().numerator(), currency),
                                minor(returns.roas().basis().denominator(), currency)));
                    }
                }));
        Rows.assertEqual(rows, duck.rows("""
                        with earned as (
                          select cur, charge_row(source, cur, local(captured)::date, false) as name, sum(won_amount) as earned
                          from earning cross join currencies where captured is not null and won_currency = cur group by all),
                        spent as (select currency, source, sum(minor) as minor from charge group by all)
                        select cur, name, earned::bigint, minor::bigint from earned
                        join spent on currency = cur and source = name order by all
                        """));
        KpiResult ads = folded.result(RETURNS, Histories.AS_OF)
                .get("EUR")
                .groups()
                .get("ads")
                .romi();
        double spent = ads.basis().denominator().doubleValue();
        assertThat(ads.value().number().orElseThrow().doubleValue())
                .isCloseTo(((Number) duck.row("""
                                        select sum(won_amount)::double / 100 * 0.4 / 18888.88 - 1 from earning
                                        where source = 'ads' and won_currency = 'EUR'
                                          and covered('ads', 'EUR', local(captured)::date, false)
                                        """).get(0)).doubleValue(), within(1e-6));
        assertThat(spent).isEqualTo(18_888.88);
    }

    private static void assertNormal(KpiResult figure, List<@Nullable Object> sql, int digits) {
        assertThat(figure.basis().denominator().toPlainString()).isEqualTo(sql.get(0));
        assertThat(figure.basis()
                        .numerator()
                        .movePointRight(6 + digits)
                        .toBigIntegerExact()
                        .toString())
                .isEqualTo(sql.get(1));
        double mean = figure.basis().numerator().doubleValue();
        double reach = 1.959963984540054
                * Math.sqrt(Double.parseDouble(String.valueOf(sql.get(2))))
                / 1e6
                / Math.pow(10, digits);
        double high = figure.interval().orElseThrow().high().doubleValue();
        assertThat(high - mean).isCloseTo(reach, within(1e-5 + 1e-9 * reach));
        double low = figure.interval().orElseThrow().low().doubleValue();
        assertThat(mean - low).isCloseTo(reach, within(1e-5 + 1e-9 * reach));
    }

    @Test
    @DisplayName("forecast.conversions and forecast.revenue with their intervals")
    void forecast() {
        Forecast.Outlook outlook = folded.result(FORECAST, Histories.AS_OF);
        assertNormal(outlook.conversions(), duck.row("""
                        select count(chance)::varchar, sum(chance)::varchar, sum(chance::hugeint * (1000000 - chance))::varchar
                        from open_lead
                        """), 0);
        assertThat(outlook.revenue().keySet()).containsExactly("EUR", "JPY", "USD");
        outlook.revenue()
                .forEach((currency, revenue) ->
                        assertNormal(revenue, duck.row("""
                        select count(*)::varchar, sum(amount::hugeint * chance)::varchar,
                          sum(amount::hugeint * amount * chance * (1000000 - chance))::varchar
                        from open_lead where chance is not null and currency = '%s'
                        """.formatted(currency)), currency.equals("JPY") ? 0 : 2));
        assertThat(outlook.conversions().basis().excluded().get("open, without a probability from 0 to 1"))
                .isEqualTo(duck.row("select count(*) from open_lead where chance is null")
                        .get(0));
    }

    @Test
    @DisplayName("lead.conversion.observed-to-expected: conversions in time over the chances of matured leads")
    void observedToExpected() {
        Basis basis = folded.result(EXPECTED, Histories.AS_OF).basis();
        List<@Nullable Object> ours = Arrays.asList(
                basis.numerator().longValueExact(),
                basis.denominator().movePointRight(6).longValueExact());
        assertThat(ours)
                .isEqualTo(
                        duck.row("select count(*) filter (where in_time), sum(probability)::bigint from expectation"));
    }

    @Test
    @DisplayName("pipeline.velocity: value of the open opportunities, times the win rate, over the mean cycle")
    void velocity() {
        Pace pace = folded.result(VELOCITY, Histories.AS_OF);
        List<@Nullable Object> ours = Arrays.asList(
                pace.winRate().basis().numerator().longValueExact(),
                pace.winRate().basis().denominator().longValueExact(),
                pace.cycle().basis().numerator().longValueExact());
        assertThat(ours)
                .isEqualTo(duck.row("select count(*) filter (where won), count(*), sum(took)::bigint from closed"));
        assertThat(pace.flows()).hasSize(3);
        pace.flows().forEach((currency, flow) -> {
            double sql = ((Number) duck.row("""
                                    with pipe as (select count(*) as n, avg(amount) / %s as mean from open_lead
                                      where captured is not null and opportunity is not null and currency = '%s'),
                                    pace as (select count(*) filter (where won) / count(*) as rate, avg(took) / 86400 as days from closed)
                                    select (n * rate * mean / days)::double from pipe, pace
                                    """.formatted(currency.equals("JPY") ? 1 : 100, currency))
                            .get(0))
                    .doubleValue();
            assertThat(flow.velocity().value().number().orElseThrow().doubleValue())
                    .isCloseTo(sql, within(1e-6 + 1e-9 * sql));
        });
    }

    private static @Nullable Object median(RepFigures figures) {
        return figures.firstTouch()
                .value()
                .number()
                .map(BigDecimal::longValueExact)
                .orElse(null);
    }

    @Test
    @DisplayName("rep: conversions, leads, hours, chances and first answers, by who owned the lead then")
    void reps() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        folded.result(REPS, Histories.AS_OF)
                .forEach((rep, figures) -> rows.add(Arrays.asList(
                        rep,
                        figures.conversion().basis().numerator().longValueExact(),
                        figures.conversion().basis().denominator().longValueExact(),
                        figures.perHour().basis().denominator().longValueExact(),
                        figures.observedToExpected().basis().numerator().longValueExact(),
                        figures.observedToExpected()
                                .basis()
                                .denominator()
                                .movePointRight(6)
                                .longValueExact(),
                        median(figures))));
        assertThat(rows).hasSize(8);
        Rows.assertEqual(rows, duck.rows("""
                        with won as (select rep, count(*) as won from lead where converted is not null group by rep),
                        leads as (select rep, count(*) as leads from had group by rep),
                        work as (select coalesce(rep, '(missing)') as rep, sum(seconds) as seconds from ev
                          where type = 'worked' and seconds >= 0 group by 1),
                        chances as (select rep, count(*) filter (where in_time) as seen, sum(probability) as expected
                          from expectation group by rep),
                        touches as (select coalesce(answered_by.rep, '(missing)') as rep,
                            quantile_disc(bucket(seconds(captured, responded)), 0.5) as median
                          from lead left join answered_by using (lead_id)
                          where captured is not null and responded is not null group by 1)
                        select rep, coalesce(won, 0), leads, coalesce(seconds, 0)::bigint, seen, expected::bigint, median
                        from leads left join won using (rep) left join work using (rep) left join chances using (rep)
                        left join touches using (rep) order by rep
                        """));
    }

    @Test
    @DisplayName("source: conversions, chances and values of every source; few leads give no figures")
    void sources() {
        Breakdown<SourceRow> result = folded.result(SOURCES, Histories.AS_OF);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        result.groups().forEach((source, row) -> {
            if (row.conversion().basis().denominator().signum() > 0) {
                rows.add(Arrays.asList(
                        source,
                        row.conversion().basis().numerator().longValueExact(),
                        row.conversion().basis().denominator().longValueExact(),
                        row.observedToExpected().basis().numerator().longValueExact(),
                        minor(row.money().get("EUR").valuePerLead().basis().numerator(), "EUR"),
                        row.conversion().value().number().isPresent()));
            }
        });
        Rows.assertEqual(rows, duck.rows("""
                        select source, count(converted), count(*), count(*) filter (where lead_id in
                            (select lead_id from expectation where in_time)),
                          coalesce(sum(won_amount) filter (where won_currency = 'EUR'), 0)::bigint, count(*) >= 200
                        from earning group by source order by source
                        """));
        folded.result(PER_LEAD, Histories.AS_OF).get("EUR").groups().forEach((source, cost) -> {
            SourceRow.Amounts amounts = result.groups().get(source).money().get("EUR");
            if (amounts != null) {
                assertThat(amounts.costPerLead().basis().numerator())
                        .isEqualByComparingTo(cost.basis().numerator());
                assertThat(amounts.costPerLead().basis().denominator())
                        .isEqualByComparingTo(cost.basis().denominator());
            }
        });
        KpiResult all = folded.result(PER_CONVERTED, Histories.AS_OF).get("EUR").all();
        assertThat(result.all().money().get("EUR").costPerConversion().value()).isEqualTo(all.value());
    }
}

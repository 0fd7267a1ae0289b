package dev.leadkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.oracle.Charges;
import dev.leadkit.metrics.oracle.Duck;
import dev.leadkit.metrics.oracle.Folded;
import dev.leadkit.metrics.oracle.Histories;
import dev.leadkit.metrics.oracle.Rows;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credit and money by channel of 20,000 leads against SQL over the raw events. */
@Tag(Duck.TAG)
final class AttributionSqlTest {

    /** Every conversion with its touches in the window: rn of n, and on which of them the milestones of the W are. */
    private static final String TOUCH = """
            create table touch as
            with conv as (select lead.*, won_amount, won_currency from lead
              join (select lead_id, won_amount, won_currency from conversion) using (lead_id)
              where captured is not null and converted is not null),
            opportunity as (select lead_id, min(ts) as opened from entry where stage = 'sql' group by lead_id),
            within_window as (
              select conv.lead_id, conv.amount, conv.currency, won_amount, won_currency, converted, captured, opened, channel, ts, event_id
              from conv join ev using (lead_id) left join opportunity using (lead_id)
              where ev.type = 'touched' and ts <= converted and ts >= converted - interval 30 day)
            select *, count(*) over lead as n, seconds(ts, max(ts) over lead) as age,
              max(rn) filter (where channel <> 'direct') over lead as last_other,
              max(rn) filter (where ts <= captured and captured <= converted) over lead as at_capture,
              max(rn) filter (where ts <= opened and opened <= converted) over lead as at_opportunity
            from (select *, row_number() over (partition by lead_id order by ts, event_id) as rn from within_window)
            window lead as (partition by lead_id)
            """;

    /** A whole shared by weight: each gets its share rounded down, the largest remainders one more. */
    private static final String SHARED = """
            with weighted as (select *, (WEIGHT)::hugeint as w from marked),
            summed as (select *, sum(w) over (partition by lead_id)::hugeint as ws from weighted),
            down as (select *, WHOLE * w // ws as part, WHOLE * w % ws as remainder, WHOLE as whole from summed where WHOLE is not null),
            ranked as (select *, row_number() over (partition by lead_id order by remainder desc, rn) as place,
              whole - sum(part) over (partition by lead_id) as left_over from down)
            """;

    private static final String MARKED = """
            create view marked as
            select *, count(*) filter (where anchors = 0) over (partition by lead_id) as others
            from (select *, (rn = 1)::int + coalesce(rn = at_capture, false)::int
              + coalesce(rn = at_opportunity, false)::int as anchors from touch)
            """;

    @SuppressWarnings("ImmutableEnumChecker")
    private enum Model {
        FIRST(AttributionModel.first(), "rn = 1"),
        LAST(AttributionModel.last(), "rn = n"),
        LAST_NON_DIRECT(AttributionModel.lastNonDirect("direct"), "rn = coalesce(last_other, n)"),
        LINEAR(AttributionModel.linear(), "1"),
        U(AttributionModel.u(), "case when n <= 2 or (rn > 1 and rn < n) then 1 else 2 * (n - 2) end"),
        W(
                AttributionModel.w(Set.of(Histories.STAGES.get(2))),
                "case when anchors = 0 then 10 else 30 * anchors * greatest(1, others) end");

        private final Attribution kpi;
        private final String weight;

        Model(AttributionModel model, String weight) {
            this.kpi = new Attribution(model, Duration.ofDays(30));
            this.weight = weight;
        }

        private String shared(String whole) {
            return SHARED.replace("WEIGHT", weight).replace("WHOLE", "(" + whole + ")");
        }
    }

    private static final Attribution DECAY =
            new Attribution(AttributionModel.timeDecay(Duration.ofDays(7)), Duration.ofDays(30));
    private static final MarkovAttribution MARKOV = new MarkovAttribution(Duration.ofDays(30));

    private static final List<Cost> COSTS = List.of(
            cost("seo", "2025-01-01", "2025-07-01", 1_234_567, "EUR"),
            cost("display", "2025-03-30", "2025-10-26", 98_765, "EUR"),
            cost("display", "2025-10-26", "2026-04-01", 4_000_000, "JPY"),
            cost("email", "2025-01-01", "2026-08-01", 33_333, "USD"),
            cost("radio", "2025-01-01", "2026-08-01", 500, "EUR"),
            cost(Cost.UNALLOCATED, "2025-06-01", "2025-12-01", 987_650, "EUR"));
    private static final Map<Model, AttributedReturn> RETURNS = returns();

    private static Cost cost(String source, String from, String to, long minor, String currency) {
        return new Cost(
                source, LocalDate.parse(from), LocalDate.parse(to), new Money(minor, Currency.getInstance(currency)));
    }

    private static Map<Model, AttributedReturn> returns() {
        Map<Model, AttributedReturn> all = new EnumMap<>(Model.class);
        Spending spending = Spending.of(Histories.ZONE, COSTS);
        for (Model model : Model.values()) {
            all.put(model, AttributedReturn.of(model.kpi, spending, new BigDecimal("0.4")));
        }
        return all;
    }

    private static Folded folded;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        List<LeadKpi<?>> kpis = new ArrayList<>(List.of(DECAY, MARKOV));
        Arrays.stream(Model.values()).forEach(model -> kpis.add(model.kpi));
        kpis.addAll(RETURNS.values());
        folded = Folded.of(histories, kpis);
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
        duck.runFile("money.sql");
        Charges.inserts("charge", COSTS, ", false").forEach(duck::run);
        duck.run(TOUCH);
        duck.run(MARKED);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static long billionths(ChannelCredit credit) {
        return credit.share().basis().numerator().movePointRight(9).longValueExact();
    }

    /** An amount has as many decimals as its currency. */
    private static long minor(BigDecimal amount) {
        return amount.unscaledValue().longValueExact();
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName("Credits by channel are equal to the last billionth")
    void credits(Model model) {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        folded.result(model.kpi, Histories.AS_OF)
                .channels()
                .forEach((channel, credit) -> ours.add(List.of(channel, billionths(credit))));
        Rows.assertEqual(ours, duck.rows(model.shared("1000000000") + """
                select channel, sum(part + (place <= left_over)::int)::bigint as credit
                from ranked group by channel having credit > 0 or sum(amount) <> 0 order by channel
                """));
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName("Money by channel and currency is equal to the last cent")
    void money(Model model) {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        folded.result(model.kpi, Histories.AS_OF)
                .channels()
                .forEach((channel, credit) ->
                        credit.value().forEach((code, money) -> ours.add(List.of(channel, code, minor(money)))));
        Rows.assertEqual(ours, duck.rows(model.shared("amount::hugeint") + """
                select channel, currency, sum(part + (place <= left_over)::int)::bigint as minor
                from ranked group by channel, currency having minor <> 0 order by channel, currency
                """));
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName(
            "The unattributed stand beside them, and all adds up to the conversions and to the value of each currency")
    void sums(Model model) {
        assertSums(folded.result(model.kpi, Histories.AS_OF));
    }

    private static void assertSums(Credits credits) {
        assertThat(credits.conversions()
                        - credits.unattributed().share().basis().numerator().longValueExact())
                .isEqualTo(duck.row("select count(distinct lead_id) from touch").get(0));
        assertThat(List.of(credits.conversions(), credits.unvalued()))
                .isEqualTo(duck.row("select count(*), count(*) - count(amount) from lead"
                        + " where captured is not null and converted is not null"));
        BigDecimal all = credits.channels().values().stream()
                .map(credit -> credit.share().basis().numerator())
                .reduce(credits.unattributed().share().basis().numerator(), BigDecimal::add);
        assertThat(all).isEqualByComparingTo(BigDecimal.valueOf(credits.conversions()));
        List<List<@Nullable Object>> totals = new ArrayList<>();
        credits.value().forEach((code, money) -> {
            totals.add(List.of(code, minor(money)));
            long shared = minor(credits.unattributed().value().get(code));
            for (ChannelCredit credit : credits.channels().values()) {
                shared += minor(credit.value().get(code));
            }
            assertThat(shared).isEqualTo(minor(money));
        });
        Rows.assertEqual(totals, duck.rows("""
                select currency, sum(amount)::bigint from lead
                where captured is not null and converted is not null and amount is not null group by currency order by currency
                """));
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                .longValueExact();
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    @DisplayName(
            "marketing.roas.credited: what touches earned on days with a cost, by source, and elsewhere, to the last cent")
    void returns(Model model) {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        folded.result(RETURNS.get(model), Histories.AS_OF).forEach((currency, returns) -> {
            long[] shared = {minor(returns.unattributed(), currency)};
            returns.bySource().groups().forEach((source, each) -> {
                long earned = minor(each.roas().basis().numerator(), currency);
                long spent = minor(each.roas().basis().denominator(), currency);
                shared[0] += earned;
                if (earned != 0) {
                    ours.add(Arrays.asList(currency, true, source, earned, spent));
                }
            });
            returns.uncovered().forEach((channel, money) -> {
                long minor = minor(money, currency);
                shared[0] += minor;
                if (minor != 0) {
                    ours.add(Arrays.asList(currency, false, channel, minor, 0L));
                }
            });
            assertThat(shared[0]).isEqualTo(minor(returns.revenue(), currency));
        });
        ours.sort(Comparator.comparing(row -> String.valueOf(row.get(0)) + row.get(1) + row.get(2)));
        Rows.assertEqual(ours, duck.rows(model.shared("won_amount::hugeint") + """
                , credited as (
                  select ranked.won_currency as currency, ranked.channel, part + (place <= left_over)::int as minor,
                    charge_row(ranked.channel, ranked.won_currency, local(ranked.ts)::date, false) as row_of from ranked),
                earned as (select currency, row_of is not null as is_covered, coalesce(row_of, channel) as name,
                  sum(minor)::bigint as minor from credited group by all having sum(minor) <> 0),
                spent as (select currency, source as name, true as is_covered, sum(minor)::bigint as spent from charge group by all)
                select currency, is_covered, name, minor, coalesce(spent, 0)
                from earned left join spent using (currency, is_covered, name) order by currency, is_covered, name
                """));
    }

    @Test
    @DisplayName("marketing.romi.credited, and what no touch is credited with")
    void margins() {
        SortedMap<String, AttributedReturn.Returns> result = folded.result(RETURNS.get(Model.LAST), Histories.AS_OF);
        Rows.assertValue(
                result.get("USD").bySource().groups().get("email").romi(),
                duck.row("""
                select sum(won_amount) / 100 * 0.4 / 333.33 - 1 from touch
                where rn = n and channel = 'email' and won_currency = 'USD'
                """).get(0));
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result.forEach((currency, returns) -> ours.add(
                Arrays.asList(currency, minor(returns.unattributed(), currency), minor(returns.revenue(), currency))));
        Rows.assertEqual(ours, duck.rows("""
                select won_currency, coalesce(sum(won_amount) filter (where lead_id not in (select lead_id from touch)), 0)::bigint,
                  sum(won_amount)::bigint
                from earning where captured is not null and won_amount is not null group by won_currency order by won_currency
                """));
    }

    @Test
    @DisplayName("Time decay by channel is that of the formula in SQL")
    void timeDecay() {
        Credits credits = folded.result(DECAY, Histories.AS_OF);
        assertSums(credits);
        List<List<@Nullable Object>> rows = duck.rows("""
                with weighted as (select *, pow(2, -age / (7 * 86400.0)) as w from touch),
                credit as (select channel, w / sum(w) over (partition by lead_id) as credit from weighted)
                select channel, sum(credit), count(*) from credit group by channel order by channel
                """);
        assertThat(rows).hasSize(credits.channels().size());
        for (List<@Nullable Object> row : rows) {
            ChannelCredit ours = credits.channels().get((String) row.get(0));
            double roundings = 1e-9 * (Long) row.get(2);
            assertThat(ours.share().basis().numerator().doubleValue())
                    .isCloseTo((Double) row.get(1), within(roundings));
        }
    }

    @Test
    @DisplayName("Markov: what its chain is made of, and the sums")
    void markov() {
        MarkovCredits result = folded.result(MARKOV, Histories.AS_OF);
        assertSums(result.credits());
        assertThat(result.journeys()).isEqualTo(duck.row("""
                select (select count(distinct lead_id) from touch)
                  + (select count(distinct lead_id) from ev join lead using (lead_id)
                     where captured is not null and converted is null and type = 'touched')
                """).get(0));
        assertThat(result.removal()).hasSize(Histories.CHANNELS.size());
    }
}

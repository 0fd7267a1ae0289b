package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spend per lead and per customer against SQL, on days of Berlin. */
@Tag(Duck.TAG)
final class SpendOracleTest {

    private static final List<Cost> COSTS = List.of(
            cost("ads", "2025-01-01", "2025-07-01", 1_234_567, "EUR"),
            cost("ads", "2025-03-30", "2025-10-26", 98_765, "EUR"),
            cost("ads", "2025-02-01", "2026-02-01", 4_000_000, "JPY"),
            cost("search", "2025-10-26", "2025-10-27", 33_333, "EUR"),
            cost("search", "2026-03-01", "2026-06-01", -500, "EUR"),
            cost("fair", "2025-05-05", "2025-05-09", 7_700_001, "USD"),
            cost("radio", "2025-01-01", "2026-07-01", 250_000, "EUR"),
            cost(Grouping.MISSING, "2025-01-01", "2026-01-01", 19_999, "EUR"));
    private static final Spending SPENDING = Spending.of(Histories.ZONE, COSTS);
    private static final SpendPer PER_LEAD = SpendPer.lead(SPENDING);
    private static final SpendPer PER_CUSTOMER = SpendPer.customer(SPENDING);

    private static Folded folded;
    private static Duck duck;

    private static Cost cost(String source, String from, String to, long minor, String currency) {
        return new Cost(
                source, LocalDate.parse(from), LocalDate.parse(to), new Money(minor, Currency.getInstance(currency)));
    }

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        folded = Folded.of(histories, List.of(PER_LEAD, PER_CUSTOMER));
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
        Charges.inserts("cost", COSTS, "").forEach(duck::run);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static List<List<@Nullable Object>> rows(SortedMap<String, Breakdown<KpiResult>> byCurrency) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        byCurrency.forEach((currency, breakdown) -> {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            rows.add(row(currency, "(all)", decimals, breakdown.all().basis()));
            breakdown.groups().forEach((source, result) -> rows.add(row(currency, source, decimals, result.basis())));
        });
        return rows;
    }

    private static List<@Nullable Object> row(String currency, String source, int decimals, Basis basis) {
        return Arrays.asList(
                currency,
                source,
                basis.numerator().movePointRight(decimals).longValueExact(),
                basis.denominator().longValueExact(),
                basis.excluded().getOrDefault("undated lead", 0L),
                basis.excluded().getOrDefault("not converted", 0L),
                basis.excluded().getOrDefault("no cost for the source", 0L),
                basis.excluded().getOrDefault("on a day without cost", 0L));
    }

    /** By currency and source, all sources together before them; the first reason that holds is the one that counts. */
    private static String sql(String covered, String candidate) {
        return """
                with spent as (select currency, source, sum(minor) as minor from cost group by currency, source),
                leads as (
                  select currency, source, count(*) filter (where dated and candidate and covered) as n,
                    count(*) filter (where not dated) as undated,
                    count(*) filter (where dated and not candidate) as no_candidate,
                    count(*) filter (where dated and candidate and not has_cost) as no_cost,
                    count(*) filter (where dated and candidate and has_cost and not covered) as outside
                  from (select *, is_dated as dated, CANDIDATE as candidate, COVERED as covered from in_scope)
                  group by currency, source),
                cells as (from leads full join spent using (currency, source))
                select currency, coalesce(source, '(all)') as name, coalesce(sum(minor), 0)::bigint, coalesce(sum(n), 0)::bigint,
                  coalesce(sum(undated), 0)::bigint, coalesce(sum(no_candidate), 0)::bigint, coalesce(sum(no_cost), 0)::bigint,
                  coalesce(sum(outside), 0)::bigint
                from cells group by grouping sets ((currency), (currency, source)) order by currency, grouping(source) desc, source
                """.replace("CANDIDATE", candidate).replace("COVERED", covered);
    }

    @Test
    @DisplayName("lead.cost: spend over the leads captured on the days that it covers, by currency and source")
    void costPerLead() {
        List<List<@Nullable Object>> rows = rows(folded.result(PER_LEAD, Histories.AS_OF));
        assertThat(rows).hasSizeGreaterThan(20);
        Rows.assertEqual(rows, duck.rows(sql("lead_covered", "true")));
    }

    @Test
    @DisplayName("lead.cac: spend over the leads converted on the days that it covers, by currency and source")
    void costPerCustomer() {
        Rows.assertEqual(
                rows(folded.result(PER_CUSTOMER, Histories.AS_OF)), duck.rows(sql("customer_covered", "is_converted")));
    }

    @Test
    @DisplayName("The value is the spend over the leads, to a millionth")
    void value() {
        KpiResult ads =
                folded.result(PER_LEAD, Histories.AS_OF).get("EUR").groups().get("ads");
        BigDecimal sql = new BigDecimal(duck.row("""
                        select format('{:.9f}', 13333.32 / count(*)) from in_scope
                        where currency = 'EUR' and source = 'ads' and lead_covered
                        """).get(0).toString());
        assertThat(ads.value().number().orElseThrow()).isCloseTo(sql, within(new BigDecimal("0.0000006")));
    }
}

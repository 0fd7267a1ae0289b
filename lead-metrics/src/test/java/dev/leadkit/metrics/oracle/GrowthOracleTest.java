package dev.leadkit.metrics.oracle;

import static dev.leadkit.metrics.oracle.Rows.assertValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.customer.Aarrr;
import dev.leadkit.metrics.customer.Customer;
import dev.leadkit.metrics.customer.Growth;
import dev.leadkit.metrics.customer.Journey;
import dev.leadkit.metrics.customer.LifetimeFigures;
import dev.leadkit.metrics.customer.LifetimeValue;
import dev.leadkit.metrics.customer.UnitEconomics;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lifts, the five of AARRR and what customers bring against their cost, of 20,000 leads, against SQL over the raw events. */
@Tag(Duck.TAG)
final class GrowthOracleTest {

    private static final Stage ACTIVE = Histories.STAGES.get(1);
    private static final ScoreAccuracy EVER = new ScoreAccuracy();
    private static final ScoreAccuracy IN_TIME = new ScoreAccuracy(Duration.ofDays(60), Resolution.SECOND, Instant.MIN);
    private static final List<Cost> COSTS = List.of(
            cost("ads", "2025-02-01", "2026-03-01", 1_234_567, "EUR"),
            cost("search", "2025-01-01", "2026-08-01", 3_333_333, "EUR"),
            cost("fair", "2025-05-05", "2026-05-09", 700_001, "EUR"),
            cost("ads", "2025-03-30", "2025-10-26", 2_222_222, "USD"),
            cost("e-mail", "2025-01-01", "2026-08-01", 98_765, "USD"));
    private static final SpendPer CAC = SpendPer.customer(Spending.of(Histories.ZONE, COSTS));
    private static final Grouped<Customer, SortedMap<String, LifetimeFigures>> LIFE =
            new Grouped<>(new LifetimeValue(24, new BigDecimal("0.01"), Histories.ZONE), "source");

    private static List<LeadFacts> facts;
    private static Folded folded;
    private static Duck duck;

    private static Cost cost(String source, String from, String to, long minor, String currency) {
        Money amount = new Money(minor, Currency.getInstance(currency));
        return new Cost(source, LocalDate.parse(from), LocalDate.parse(to), amount);
    }

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        facts = histories.facts();
        folded = Folded.of(histories, List.of(EVER, IN_TIME, CAC));
        duck = Duck.of(histories);
        duck.runFile("kpis.sql");
        duck.runFile("money.sql");
        duck.runFile("growth.sql");
        Charges.inserts("charge", COSTS, ", false").forEach(duck::run);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    /** A share that falls within a score, deciles, and one that nearly holds all. */
    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "1, 20",
        "1, 10",
        "2, 10",
        "1, 4",
        "3, 10",
        "1, 3",
        "4, 10",
        "5, 10",
        "6, 10",
        "7, 10",
        "8, 10",
        "9, 10",
        "999, 1000",
        "1, 1"
    })
    @DisplayName(
            "score.lift at any share is a ratio of the whole numbers that SQL has, ever converted and within 60 days")
    void lift(long above, long below) {
        assertLift(EVER, "ever", Fraction.of(above, below));
        assertLift(IN_TIME, "in_time", Fraction.of(above, below));
    }

    private static void assertLift(ScoreAccuracy kpi, String outcome, Fraction share) {
        KpiResult lift = folded.result(kpi, Histories.AS_OF).liftAt(share);
        List<@Nullable Object> row = duck.row("""
                with cut as (select * from best_first
                  where outcome = 'OUTCOME' and above * BELOW < size * ABOVE and (above + tied) * BELOW >= size * ABOVE)
                select ((wins_above * BELOW * tied + wins_tied * (size * ABOVE - above * BELOW))::varchar),
                  (wins * ABOVE * tied)::varchar, (wins * ABOVE)::varchar, BELOW from cut
                """.replace("OUTCOME", outcome)
                .replace("ABOVE", share.numerator() + "::hugeint")
                .replace("BELOW", share.denominator() + "::hugeint"));
        assertThat(lift.value().number()).contains(ratio(row.get(0), row.get(1)));
        assertThat(lift.basis().denominator()).isEqualByComparingTo(ratio(row.get(2), row.get(3)));
    }

    private static BigDecimal ratio(@Nullable Object above, @Nullable Object below) {
        return new Fraction(new BigInteger(String.valueOf(above)), new BigInteger(String.valueOf(below)))
                .decimal(KpiResult.SCALE);
    }

    /** What a lead did: came, became active, was touched later, was touched in a social network from then on, paid. */
    private static Journey journey(LeadFacts lead) {
        Set<Growth> reached = EnumSet.noneOf(Growth.class);
        lead.captured().ifPresent(captured -> {
            reached.add(Growth.ACQUISITION);
            lead.events().forEach(event -> {
                if (event.what() instanceof Occurrence.Touched touched
                        && event.at().isAfter(captured.at())) {
                    reached.add(Growth.RETENTION);
                    if (touched.channel().equals("social")) {
                        reached.add(Growth.REFERRAL);
                    }
                }
            });
        });
        if (lead.entries().stream().anyMatch(entry -> entry.stage().equals(ACTIVE))) {
            reached.add(Growth.ACTIVATION);
        }
        if (lead.isConverted()) {
            reached.add(Growth.REVENUE);
        }
        return new Journey(Grouping.bySource().of(lead), reached);
    }

    static List<List<Growth>> orders() {
        return List.of(
                List.of(Growth.values()),
                List.of(Growth.ACQUISITION, Growth.ACTIVATION, Growth.RETENTION, Growth.REVENUE, Growth.REFERRAL),
                List.of(Growth.RETENTION, Growth.REFERRAL, Growth.ACQUISITION, Growth.REVENUE, Growth.ACTIVATION));
    }

    @ParameterizedTest
    @MethodSource("orders")
    @DisplayName("aarrr by source, in any order: people, to the one before and to the first; the rest is left out")
    void aarrr(List<Growth> order) {
        Breakdown<List<Aarrr.Step>> result = facts.stream()
                .map(GrowthOracleTest::journey)
                .collect(new Grouped<>(new Aarrr(order), "source").collector(Histories.AS_OF));
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result.groups().forEach((source, steps) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(source));
            steps.forEach(step -> row.add(step.people()));
            row.add(steps.get(0).toFirst().basis().excluded().get("did not do the first"));
            ours.add(row);
        });
        String did = order.stream()
                .map(growth -> "count(*) filter (where FIRST and " + growth + ")")
                .collect(Collectors.joining(", "));
        Rows.assertEqual(
                ours,
                duck.rows(("select source, " + did + ", count(*) filter (where not FIRST) from did group by source"
                                + " order by source")
                        .replace("FIRST", order.get(0).name())));
        for (int place = 0; place < order.size(); place++) {
            Growth before = order.get(Math.max(0, place - 1));
            List<@Nullable Object> row =
                    duck.row("""
                    with people as (from did where FIRST)
                    select count(*) filter (where THIS) / count(*) filter (where BEFORE), avg(THIS::int) from people
                    """.replace("FIRST", order.get(0).name())
                            .replace("THIS", order.get(place).name())
                            .replace("BEFORE", before.name()));
            assertValue(result.all().get(place).toPrevious(), row.get(0));
            assertValue(result.all().get(place).toFirst(), row.get(1));
        }
    }

    /** The converted leads as customers: how long they stay and what they bring is made up, and told to the database too. */
    private static List<Customer> customers() {
        SplittableRandom random = new SplittableRandom(31);
        List<Customer> customers = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (LeadFacts lead : facts) {
            if (lead.captured().isPresent() && lead.isConverted()) {
                String currency = random.nextDouble() < 0.6 ? "EUR" : "USD";
                boolean stays = random.nextDouble() < (currency.equals("EUR") ? 0.8 : 0.1);
                long days = random.nextLong(1, 400);
                long minor = random.nextLong(1, 40_000);
                int percent = random.nextInt(-10, 91);
                LocalDate since =
                        LocalDate.ofInstant(lead.converted().orElseThrow().at(), Histories.ZONE);
                customers.add(new Customer(
                        Grouping.bySource().of(lead),
                        since,
                        stays ? Optional.empty() : Optional.of(since.plusDays(days)),
                        Optional.of(new Customer.Income(
                                new Money(minor, Currency.getInstance(currency)), BigDecimal.valueOf(percent, 2)))));
                rows.add("('%s', %s, %d, %d, '%s')"
                        .formatted(lead.lead().value(), stays ? "null" : days, minor, percent, currency));
            }
        }
        duck.run("insert into stay values " + String.join(", ", rows));
        return customers;
    }

    @Test
    @DisplayName("customer.ltv-to-cac, customer.payback and customer.roi by source and currency, some lives capped")
    void unitEconomics() {
        Breakdown<SortedMap<String, LifetimeFigures>> life =
                customers().stream().collect(LIFE.collector(Histories.AS_OF));
        List<List<@Nullable Object>> sql = duck.rows("from unit_economics order by source, currency");
        assertThat(sql).hasSize(COSTS.size());
        Set<@Nullable Object> capped = sql.stream().map(row -> row.get(2)).collect(Collectors.toSet());
        assertThat(capped).containsExactlyInAnyOrder(true, false);
        for (List<@Nullable Object> row : sql) {
            String source = String.valueOf(row.get(0));
            String currency = String.valueOf(row.get(1));
            LifetimeFigures figures = life.groups().get(source).get(currency);
            KpiResult cac =
                    folded.result(CAC, Histories.AS_OF).get(currency).groups().get(source);
            UnitEconomics economics = UnitEconomics.of(figures, cac);
            assertThat(figures.capped()).isEqualTo(row.get(2));
            assertThat(cac.basis().denominator().longValueExact()).isEqualTo(row.get(3));
            assertValue(figures.simple(), row.get(4));
            assertValue(cac, row.get(5));
            assertValue(economics.ltvToCac(), row.get(6));
            assertValue(economics.payback(), row.get(7));
            assertValue(economics.roi(), row.get(8));
        }
    }
}

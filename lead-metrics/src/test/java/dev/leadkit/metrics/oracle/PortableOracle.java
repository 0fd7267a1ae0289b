package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Channel;
import dev.leadkit.lead.Money;
import dev.leadkit.metrics.cohort.CohortConversion;
import dev.leadkit.metrics.consent.ConsentEvent;
import dev.leadkit.metrics.consent.ConsentFacts;
import dev.leadkit.metrics.consent.ConsentRates;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.health.DataFaults;
import dev.leadkit.metrics.health.MergedRecords;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.money.ConversionCost;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.SourceEffectiveness;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Figures of 20,000 leads against {@code portable.sql} and {@code portable-consent.sql}, which any engine with windows, {@code qualify}
 * and recursion can run: level one again and counts, rates, sums and ranks on top of it.
 *
 * <p>H2 has no part in the SQL of the other oracles, since it lacks
 *
 * <ul>
 *   <li>{@code arg_min} and {@code arg_max}, on which {@code level-one.sql} rests (here ranks stand for them)
 *   <li>macros with parameters, of which seconds, buckets and the days that costs cover are made there (here the seconds are written out,
 *       and the library puts them into their buckets)
 *   <li>a {@code percentile_disc} of nearest rank (here places are counted)
 *   <li>{@code generate_series} over months (here months without leads are passed over)
 * </ul>
 *
 * <p>Episodes, funnels of events, attribution, survival, tables of cohorts, forecasts and velocity of pipelines, which are written with
 * these throughout, are DuckDB's alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PortableOracle {

    private static final List<ConsentEvent.Act> ACTS = List.of(ConsentEvent.Act.values());
    private static final LeadConversion CONVERSION = new LeadConversion();
    private static final CohortConversion COHORT = new CohortConversion(Duration.ofDays(60), Resolution.SECOND);
    private static final Funnel IMPLIED = new Funnel(Histories.STAGES, Skip.IMPLIED);
    private static final Funnel STRICT = new Funnel(Histories.STAGES, Skip.STRICT);
    private static final LeadVelocity VELOCITY =
            new LeadVelocity(Set.of(Histories.STAGES.get(1), Histories.STAGES.get(2)), Histories.ZONE);
    private static final ResponseTime RESPONSE = new ResponseTime(ResponseTime.USUAL_TARGET);
    private static final SalesCycle CYCLE = new SalesCycle();
    private static final ScoreAccuracy ACCURACY = new ScoreAccuracy();
    private static final List<Cost> COSTS = List.of(
            cost("ads", "2025-01-01", "2025-07-01", 1_234_567, "EUR"),
            cost("ads", "2025-03-30", "2025-10-26", 98_765, "EUR"),
            cost("ads", "2025-02-01", "2026-02-01", 4_000_000, "JPY"),
            cost("search", "2025-10-26", "2025-10-27", 33_333, "EUR"),
            cost("fair", "2025-05-05", "2025-05-09", 7_700_001, "USD"),
            cost(Grouping.MISSING, "2025-01-01", "2026-01-01", 19_999, "EUR"));
    private static final Spending SPENDING = Spending.of(Histories.ZONE, COSTS);
    private static final Map<String, SpendPer> SPEND =
            new TreeMap<>(Map.of("lead", SpendPer.lead(SPENDING), "customer", SpendPer.customer(SPENDING)));
    private static final SourceEffectiveness SOURCES =
            new SourceEffectiveness(SPENDING, new ObservedToExpected(Duration.ofDays(60)), 1);
    private static final ConversionCost HANDLING = new ConversionCost();
    private static final MergedRecords MERGED = new MergedRecords();
    private static final DataFaults FAULTS = new DataFaults();
    private static final List<Segmented<KpiResult>> GROUPED = List.of(
            new Segmented<>(CONVERSION, Grouping.byField("size")),
            new Segmented<>(CONVERSION, Grouping.byPeriod(PeriodUnit.MONTH, Histories.ZONE)),
            new Segmented<>(CONVERSION, Grouping.byRep()),
            new Segmented<>(CONVERSION, Grouping.bySource()));

    private List<LeadFacts> facts;
    private Database database;

    private static Cost cost(String source, String from, String to, long minor, String currency) {
        return new Cost(
                source, LocalDate.parse(from), LocalDate.parse(to), new Money(minor, Currency.getInstance(currency)));
    }

    /** A database of the engine with the raw events, in the zone of {@link Histories#ZONE}. */
    abstract Database open(Histories histories);

    @BeforeAll
    void load() {
        Histories histories = Histories.standard();
        facts = histories.facts();
        database = open(histories);
        database.run("create table moment(as_of timestamp with time zone)");
        database.run("insert into moment values (timestamp with time zone '"
                + Histories.AS_OF.toString().replace('T', ' ').replace("Z", "+00:00") + "')");
        database.runFile("portable.sql");
        Charges.inserts("charge", COSTS, "").forEach(database::run);
    }

    @AfterAll
    void close() throws SQLException {
        database.close();
    }

    private <R> R result(LeadKpi<R> kpi) {
        return facts.stream().collect(kpi.collector(Histories.AS_OF));
    }

    private static List<@Nullable Object> counts(Basis basis) {
        return List.of(basis.numerator().longValueExact(), basis.denominator().longValueExact());
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                .longValueExact();
    }

    private static @Nullable Instant at(Optional<FactEvent> event) {
        return event.map(FactEvent::at).orElse(null);
    }

    @Test
    @DisplayName("Capture, answer, conversion, loss, source, field, owner and score of every lead")
    void levelOne() {
        assertThat(facts).hasSizeGreaterThan(20_000);
        List<List<@Nullable Object>> ours = new ArrayList<>();
        facts.forEach(lead -> ours.add(Arrays.asList(
                lead.lead().value(),
                (long) lead.records(),
                at(lead.captured()),
                at(lead.responded()),
                at(lead.converted()),
                at(lead.lost()),
                Grouping.bySource().of(lead),
                Grouping.byField("size").of(lead),
                Grouping.byRep().of(lead),
                lead.decisionScore().map(score -> score.units()).orElse(null))));
        Rows.assertEqual(ours, database.rows("""
                select lead_id, records, captured, responded, converted, lost, source, size, rep, score from lead order by lead_id
                """));
    }

    @Test
    @DisplayName("lead.conversion in all, by source, field, rep and month")
    void conversion() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        ours.add(named("all", "", result(CONVERSION)));
        for (Segmented<KpiResult> kpi : GROUPED) {
            String name = kpi.by().name().startsWith("captured:month")
                    ? "month"
                    : kpi.by().name();
            result(kpi).groups().forEach((group, rate) -> ours.add(named(name, group, rate)));
        }
        Rows.assertEqual(ours, database.rows("select how, name, x, n from conversion_by order by how, name"));
    }

    private static List<@Nullable Object> named(String how, String name, KpiResult rate) {
        List<@Nullable Object> row = new ArrayList<>(List.of(how, name));
        row.addAll(counts(rate.basis()));
        return row;
    }

    @Test
    @DisplayName("lead.conversion.cohort within 60 days, of matured leads")
    void cohort() {
        assertThat(counts(result(COHORT).basis())).isEqualTo(database.row("select x, n from cohort"));
    }

    @Test
    @DisplayName("lead.funnel, with skipped stages implied and without")
    void funnels() {
        List<@Nullable Object> ours = new ArrayList<>();
        result(IMPLIED).steps().forEach(step -> ours.add(step.reached()));
        result(STRICT).steps().forEach(step -> ours.add(step.reached()));
        assertThat(ours).isEqualTo(database.row("select * from funnel"));
    }

    @Test
    @DisplayName("lead.velocity: leads first qualified in each month of Berlin")
    void velocity() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        for (MonthGrowth month : result(VELOCITY).months()) {
            if (month.qualified() != 0) {
                long number = month.month().getYear() * 12L + month.month().getMonthValue() - 1;
                ours.add(List.of(number, month.qualified()));
            }
        }
        List<List<@Nullable Object>> sql = database.rows("select m, n from velocity order by m");
        assertThat(ours).hasSizeGreaterThan(17);
        Rows.assertEqual(ours, sql.subList(0, ours.size()));
    }

    @Test
    @DisplayName("lead.response and lead.cycle: medians and 90th percentiles by nearest rank, and the answers in time")
    void durations() {
        ResponseTime.Times times = result(RESPONSE);
        SalesCycle.Lengths lengths = result(CYCLE);
        List<List<@Nullable Object>> sql = database.rows("select what, p50, p90, n from quantiles order by what");
        assertThat(sql).hasSize(2);
        assertQuantiles(lengths.p50(), lengths.p90(), sql.get(0));
        assertQuantiles(times.p50(), times.p90(), sql.get(1));
        assertThat(counts(times.inTime().basis())).isEqualTo(database.row("select x, n from in_time"));
    }

    private static void assertQuantiles(KpiResult p50, KpiResult p90, List<@Nullable Object> row) {
        assertThat(Arrays.asList(number(p50), number(p90), counts(p90.basis()).get(1)))
                .isEqualTo(Arrays.asList(bucket(row.get(1)), bucket(row.get(2)), row.get(3)));
    }

    private static Long number(KpiResult figure) {
        return figure.value().number().orElseThrow().longValueExact();
    }

    private static long bucket(@Nullable Object seconds) {
        return DurationBuckets.of(Duration.ofSeconds((Long) seconds));
    }

    @Test
    @DisplayName("score.auc: pairs in the right order over all pairs, in whole numbers")
    void auc() {
        Basis basis = result(ACCURACY).auc().basis();
        assertThat(List.of(
                        basis.numerator().multiply(BigDecimal.valueOf(2)).longValueExact(),
                        basis.denominator().longValueExact()))
                .isEqualTo(database.row("select twice_right, pairs from auc"));
    }

    @Test
    @DisplayName("lead.cost and lead.cac by source and currency")
    void spend() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        SPEND.forEach((what, kpi) -> result(kpi)
                .forEach((currency, breakdown) -> breakdown.groups().forEach((source, figure) -> {
                    Basis basis = figure.basis();
                    if (basis.denominator().signum() != 0) {
                        ours.add(Arrays.asList(
                                what,
                                currency,
                                source,
                                minor(basis.numerator(), currency),
                                basis.denominator().longValueExact()));
                    }
                })));
        Rows.assertEqual(
                ours,
                database.rows("select what, currency, source, minor, n from cost_per order by what, currency, source"));
    }

    @Test
    @DisplayName("source: conversions, leads and values of every source")
    void sources() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result(SOURCES).groups().forEach((source, row) -> {
            if (row.conversion().basis().denominator().signum() > 0) {
                List<@Nullable Object> cells = new ArrayList<>(List.of(source));
                cells.addAll(counts(row.conversion().basis()));
                cells.add(minor(row.money().get("EUR").valuePerLead().basis().numerator(), "EUR"));
                ours.add(cells);
            }
        });
        Rows.assertEqual(ours, database.rows("select source, x, n, minor from source_effectiveness order by source"));
    }

    @Test
    @DisplayName("lead.conversion.cost: the work up to the conversion, in all and of those won")
    void conversionCost() {
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result(HANDLING)
                .forEach((currency, costs) -> ours.add(Arrays.asList(
                        currency,
                        minor(costs.perConversion().basis().numerator(), currency),
                        minor(costs.wonLeadDirect().basis().numerator(), currency))));
        Rows.assertEqual(
                ours, database.rows("select currency, minor, won_minor from conversion_cost order by currency"));
    }

    @Test
    @DisplayName("lead.duplicates and data.faults")
    void health() {
        MergedRecords.Duplicates duplicates = result(MERGED);
        List<@Nullable Object> ours =
                new ArrayList<>(counts(duplicates.records().basis()));
        ours.addAll(counts(duplicates.leads().basis()));
        Map<DataFault, DataFaults.Fault> faults = result(FAULTS).byFault();
        for (DataFault fault : List.of(DataFault.UNKNOWN_TYPE, DataFault.FROM_THE_FUTURE, DataFault.BROKEN_DURATION)) {
            ours.add(faults.get(fault).events());
        }
        assertThat(ours).isEqualTo(database.row("select * from health"));
    }

    /** Acts around the capture of every lead that has one, made up and told to the database too. */
    private List<ConsentFacts> consents() {
        SplittableRandom random = new SplittableRandom(41);
        List<ConsentFacts> consents = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (LeadFacts lead : facts) {
            List<ConsentEvent> events = new ArrayList<>();
            for (int i = lead.captured().isPresent() ? random.nextInt(6) : 0; i > 0; i--) {
                Channel channel = random.nextInt(3) > 0 ? Channel.EMAIL : Channel.SMS;
                ConsentEvent.Act act = ACTS.get(random.nextInt(ACTS.size()));
                Instant at = lead.captured().orElseThrow().at().plusSeconds(21_600L * random.nextInt(20));
                events.add(new ConsentEvent(channel, "news", act, at));
                rows.add("('%s', '%s', '%s', timestamp with time zone '%s')"
                        .formatted(
                                lead.lead().value(),
                                channel + " / news",
                                act,
                                at.toString().replace('T', ' ').replace("Z", "+00:00")));
            }
            consents.add(ConsentFacts.of(events));
        }
        for (int from = 0; from < rows.size(); from += 5_000) {
            List<String> some = rows.subList(from, Math.min(rows.size(), from + 5_000));
            database.run("insert into told_act values " + String.join(", ", some));
        }
        return consents;
    }

    @Test
    @DisplayName("consent: opt-ins, opt-outs, complaints, who may be contacted and messages after a withdrawal")
    void consent() {
        Breakdown<ConsentRates.Rates> result =
                consents().stream().collect(new ConsentRates(Duration.ofDays(1)).collector(Histories.AS_OF));
        database.runFile("portable-consent.sql");
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result.groups().forEach((line, rates) -> {
            List<@Nullable Object> cells = new ArrayList<>(List.of(line));
            for (KpiResult figure : List.of(rates.optIn(), rates.optOut())) {
                cells.addAll(counts(figure.basis()));
            }
            cells.add(rates.complaints().basis().numerator().longValueExact());
            cells.addAll(counts(rates.contactable().basis()));
            cells.add(rates.afterWithdrawal().basis().numerator().longValueExact());
            ours.add(cells);
        });
        Rows.assertEqual(ours, database.rows("""
                select line, agreed, asked, outs, delivered, complaints, contactable, people, late from consent order by line
                """));
    }
}

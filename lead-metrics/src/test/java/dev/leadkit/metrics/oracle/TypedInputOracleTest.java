package dev.leadkit.metrics.oracle;

import static dev.leadkit.metrics.oracle.Rows.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.lead.Channel;
import dev.leadkit.lead.Money;
import dev.leadkit.metrics.consent.ConsentEvent;
import dev.leadkit.metrics.consent.ConsentFacts;
import dev.leadkit.metrics.consent.ConsentRates;
import dev.leadkit.metrics.customer.Customer;
import dev.leadkit.metrics.customer.LifetimeFigures;
import dev.leadkit.metrics.customer.LifetimeValue;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.nurture.NurtureFacts;
import dev.leadkit.metrics.nurture.NurtureFacts.Arm;
import dev.leadkit.metrics.nurture.NurtureFacts.Sign;
import dev.leadkit.metrics.nurture.NurtureLift;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import dev.leadkit.metrics.survey.Opinion;
import dev.leadkit.metrics.survey.PromoterScore;
import dev.leadkit.metrics.survey.Satisfaction;
import dev.leadkit.metrics.survey.SurveyFacts;
import dev.leadkit.metrics.team.ResourceAllocation;
import dev.leadkit.metrics.team.SupportContact;
import dev.leadkit.metrics.team.SupportContact.Resolution;
import dev.leadkit.metrics.team.SupportEfficiency;
import dev.leadkit.metrics.team.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of surveys, nurture, customers, contacts, workloads and consent against SQL over the same rows. */
@Tag(Duck.TAG)
final class TypedInputOracleTest {

    private static final int MANY = 5_000;
    private static final Instant AS_OF = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> GROUPS = List.of("ads", "fair", "web");

    private static Duck duck;
    private final SplittableRandom random = new SplittableRandom(4);

    @BeforeAll
    static void load() {
        duck = Duck.empty();
        duck.runFile("inputs.sql");
        duck.asOf(AS_OF);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static <F, A, R> R result(Kpi<F, A, R> kpi, List<F> facts) {
        return facts.stream().collect(kpi.collector(AS_OF));
    }

    private static String row(@Nullable Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell == null ? "null" : cell instanceof Number ? cell.toString() : "'" + cell + "'");
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private static void insert(String table, List<String> rows) {
        duck.run("insert into " + table + " values " + String.join(", ", rows));
    }

    private static List<Object> counts(KpiResult... figures) {
        List<Object> counts = new ArrayList<>();
        for (KpiResult figure : figures) {
            counts.add(figure.basis().numerator().longValueExact());
            counts.add(figure.basis().denominator().longValueExact());
        }
        return counts;
    }

    @Test
    @DisplayName("survey.csat, survey.nps and survey.response-rate by group")
    void surveys() {
        List<SurveyFacts> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String group = GROUPS.get(random.nextInt(3));
            OptionalInt score = chance(0.6) ? OptionalInt.of(random.nextInt(13) - 1) : OptionalInt.empty();
            facts.add(new SurveyFacts(group, score));
            rows.add(row(group, score.isPresent() ? score.getAsInt() : null));
        }
        insert("survey", rows);
        Breakdown<Opinion> csat = result(new Grouped<>(new Satisfaction(7), "source"), facts);
        List<List<@Nullable Object>> ours = new ArrayList<>();
        csat.groups().forEach((group, opinion) -> {
            List<@Nullable Object> line = new ArrayList<>(List.of(group));
            line.addAll(counts(opinion.figure(), opinion.responseRate()));
            ours.add(line);
        });
        Rows.assertEqual(ours, duck.rows("""
                        select grp, count(*) filter (where score in (6, 7)), count(*) filter (where score between 1 and 7),
                          count(*) filter (where score between 1 and 7), count(*) from survey group by grp order by grp
                        """));
        Opinion nps = result(new PromoterScore(), facts);
        List<@Nullable Object> sql = duck.row("""
                with valid as (select (score >= 9)::int - (score <= 6)::int as vote from survey where score between 0 and 10)
                select 100 * avg(vote), 100 * 1.959963984540054 * stddev_pop(vote) / sqrt(count(*)) from valid
                """);
        assertValue(nps.figure(), sql.get(0));
        double reach = ((Number) sql.get(1)).doubleValue();
        double value = nps.figure().value().number().orElseThrow().doubleValue();
        assertThat(nps.figure().interval().orElseThrow().low().doubleValue()).isCloseTo(value - reach, within(2e-6));
        assertThat(nps.figure().interval().orElseThrow().high().doubleValue()).isCloseTo(value + reach, within(2e-6));
    }

    @Test
    @DisplayName("nurture.lift, nurture.step and nurture.reactivation")
    void nurture() {
        List<NurtureFacts> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            boolean treated = chance(0.8);
            int steps = treated ? random.nextInt(6) : 0;
            boolean converted = chance(treated ? 0.15 : 0.1);
            boolean recycled = chance(0.3);
            boolean back = recycled && chance(0.4);
            Set<Sign> signs = EnumSet.noneOf(Sign.class);
            add(signs, converted, Sign.CONVERTED);
            add(signs, recycled, Sign.RECYCLED);
            add(signs, back, Sign.REACTIVATED);
            facts.add(new NurtureFacts("all", treated ? Arm.TREATED : Arm.HOLD_OUT, steps, signs));
            rows.add(row("all", treated, steps, converted, recycled, back));
        }
        insert("nurture", rows);
        NurtureLift.Effect effect = result(new NurtureLift(), facts);
        assertThat(counts(effect.treated(), effect.heldOut(), effect.reactivation()))
                .isEqualTo(duck.row("""
                        select count(*) filter (where treated and converted), count(*) filter (where treated),
                          count(*) filter (where not treated and converted), count(*) filter (where not treated),
                          count(*) filter (where treated and reactivated), count(*) filter (where treated and recycled) from nurture
                        """));
        assertValue(effect.lift(), duck.row("""
                        select avg(converted::int) filter (where treated) - avg(converted::int) filter (where not treated) from nurture
                        """).get(0));
        List<List<@Nullable Object>> steps = new ArrayList<>();
        effect.steps().forEach(step -> steps.add(new ArrayList<>(counts(step))));
        Rows.assertEqual(steps, duck.rows("""
                        select count(*) filter (where converted and steps = step), count(*) filter (where steps >= step)
                        from range(1, 6) as all_steps(step), nurture where treated group by step order by step
                        """));
        assertThat(effect.uncontrolled()).isFalse();
    }

    private static void add(Set<Sign> signs, boolean is, Sign sign) {
        if (is) {
            signs.add(sign);
        }
    }

    @Test
    @DisplayName("customer.ltv, plain and discounted, from churn by the days that customers stayed")
    void customers() {
        List<Customer> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        LocalDate first = LocalDate.parse("2023-01-01");
        for (int i = 0; i < MANY; i++) {
            LocalDate since = first.plusDays(random.nextInt(1_400));
            Optional<LocalDate> ended =
                    chance(0.5) ? Optional.of(since.plusDays(random.nextInt(900))) : Optional.empty();
            Money revenue = new Money(random.nextInt(90_000), Currency.getInstance(chance(0.7) ? "EUR" : "JPY"));
            BigDecimal margin = BigDecimal.valueOf(random.nextInt(100), 2);
            facts.add(new Customer("all", since, ended, Optional.of(new Customer.Income(revenue, margin))));
            long minor = BigDecimal.valueOf(revenue.minor())
                    .multiply(margin)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            rows.add(row(since, ended.orElse(null), revenue.minor(), revenue.currency(), minor));
        }
        insert("customer", rows);
        LifetimeValue kpi = new LifetimeValue(240, new BigDecimal("0.01"), ZoneOffset.UTC);
        result(kpi, facts)
                .forEach((currency, figures) -> assertLife(figures, duck.row("""
                        with lives as (
                          select revenue / MINOR as revenue, margin_minor / MINOR as margin, ended <= as_of()::date as gone,
                            date_diff('day', since, least(coalesce(ended, as_of()::date), as_of()::date)) as days
                          from customer where currency = 'CURRENCY' and since <= as_of()::date),
                        sums as (select avg(revenue) as arpa, avg(margin) as m,
                          count(*) filter (where gone) / (sum(days) / 30.436875) as churn from lives)
                        select arpa, m, churn, m / churn, m * (1 - churn) / (1 + 0.01 - (1 - churn)) from sums
                        """.replace("CURRENCY", currency)
                        .replace("MINOR", currency.equals("JPY") ? "1" : "100"))));
    }

    private static void assertLife(LifetimeFigures figures, List<@Nullable Object> sql) {
        assertValue(figures.revenue(), sql.get(0));
        assertValue(figures.margin(), sql.get(1));
        assertValue(figures.churn(), sql.get(2));
        assertValue(figures.simple(), sql.get(3));
        assertValue(figures.discounted(), sql.get(4));
        assertThat(figures.capped()).isFalse();
    }

    @Test
    @DisplayName("support.fcr, support.csat and support.cost by team")
    void contacts() {
        List<SupportContact> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String team = GROUPS.get(random.nextInt(3));
            Optional<Money> cost = chance(0.8)
                    ? Optional.of(new Money(random.nextInt(5_000), Currency.getInstance(chance(0.9) ? "EUR" : "USD")))
                    : Optional.empty();
            Resolution resolution = any(List.of(Resolution.values()));
            Optional<Boolean> satisfied = chance(0.5) ? Optional.of(chance(0.7)) : Optional.empty();
            facts.add(new SupportContact(team, cost, resolution, satisfied));
            rows.add(row(
                    team,
                    cost.map(Money::minor).orElse(null),
                    cost.map(Money::currency).orElse(null),
                    resolution,
                    satisfied.orElse(null)));
        }
        insert("contact", rows);
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result(new Grouped<>(new SupportEfficiency(), "team"), facts).groups().forEach((team, support) -> {
            List<@Nullable Object> line = new ArrayList<>(List.of(team));
            line.addAll(counts(support.firstContact(), support.satisfaction()));
            support.costPerContact().forEach((currency, cost) -> {
                line.add(cost.basis().numerator().movePointRight(2).longValueExact());
                line.add(cost.basis().denominator().longValueExact());
            });
            ours.add(line);
        });
        Rows.assertEqual(ours, duck.rows("""
                        select team, count(*) filter (where resolution = 'AT_FIRST_CONTACT'),
                          count(*) filter (where resolution <> 'INELIGIBLE'),
                          count(*) filter (where satisfied), count(satisfied),
                          sum(minor) filter (where currency = 'EUR')::bigint, count(*) filter (where currency = 'EUR'),
                          sum(minor) filter (where currency = 'USD')::bigint, count(*) filter (where currency = 'USD')
                        from contact group by team order by team
                        """));
    }

    @Test
    @DisplayName("team.utilisation, the loads and the age of the backlog by period")
    void workloads() {
        List<Workload> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> waits = new ArrayList<>();
        for (int rep = 0; rep < 300; rep++) {
            String period = GROUPS.get(random.nextInt(3));
            long available = random.nextInt(100_000);
            long handled = random.nextInt(90_000);
            List<Instant> waiting = new ArrayList<>();
            for (int i = (int) Math.exp(random.nextDouble() * 3); i > 0; i--) {
                Instant since = START.plusSeconds(random.nextInt(200 * 86_400));
                waiting.add(since);
                waits.add(row(period, rep, since.toString().replace("Z", "")));
            }
            facts.add(new Workload(period, Duration.ofSeconds(available), Duration.ofSeconds(handled), waiting));
            rows.add(row(period, rep, available, handled));
        }
        insert("workload", rows);
        insert("waiting", waits);
        Breakdown<ResourceAllocation.Allocation> result =
                result(new Grouped<>(new ResourceAllocation(), "period"), facts);
        assertThat(result.groups()).hasSize(3);
        result.groups().forEach((period, allocation) -> assertAllocation(period, allocation));
    }

    private static void assertAllocation(String period, ResourceAllocation.Allocation allocation) {
        List<@Nullable Object> sql = duck.row("""
                with loads as (select rep, count(since) as load from workload left join waiting using (period, rep)
                  where period = 'PERIOD' group by rep),
                differences as (select avg(abs(a.load - b.load)) as mean from loads a cross join loads b),
                ages as (select date_diff('second', since, as_of()) as age from waiting where period = 'PERIOD' and since <= as_of())
                select (select sum(handled) / sum(available) from workload where period = 'PERIOD'), max(load) / avg(load),
                  any_value(mean) / 2 / avg(load), (select quantile_disc(age, 0.5) from ages), (select quantile_disc(age, 0.9) from ages)
                from loads, differences
                """.replace("PERIOD", period));
        assertValue(allocation.utilisation(), sql.get(0));
        assertValue(allocation.peak(), sql.get(1));
        assertValue(allocation.gini(), sql.get(2));
        assertValue(allocation.ageP50(), sql.get(3));
        assertValue(allocation.ageP90(), sql.get(4));
    }

    @Test
    @DisplayName("consent: opt-ins, opt-outs, complaints, messages after a withdrawal and who may be contacted")
    void consent() {
        List<ConsentFacts> facts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int lead = 0; lead < 1_500; lead++) {
            List<ConsentEvent> events = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Channel channel = chance(0.6) ? Channel.EMAIL : Channel.SMS;
                ConsentEvent.Act act = any(List.of(ConsentEvent.Act.values()));
                Instant at = START.plusSeconds(21_600L * random.nextInt(40));
                events.add(new ConsentEvent(channel, "news", act, at));
                rows.add(row(lead, channel + " / news", act, at.toString().replace("Z", "")));
            }
            facts.add(ConsentFacts.of(events));
        }
        insert("act", rows);
        Breakdown<ConsentRates.Rates> result = result(new ConsentRates(Duration.ofDays(1)), facts);
        List<List<@Nullable Object>> ours = new ArrayList<>();
        result.groups().forEach((line, rates) -> {
            List<@Nullable Object> cells = new ArrayList<>(Arrays.asList((Object) line));
            cells.addAll(counts(
                    rates.optIn(), rates.optOut(), rates.complaints(), rates.contactable(), rates.afterWithdrawal()));
            ours.add(cells);
        });
        Rows.assertEqual(ours, duck.rows("""
                        with withdrawn as (
                          select m.lead, m.line, m.seq, m.ts, min(o.ts) as since from words m join acts o
                            on o.lead = m.lead and o.line = m.line and o.act = 'OPTED_OUT'
                            and o.seq < m.seq and o.seq > coalesce(m.last_in, 0)
                          where m.act = 'DELIVERED' group by all),
                        late as (select line, count(*) as late from withdrawn where ts > since + interval 1 day group by line),
                        people as (select line, lead, bool_or(act = 'ASKED') as was_asked,
                            bool_or(act = 'OPTED_IN' and asked is not null) as agreed,
                            arg_max(act, seq) filter (where act in ('OPTED_IN', 'OPTED_OUT')) as word
                          from words group by all),
                        heads as (select line, count(*) filter (where was_asked and agreed) as agreed,
                            count(*) filter (where was_asked) as asked, count(*) filter (where word = 'OPTED_IN') as contactable,
                            count(*) as people from people group by line),
                        messages as (select line, count(*) filter (where act = 'DELIVERED') as delivered,
                            count(*) filter (where act = 'OPTED_OUT' and message > coalesce(last_out, 0)) as outs,
                            count(*) filter (where act = 'COMPLAINED' and message > coalesce(last_complaint, 0)) as complaints
                          from words group by line)
                        select line, agreed, asked, outs, delivered, complaints, delivered, contactable, people, late, delivered
                        from heads join messages using (line) join late using (line) order by line
                        """));
        assertThat(counts(result.all().contactable())).isEqualTo(duck.row("""
                        select count(*), 1500 from (select lead from (
                          select lead, line, arg_max(act, seq) filter (where act in ('OPTED_IN', 'OPTED_OUT')) as word
                          from acts group by all) where word = 'OPTED_IN' group by lead)
                        """));
        List<@Nullable Object> all = new ArrayList<>(counts(result.all().optOut()));
        assertThat(all.get(1))
                .isEqualTo(duck.row("select count(*) from acts where act = 'DELIVERED'")
                        .get(0));
    }
}

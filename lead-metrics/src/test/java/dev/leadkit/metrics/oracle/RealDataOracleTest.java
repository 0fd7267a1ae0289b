package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real leads that are no part of this project, against SQL over their files and against the figures known of them: Olist (Kaggle,
 * CC BY-NC-SA 4.0) and X Education (upGrad). They are looked for in {@code ../shared/data} beside the project, or where
 * {@code -Dlead.data=DIR} says.
 */
@Tag(Duck.TAG)
final class RealDataOracleTest {

    private static final Path DATA = Path.of(System.getProperty(
            "lead.data",
            Path.of(System.getProperty("basedir", ""))
                    .resolve("../../shared/data")
                    .toString()));
    private static final Path MQLS = DATA.resolve("olist/olist_marketing_qualified_leads_dataset.csv");
    private static final Path DEALS = DATA.resolve("olist/olist_closed_deals_dataset.csv");
    private static final Path STUDENTS = DATA.resolve("xeducation/leads-train.csv");
    private static final Instant AS_OF = Instant.parse("2018-06-01T00:00:00Z");
    private static final Stage MQL = new Stage("mql");
    private static final LeadKpi<Breakdown<KpiResult>> BY_SOURCE =
            new Segmented<>(new LeadConversion(), Grouping.bySource());

    private Duck duck;

    @BeforeEach
    void open() {
        duck = Duck.empty();
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    private void table(String name, Path file) {
        assumeTrue(Files.isReadable(file), () -> "skipped: no " + file + ", name its folder with -Dlead.data=DIR");
        duck.run("create table " + name + " as from read_csv('" + file + "', header = true, all_varchar = true)");
    }

    private List<LeadFacts> olist() {
        table("mql", MQLS);
        table("deal", DEALS);
        List<LeadFacts> leads = new ArrayList<>();
        for (List<@Nullable Object> row : duck.rows("""
                select mql_id, first_contact_date::timestamp, origin, won_date::timestamp from mql left join deal using (mql_id)
                """)) {
            List<FactEvent> events = new ArrayList<>();
            events.add(new FactEvent(
                    "came",
                    (Instant) row.get(1),
                    new Occurrence.Submitted(Optional.of(MQL), values((String) row.get(2), null), true)));
            if (row.get(3) != null) {
                events.add(new FactEvent(
                        "won", (Instant) row.get(3), new Occurrence.Converted(Optional.empty(), Optional.empty())));
            }
            leads.add(LeadFacts.of(new LeadId((String) row.get(0)), events));
        }
        return leads;
    }

    private static FieldValues values(@Nullable String source, @Nullable String size) {
        FieldValues.Builder values = FieldValues.builder();
        if (source != null) {
            values.set(StandardFields.SOURCE, source);
        }
        if (size != null) {
            values.set(Histories.SIZE, size);
        }
        return values.build();
    }

    private static <R> R result(List<LeadFacts> leads, LeadKpi<R> kpi) {
        return leads.parallelStream().collect(kpi.collector(AS_OF));
    }

    private static List<List<@Nullable Object>> rates(List<LeadFacts> leads, LeadKpi<Breakdown<KpiResult>> kpi) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        result(leads, kpi).groups().forEach((name, rate) -> rows.add(rate(name, rate)));
        return rows;
    }

    private static List<@Nullable Object> rate(String name, KpiResult rate) {
        return List.of(
                name,
                rate.basis().numerator().longValueExact(),
                rate.basis().denominator().longValueExact());
    }

    @Test
    @DisplayName("Olist: conversion by origin is SQL's and the known one")
    void olistConversion() {
        List<LeadFacts> leads = olist();
        List<List<@Nullable Object>> byOrigin = rates(leads, BY_SOURCE);
        Rows.assertEqual(byOrigin, duck.rows("""
                select coalesce(origin, '(missing)') as name, count(won_date), count(*) from mql left join deal using (mql_id)
                group by name order by name
                """));
        assertThat(rate("all", result(leads, new LeadConversion()))).isEqualTo(List.of("all", 842L, 8_000L));
        assertThat(byOrigin)
                .contains(
                        List.of("organic_search", 271L, 2_296L),
                        List.of("paid_search", 195L, 1_586L),
                        List.of("social", 75L, 1_350L),
                        List.of("direct_traffic", 56L, 499L),
                        List.of("email", 15L, 493L),
                        List.of("referral", 24L, 284L));
    }

    @Test
    @DisplayName("Olist: lead velocity is SQL's and the known one")
    void olistVelocity() {
        List<MonthGrowth> months =
                result(olist(), new LeadVelocity(Set.of(MQL), ZoneOffset.UTC)).months();
        List<List<@Nullable Object>> ours = new ArrayList<>();
        months.forEach(month -> ours.add(List.of(month.month().toString(), month.qualified())));
        Rows.assertEqual(
                ours.subList(0, ours.size() - 1),
                duck.rows("select first_contact_date[:7] as month, count(*) from mql group by month order by month"));
        assertThat(months.stream()
                        .filter(month -> month.month().toString().compareTo("2018-02") >= 0)
                        .limit(4)
                        .map(month -> month.growth().value().number().orElseThrow())
                        .map(BigDecimal::toPlainString))
                .containsExactly("-0.099036", "0.142023", "0.151618", "-0.036243");
    }

    @Test
    @DisplayName("Olist: the sales cycle is SQL's, wins before the first contact left out")
    void olistCycle() {
        SalesCycle.Lengths lengths = result(olist(), new SalesCycle());
        assertThat(List.of(seconds(lengths.p50()), seconds(lengths.p90()), excluded(lengths)))
                .isEqualTo(duck.row("""
                        with cycle as (
                          select epoch(won_date::timestamp)::bigint - epoch(first_contact_date::timestamp)::bigint as took
                          from mql join deal using (mql_id))
                        select quantile_disc(bucket(took), 0.5) filter (where took >= 0),
                          quantile_disc(bucket(took), 0.9) filter (where took >= 0), count(*) filter (where took < 0) from cycle
                        """));
    }

    private static long seconds(KpiResult result) {
        return result.value().number().orElseThrow().longValueExact();
    }

    private static long excluded(SalesCycle.Lengths lengths) {
        return lengths.p50().basis().excluded().getOrDefault("converted before the capture", 0L);
    }

    private List<LeadFacts> students() {
        table("student", STUDENTS);
        List<LeadFacts> leads = new ArrayList<>();
        for (List<@Nullable Object> row : duck.rows("""
                select "Prospect ID", "Lead Source", "Lead Origin", "Converted", "Total Time Spent on Website"::bigint from student
                """)) {
            List<FactEvent> events = new ArrayList<>();
            events.add(new FactEvent(
                    "came",
                    AS_OF,
                    new Occurrence.Submitted(
                            Optional.empty(), values((String) row.get(1), (String) row.get(2)), false)));
            events.add(new FactEvent(
                    "scored", AS_OF, new Occurrence.Scored(Points.of((Long) row.get(4)), Optional.empty())));
            if ("1".equals(row.get(3))) {
                events.add(new FactEvent("won", AS_OF, new Occurrence.Converted(Optional.empty(), Optional.empty())));
            }
            leads.add(LeadFacts.of(new LeadId((String) row.get(0)), events));
        }
        return leads;
    }

    @Test
    @DisplayName("X Education: conversion by source and by origin is SQL's and the known one, of undated leads too")
    void studentConversion() {
        List<LeadFacts> leads = students();
        String sql = """
                select coalesce("COLUMN", '(missing)') as name, count(*) filter (where "Converted" = '1'), count(*)
                from student group by name order by name
                """;
        List<List<@Nullable Object>> bySource = rates(leads, BY_SOURCE);
        List<List<@Nullable Object>> byOrigin =
                rates(leads, new Segmented<>(new LeadConversion(), Grouping.byField("size")));
        Rows.assertEqual(bySource, duck.rows(sql.replace("COLUMN", "Lead Source")));
        Rows.assertEqual(byOrigin, duck.rows(sql.replace("COLUMN", "Lead Origin")));
        assertThat(rate("all", result(leads, new LeadConversion()))).isEqualTo(List.of("all", 1_729L, 4_551L));
        assertThat(bySource)
                .contains(
                        List.of("Direct Traffic", 467L, 1_442L),
                        List.of("Olark Chat", 232L, 941L),
                        List.of("Organic Search", 237L, 573L),
                        List.of("Reference", 216L, 244L),
                        List.of("Welingak Website", 55L, 56L),
                        List.of("(missing)", 14L, 18L));
        assertThat(byOrigin)
                .contains(
                        List.of("Landing Page Submission", 924L, 2_547L),
                        List.of("API", 521L, 1_687L),
                        List.of("Lead Add Form", 284L, 317L));
    }

    @Test
    @DisplayName("X Education: the AUC of the time on the website is SQL's in whole numbers")
    void studentAuc() {
        KpiResult auc = result(students(), new ScoreAccuracy()).auc();
        assertThat(List.of(
                        auc.basis().numerator().multiply(BigDecimal.valueOf(2)).longValueExact(),
                        auc.basis().denominator().longValueExact()))
                .isEqualTo(duck.row("""
                        with pairs as (
                          select a.score as won, b.score as other
                          from (select "Total Time Spent on Website"::bigint as score from student where "Converted" = '1') a
                          cross join (select "Total Time Spent on Website"::bigint as score from student where "Converted" = '0') b)
                        select 2 * count(*) filter (where won > other) + count(*) filter (where won = other), count(*) from pairs
                        """));
    }
}

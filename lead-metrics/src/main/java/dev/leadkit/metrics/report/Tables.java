package dev.leadkit.metrics.report;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.EventualConversion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The figures with all their digits. */
final class Tables {

    private static final int MOST_ROWS = 50;

    private final Tag all = Tag.of("div", "tables");

    private Tables() {}

    static Tag of(Figures figures, List<KeyFigure> keys) {
        Tables tables = new Tables();
        tables.keys(keys);
        tables.conversion(
                "Conversion by source", "Source", figures.conversions().bySource());
        figures.conversions()
                .byField()
                .forEach((field, each) -> tables.conversion("Conversion by " + field, field, each));
        tables.funnel(figures);
        tables.velocity(figures);
        tables.cohorts(figures);
        tables.eventual(figures);
        tables.costs("Cost per lead", "Leads", figures.costs().perLead());
        tables.costs("Customer acquisition cost", "Customers", figures.costs().perCustomer());
        tables.scores(figures);
        return tables.all;
    }

    static Tag of(Intake intake) {
        Table table = new Table("Rows that came in", "Outcome", "Rows");
        table.row("Captured", Words.count(intake.captured()));
        table.row("Merged into a lead that was there", Words.count(intake.merged()));
        table.row("Quarantined", Words.count(intake.quarantined()));
        table.row("Refused", Words.count(intake.refused()));
        table.row("All", Words.count(intake.rows()));
        return table.tag();
    }

    private void keys(List<KeyFigure> keys) {
        Table table = new Table("All key figures", "Figure", "Value", "Numerator", "Denominator");
        for (KeyFigure key : keys) {
            KpiResult result = key.result();
            table.row(
                    key.name(),
                    Words.exact(result),
                    Words.numerator(result),
                    Words.count(result.basis().denominator()));
        }
        all.add(table.tag());
    }

    private void conversion(String title, String column, Breakdown<KpiResult> breakdown) {
        Ranked ranked = Ranked.of(breakdown.groups(), MOST_ROWS);
        Table table = new Table(title + ranked.note(), column, "Converted", "Captured", "Rate", "95 % interval");
        for (Map.Entry<String, KpiResult> group : ranked.shown()) {
            rate(table, group.getKey(), group.getValue());
        }
        rate(table, "All", breakdown.all());
        all.add(table.tag());
    }

    private static void rate(Table table, String name, KpiResult rate) {
        table.row(
                name,
                Words.count(rate.basis().numerator()),
                Words.count(rate.basis().denominator()),
                Words.exact(rate),
                interval(rate));
    }

    private static String interval(KpiResult result) {
        return Words.range(result);
    }

    private void funnel(Figures figures) {
        Table table = new Table("Funnel", "Stage", "Reached", "From the stage before", "From the first");
        figures.funnel()
                .steps()
                .forEach(step -> table.row(
                        step.stage().name(),
                        Words.count(step.reached()),
                        Words.exact(step.fromPrevious()),
                        Words.exact(step.fromFirst())));
        all.add(table.tag());
    }

    private void cohorts(Figures figures) {
        List<CohortTable.Row> rows = figures.journeys().cohorts().rows();
        if (rows.isEmpty()) {
            return;
        }
        int last = rows.get(0).cells().size() - 1;
        Table table =
                new Table("Converted by age, by month of capture", "Month", "Leads", "Old enough", "Converted", "Rate");
        rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size()).forEach(row -> {
            CohortTable.Cell cell = row.cells().get(last);
            table.row(
                    row.name(),
                    Words.count(row.members()),
                    Words.count(cell.eligible()),
                    Words.count(cell.rate().basis().numerator()),
                    Words.exact(cell.rate()));
        });
        all.add(table.tag());
    }

    private void eventual(Figures figures) {
        int days = figures.journeys().horizonDays();
        Table table = new Table(
                        "Converted after " + days + " days, young leads included",
                        "Source",
                        "Leads",
                        "Share",
                        "95 % interval",
                        "Why none")
                .endingInWords();
        Breakdown<EventualConversion.Eventual> eventual = figures.journeys().eventual();
        eventual.groups().entrySet().stream()
                .limit(MOST_ROWS)
                .forEach(each -> eventual(table, each.getKey(), each.getValue().share()));
        eventual(table, "All", eventual.all().share());
        all.add(table.tag());
    }

    private static void eventual(Table table, String name, KpiResult share) {
        table.row(
                name,
                Words.count(share.basis().denominator()),
                Words.exact(share),
                interval(share),
                Words.reason(share));
    }

    private void velocity(Figures figures) {
        if (figures.velocity().months().isEmpty()) {
            return;
        }
        Table table = new Table("Leads first qualified, by month", "Month", "Qualified", "Growth", "Why no growth")
                .endingInWords();
        figures.velocity()
                .months()
                .forEach(month -> table.row(
                        month.month().toString(),
                        Words.count(month.qualified()),
                        Words.exact(month.growth()),
                        Words.reason(month.growth())));
        all.add(table.tag());
    }

    private void costs(String title, String per, SortedMap<String, Breakdown<KpiResult>> byCurrency) {
        byCurrency.forEach((currency, breakdown) -> {
            Ranked ranked = Ranked.of(breakdown.groups(), MOST_ROWS);
            Table table = new Table(
                            title + " in " + currency + ranked.note(), "Source", "Spent", per, "Cost each", "Left out")
                    .endingInWords();
            ranked.shown().forEach(group -> cost(table, group.getKey(), group.getValue()));
            cost(table, "All", breakdown.all());
            all.add(table.tag());
        });
    }

    private static void cost(Table table, String name, KpiResult cost) {
        table.row(
                name,
                Words.numerator(cost),
                Words.count(cost.basis().denominator()),
                Words.amount(cost),
                Words.excluded(cost.basis().excluded()));
    }

    private void scores(Figures figures) {
        List<ScoreBins.Bin> bins = ScoreBins.of(figures.accuracy().distribution());
        if (bins.isEmpty()) {
            return;
        }
        Table table = new Table("Scores by outcome", "Score", "Converted", "Not converted");
        for (ScoreBins.Bin bin : bins) {
            Outcomes outcomes = bin.outcomes();
            table.row(
                    "from " + bin.from() + " to below " + bin.to(),
                    Words.count(outcomes.positives()),
                    Words.count(outcomes.negatives()));
        }
        all.add(table.tag());
    }
}

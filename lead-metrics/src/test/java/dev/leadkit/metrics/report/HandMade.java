package dev.leadkit.metrics.report;

import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.Town;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.EventualConversion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Figures of no leads, in which a test puts some of its own; and what a page says of them. */
final class HandMade {

    static final Figures NONE = new FiguresFold(Town.spec().build()).figures(Town.END);

    private static final Pattern CHART = Pattern.compile("<title>([^<]*)</title><desc>([^<]*)</desc>");
    private static final Pattern TABLE =
            Pattern.compile("<caption>([^<]*)</caption><thead>(.*?)</thead><tbody>(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    Figures.Conversions conversions = NONE.conversions();
    Funnel.Way funnel = NONE.funnel();
    Velocity velocity = NONE.velocity();
    Figures.Durations durations = NONE.durations();
    Figures.Costs costs = NONE.costs();
    Accuracy accuracy = NONE.accuracy();
    Figures.Sales sales = NONE.sales();
    Figures.Moment moment = NONE.moment();
    int horizonDays = 60;
    CohortTable cohorts = NONE.journeys().cohorts();
    Breakdown<EventualConversion.Eventual> eventual = NONE.journeys().eventual();

    Figures figures() {
        Figures.Journeys journeys =
                new Figures.Journeys(horizonDays, NONE.journeys().withinHorizon(), cohorts, eventual);
        return new Figures(moment, conversions, funnel, velocity, durations, costs, accuracy, sales, journeys);
    }

    static KpiResult rate(long numerator, long denominator) {
        return rate("some/1", numerator, denominator);
    }

    static KpiResult rate(String id, long numerator, long denominator) {
        return KpiResult.rate(
                new Definition(id, "What " + id + " means."),
                Basis.of(numerator, denominator, new TreeMap<>()),
                "nobody there");
    }

    static KpiResult known(KpiUnit unit, String number, long numerator, long denominator) {
        return KpiResult.known(
                new Definition("known/1", "Known."),
                unit,
                new BigDecimal(number),
                Basis.of(numerator, denominator, new TreeMap<>()));
    }

    static KpiResult undefined(String reason) {
        return KpiResult.undefined(
                new Definition("undefined/1", "Undefined."), KpiUnit.NUMBER, Basis.of(0, 0, new TreeMap<>()), reason);
    }

    static <R> SortedMap<String, R> map(Map<String, R> all) {
        return new TreeMap<>(all);
    }

    /** What each chart says, by its title. */
    static Map<String, String> charts(Object html) {
        Map<String, String> all = new TreeMap<>();
        CHART.matcher(html.toString()).results().forEach(chart -> all.put(chart.group(1), plain(chart.group(2))));
        return all;
    }

    /** The lines of each table, the head first, by its caption; cells are joined by bars. */
    static Map<String, List<String>> tables(Object html) {
        Map<String, List<String>> all = new TreeMap<>();
        TABLE.matcher(html.toString()).results().forEach(table -> {
            List<String> lines = new ArrayList<>();
            for (String row : (table.group(2) + table.group(3)).split("</tr>", -1)) {
                lines.add(CELL.matcher(row)
                        .results()
                        .map(cell -> plain(cell.group(1)))
                        .reduce((left, right) -> left + "|" + right)
                        .orElse(""));
            }
            lines.removeIf(String::isEmpty);
            all.put(plain(table.group(1)), lines);
        });
        return all;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\n', ' ')
                .replace("<bdi>", "")
                .replace("</bdi>", "")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.known;
import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static dev.leadkit.metrics.report.HandMade.tables;
import static dev.leadkit.metrics.report.HandMade.undefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.money.SourceRow;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.team.RepFigures;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sources and reps side by side, line by line. */
final class SalesTest {

    private static final KpiResult NONE = undefined("none");

    private static KpiResult euros(String amount) {
        return known(KpiUnit.money(Currency.getInstance("EUR")), amount, 1, 1);
    }

    private static SourceRow source(KpiResult conversion, Map<String, SourceRow.Amounts> money) {
        return new SourceRow(conversion, known(KpiUnit.NUMBER, "1.25", 5, 4), map(money));
    }

    private static Map<String, List<String>> of(
            Map<String, SourceRow> groups, SourceRow all, Map<String, RepFigures> reps) {
        Figures.Sales none = HandMade.NONE.sales();
        HandMade made = new HandMade();
        made.sales = new Figures.Sales(new Breakdown<>(all, map(groups)), map(reps), none.loads(), none.outlook());
        return tables(Sales.of(made.figures()).map(Tag::toString).orElse(""));
    }

    @Test
    @DisplayName("Sources tell conversion and money of every currency that says something, the largest first")
    void sources() {
        SourceRow web = source(
                rate(1, 2),
                Map.of("EUR", new SourceRow.Amounts(euros("3"), euros("6"), NONE), "USD", amounts(NONE, euros("1"))));
        SourceRow ads = source(rate(2, 4), Map.of());
        SourceRow fair = source(rate(0, 4), Map.of("JPY", new SourceRow.Amounts(NONE, NONE, euros("7"))));
        assertThat(of(Map.of("web", web, "ads", ads, "fair", fair), source(rate(3, 10), Map.of()), Map.of()))
                .containsOnlyKeys("Sources side by side")
                .extractingByKey("Sources side by side")
                .isEqualTo(List.of(
                        "Source|Converted|95 % interval|As expected|Per lead, EUR|Per conversion, EUR|Value per lead, EUR"
                                + "|Per lead, JPY|Per conversion, JPY|Value per lead, JPY",
                        "ads|50.0 % (2 of 4)|15.0 \u2013 85.0 %|1.250|\u2013|\u2013|\u2013|\u2013|\u2013|\u2013",
                        "fair|0.0 % (0 of 4)|0.0 \u2013 49.0 %|1.250|\u2013|\u2013|\u2013|\u2013|\u2013|7.00 EUR",
                        "web|50.0 % (1 of 2)|9.5 \u2013 90.5 %|1.250|3.00 EUR|6.00 EUR|\u2013|\u2013|\u2013|\u2013",
                        "All|30.0 % (3 of 10)|10.8 \u2013 60.3 %|1.250|\u2013|\u2013|\u2013|\u2013|\u2013|\u2013"));
    }

    private static SourceRow.Amounts amounts(KpiResult perLead, KpiResult perConversion) {
        return new SourceRow.Amounts(perLead, perConversion, NONE);
    }

    @Test
    @DisplayName("A currency that only the sum knows has its columns too")
    void sums() {
        SourceRow all = source(rate(1, 2), Map.of("CHF", amounts(euros("2"), NONE)));
        assertThat(of(Map.of("web", source(rate(1, 2), Map.of())), all, Map.of())
                        .get("Sources side by side"))
                .first()
                .asString()
                .endsWith("Per lead, CHF|Per conversion, CHF|Value per lead, CHF");
    }

    @Test
    @DisplayName("Past thirty sources only their number is told")
    void many() {
        SortedMap<String, SourceRow> groups = new TreeMap<>();
        for (int i = 10; i < 40; i++) {
            groups.put("s" + i, source(rate(0, 1), Map.of()));
        }
        SourceRow all = source(rate(0, 30), Map.of());
        assertThat(of(groups, all, Map.of())).containsOnlyKeys("Sources side by side");
        groups.put("s40", source(rate(0, 1), Map.of()));
        assertThat(of(groups, all, Map.of()).get("Sources side by side, the largest 30 (1 more)"))
                .hasSize(32)
                .noneMatch(line -> line.startsWith("s40"));
    }

    @Test
    @DisplayName("Reps are told by name, thirty at most; without sources and reps there is nothing")
    void reps() {
        RepFigures ann = new RepFigures(
                rate(1, 2),
                known(KpiUnit.NUMBER, "0.5", 1, 2),
                known(KpiUnit.NUMBER, "1.25", 5, 4),
                known(KpiUnit.SECONDS, "250", 1, 1));
        SourceRow all = source(rate(1, 2), Map.of());
        assertThat(of(Map.of(), all, Map.of("ann", ann)).get("Reps side by side"))
                .containsExactly(
                        "Rep|Converted|95 % interval|As expected|Per hour|First answer, median",
                        "ann|50.0 % (1 of 2)|9.5 \u2013 90.5 %|1.250|0.500|4 min 10 s");
        SortedMap<String, RepFigures> many = new TreeMap<>();
        for (int i = 10; i < 41; i++) {
            many.put("r" + i, ann);
        }
        assertThat(of(Map.of(), all, many).get("Reps side by side"))
                .hasSize(31)
                .noneMatch(line -> line.startsWith("r40"));
        assertThat(of(Map.of(), all, Map.of())).isEmpty();
    }
}

package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.charts;
import static dev.leadkit.metrics.report.HandMade.known;
import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static dev.leadkit.metrics.report.HandMade.tables;
import static dev.leadkit.metrics.report.HandMade.undefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.quality.Completeness;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.quality.Validity;
import dev.leadkit.metrics.segment.Breakdown;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The section on quality, line by line. */
final class DataQualityTest {

    private final SortedMap<String, Breakdown<KpiResult>> byField = new TreeMap<>();
    private final SortedMap<String, KpiResult> byColumn =
            map(Map.of("City", rate("city/1", 1, 2), "Mail", undefined("nothing there"), "Fax", rate(1, 4)));
    private Staleness.Ages ages = new Staleness.Ages(
            byAll(age("all", 30, 7)),
            map(Map.of("city", byAll(age("city", 10, 4)), "email", byAll(age("email", 40, 3)), "fax", byAll(none()))));
    private final SortedMap<String, Duplicates.Kind> byKind = map(Map.of(
            "phone", new Duplicates.Kind(rate("phone/1", 3, 4), 1, List.of(group(1_203, "a", "b", "c"))),
            "name", new Duplicates.Kind(rate("name/1", 2, 4), 1_000, List.of(group(2, "a", "b"), group(2, "c", "d"))),
            "fax", new Duplicates.Kind(rate("fax/1", 0, 2), 0, List.of())));

    private static Staleness.FieldAge byAll(Staleness.Age age) {
        return new Staleness.FieldAge(age, new TreeMap<>());
    }

    private static Staleness.Age age(String name, int days, int values) {
        KpiResult median = known(KpiUnit.DAYS, days + "", 1, values);
        return new Staleness.Age(
                median, known(KpiUnit.DAYS, days + 5 + "", 1, values), rate(name + "-stale/1", 1, values));
    }

    private static Staleness.Age none() {
        return new Staleness.Age(undefined("no word"), undefined("no word"), rate(0, 0));
    }

    private static Duplicates.Group group(int size, String... leads) {
        return new Duplicates.Group(size, ids(leads));
    }

    private static List<LeadId> ids(String... leads) {
        return List.of(leads).stream().map(LeadId::new).toList();
    }

    private DataQuality quality() {
        Completeness.Filled filled = new Completeness.Filled(
                rate("values/1", 1, 2), new Breakdown<>(rate("whole/1", 1, 3), new TreeMap<>()), byField);
        Neglect.Forgotten forgotten = new Neglect.Forgotten(
                new Neglect.Quiet(rate("zombies/1", 3, 9), ids("x", "y", "z")),
                new Neglect.Quiet(rate("waiting/1", 2, 4), ids("p", "q")),
                new Neglect.Quiet(rate("sleeping/1", 0, 5), List.of()));
        return new DataQuality(new Audit(
                HandMade.NONE.moment(),
                new Audit.Values(filled, new Validity.Valid(rate("valid/1", 1, 4), byColumn), ages),
                new Duplicates.Shared(rate("shared/1", 1, 5), byKind),
                forgotten));
    }

    private String html() {
        Tag section = new Tag("section");
        quality().addTo(section);
        return section.toString();
    }

    private void fields(int fields) {
        for (int i = 0; i < fields; i++) {
            byField.put("f" + (100 + i), new Breakdown<>(rate("f" + i + "/1", i, 100), new TreeMap<>()));
        }
    }

    @Test
    @DisplayName("Of many fields the ten emptiest are drawn, the emptiest first, and fifty stand in the table")
    void completeness() {
        fields(51);
        assertThat(charts(html()).get("Completeness by field"))
                .startsWith("Leads that have a value, of all leads, the 10 emptiest (41 more)."
                        + " f100: 0.0%, 0 of 100; f101: 1.0%, 1 of 100; f102: 2.0%")
                .endsWith("f109: 9.0%, 9 of 100");
        assertThat(tables(html()).get("Values that are there"))
                .hasSize(51)
                .startsWith("Field|With a value|Leads|Share", "f100|0|100|0.0000 %", "f101|1|100|1.0000 %")
                .endsWith("f149|49|100|49.0000 %");
    }

    @Test
    @DisplayName("Columns are drawn from the worst on, without those in which nothing was said")
    void validity() {
        assertThat(charts(html()).get("Validity by column"))
                .isEqualTo(
                        "Texts that were good, of those that submissions had there. Fax: 25.0%, 1 of 4; City: 50.0%, 1 of 2");
        assertThat(tables(html()).get("Values that were good when they came in"))
                .containsExactly(
                        "Column|Good|There|Share", "City|1|2|50.0000 %", "Fax|1|4|25.0000 %", "Mail|0|0|\u2013");
        for (int i = 10; i < 20; i++) {
            byColumn.put("c" + i, rate(1, 1));
        }
        assertThat(charts(html()).get("Validity by column")).contains("had there, the 10 worst (2 more).");
        byColumn.clear();
        assertThat(tables(html())).doesNotContainKey("Values that were good when they came in");
    }

    @Test
    @DisplayName("The oldest fields are drawn first, with how many values they rest on")
    void ages() {
        assertThat(charts(html()).get("Age of values by field"))
                .isEqualTo("Median of the days since a value was last told. email: 40, 3 values; city: 10, 4 values");
        assertThat(tables(html()).get("Age of values in days"))
                .containsExactly(
                        "Field|Dated|Median|90th percentile|Stale",
                        "city|4|10 d|15 d|25.0 %",
                        "email|3|40 d|45 d|33.3 %",
                        "fax|0|\u2013|\u2013|\u2013",
                        "All|7|30 d|35 d|14.3 %");
    }

    @Test
    @DisplayName("Where no age is known the reason is told, and of many the ten oldest are drawn and fifty listed")
    void manyOrNoAges() {
        ages = new Staleness.Ages(byAll(none()), map(Map.of("fax", byAll(none()))));
        assertThat(charts(html()).get("Age of values by field"))
                .isEqualTo("Median of the days since a value was last told: no word.");
        assertThat(tables(html())).doesNotContainKey("Age of values in days");
        SortedMap<String, Staleness.FieldAge> many = new TreeMap<>();
        for (int i = 100; i < 151; i++) {
            many.put("f" + i, byAll(age("f", i, 2)));
        }
        ages = new Staleness.Ages(byAll(age("all", 5, 9)), many);
        assertThat(charts(html()).get("Age of values by field"))
                .contains("told, the 10 oldest (41 more). f150: 150, 2 values; f149: 149");
        assertThat(tables(html()).get("Age of values in days")).hasSize(52);
    }

    @Test
    @DisplayName("Duplicates name two leads of the largest group, and how many more it has")
    void duplicates() {
        assertThat(tables(html()).get("Leads that share a key"))
                .containsExactly(
                        "Key|Leads|Groups|Largest group",
                        "fax|0 of 2|0|",
                        "name|2 of 4|1,000|a, b",
                        "phone|3 of 4|1|a, b and 1,201 more");
        byKind.clear();
        assertThat(tables(html())).doesNotContainKey("Leads that share a key");
    }

    @Test
    @DisplayName("Forgotten leads stand by who cares for them, the longest quiet ones first")
    void neglect() {
        assertThat(tables(html()).get("Open leads that are quiet"))
                .containsExactly(
                        "Who cares for them|Leads|Share|Quiet for longest",
                        "Nobody: zombies|3 of 9|33.3 %|x, y and 1 more",
                        "A queue: waiting|2 of 4|50.0 %|p, q",
                        "A rep: sleeping|0 of 5|0.0 %|");
        assertThat(html()).contains("<td class=\"words leads\">x,\ny\nand 1 more</td>");
    }

    @Test
    @DisplayName(
            "The section begins with its question and its cards, and explains one field, one column and one key for all")
    void frame() {
        fields(2);
        assertThat(html())
                .startsWith("<section><p class=\"lead\">Is a value there,")
                .contains("<h3>Wanted values there</h3>", "<div class=\"charts first\"><div class=\"chart\"><svg");
        assertThat(quality().keys())
                .extracting(KeyFigure::name)
                .containsExactly(
                        "Wanted values there",
                        "Leads with all of them",
                        "Faultless submissions",
                        "Age of values, median",
                        "Leads that share a key",
                        "Zombies",
                        "Waiting in a queue",
                        "Sleeping");
        assertThat(quality().defined().map(figure -> figure.definition().id()))
                .containsExactly(
                        "values/1",
                        "whole/1",
                        "valid/1",
                        "known/1",
                        "shared/1",
                        "zombies/1",
                        "waiting/1",
                        "sleeping/1",
                        "f0/1",
                        "city/1",
                        "known/1",
                        "known/1",
                        "city-stale/1",
                        "fax/1");
    }
}

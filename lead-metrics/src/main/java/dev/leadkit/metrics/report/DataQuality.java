package dev.leadkit.metrics.report;

import dev.leadkit.chart.BarChart;
import dev.leadkit.chart.Caption;
import dev.leadkit.chart.Unit;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit of the data: cards, bars, tables. */
record DataQuality(Audit audit) {

    private static final int MOST_BARS = 10;
    private static final int MOST_ROWS = 50;
    private static final int MOST_IDS = 2;
    private static final String INTRODUCTION =
            "Is a value there, was it good when it came in, how old is it, is a lead there twice, and does anyone care for it?";

    List<KeyFigure> keys() {
        return List.of(
                new KeyFigure(
                        "Wanted values there", audit.values().completeness().values()),
                new KeyFigure(
                        "Leads with all of them",
                        audit.values().completeness().whole().all()),
                new KeyFigure("Faultless submissions", audit.values().validity().submissions()),
                new KeyFigure("Age of values, median", ages().all().all().p50()),
                new KeyFigure("Leads that share a key", audit.duplicates().any()),
                new KeyFigure("Zombies", audit.neglect().zombies().leads()),
                new KeyFigure("Waiting in a queue", audit.neglect().waiting().leads()),
                new KeyFigure("Sleeping", audit.neglect().sleeping().leads()));
    }

    /** What the section's figures mean; one field and one column stand for all. */
    Stream<KpiResult> defined() {
        return Stream.of(
                        keys().stream().map(KeyFigure::result),
                        byField().values().stream().limit(1),
                        audit.values().validity().byColumn().values().stream().limit(1),
                        ages().byField().values().stream()
                                .limit(1)
                                .map(Staleness.FieldAge::all)
                                .flatMap(age -> Stream.of(age.p50(), age.p90(), age.stale())),
                        audit.duplicates().byKind().values().stream().limit(1).map(Duplicates.Kind::leads))
                .flatMap(results -> results);
    }

    void addTo(Tag section) {
        section.add(Tag.of("p", "lead").say(INTRODUCTION)).add(Cards.of(keys()));
        section.add(Tag.of("div", "charts first")
                .add(Charts.figure(completeness()))
                .add(Charts.figure(validity()))
                .add(Charts.figure(medians())));
        Tag tables = Tag.of("div", "tables");
        Stream.of(fields(), agesByField(), columns(), duplicates(), neglect())
                .flatMap(Optional::stream)
                .forEach(table -> tables.add(table.tag()));
        section.add(tables);
    }

    private Staleness.Ages ages() {
        return audit.values().staleness();
    }

    private SortedMap<String, KpiResult> byField() {
        SortedMap<String, KpiResult> all = new TreeMap<>();
        SortedMap<String, Breakdown<KpiResult>> byField =
                audit.values().completeness().byField();
        byField.forEach((field, each) -> all.put(field, each.all()));
        return all;
    }

    private String completeness() {
        List<BarChart.Bar> bars = bars(byField(), Comparator.naturalOrder(), Words::basis);
        String more = more(known(byField()), bars.size(), "emptiest");
        Caption caption = new Caption("Completeness by field", "Leads that have a value, of all leads" + more + ".");
        return new BarChart(caption, Unit.PERCENT, bars).svg();
    }

    private String validity() {
        SortedMap<String, KpiResult> byColumn = audit.values().validity().byColumn();
        List<BarChart.Bar> bars = bars(byColumn, Comparator.naturalOrder(), Words::basis);
        String more = more(known(byColumn), bars.size(), "worst");
        Caption caption = new Caption(
                "Validity by column", "Texts that were good, of those that submissions had there" + more + ".");
        return new BarChart(caption, Unit.PERCENT, bars).svg();
    }

    private static long known(SortedMap<String, KpiResult> figures) {
        return figures.values().stream()
                .filter(figure -> figure.value().number().isPresent())
                .count();
    }

    private String medians() {
        SortedMap<String, KpiResult> byField = new TreeMap<>();
        ages().byField().forEach((field, age) -> byField.put(field, age.all().p50()));
        List<BarChart.Bar> bars = bars(
                byField,
                Comparator.reverseOrder(),
                median -> Words.count(median.basis().denominator()) + " values");
        long known = known(byField);
        String why = known == 0 ? ": " + Words.reason(ages().all().all().p50()) : more(known, bars.size(), "oldest");
        Caption caption =
                new Caption("Age of values by field", "Median of the days since a value was last told" + why + ".");
        return new BarChart(caption, Unit.COUNT, bars).svg();
    }

    private static List<BarChart.Bar> bars(
            SortedMap<String, KpiResult> figures, Comparator<BigDecimal> order, Function<KpiResult, String> note) {
        List<BarChart.Bar> bars = new ArrayList<>();
        figures.forEach((name, figure) -> figure.value()
                .number()
                .ifPresent(number -> bars.add(new BarChart.Bar(name, number, note.apply(figure), Optional.empty()))));
        return bars.stream()
                .sorted(Comparator.comparing(BarChart.Bar::value, order).thenComparing(BarChart.Bar::label))
                .limit(MOST_BARS)
                .toList();
    }

    private static String more(long all, long shown, String which) {
        return all == shown ? "" : ", the " + shown + " " + which + " (" + Words.count(all - shown) + " more)";
    }

    private Optional<Table> fields() {
        Table table = new Table("Values that are there", "Field", "With a value", "Leads", "Share");
        limited(byField()).forEach((field, rate) -> rate(table, field, rate));
        return Optional.of(table);
    }

    private static void rate(Table table, String name, KpiResult rate) {
        table.row(
                name,
                Words.count(rate.basis().numerator()),
                Words.count(rate.basis().denominator()),
                Words.exact(rate));
    }

    private static SortedMap<String, KpiResult> limited(SortedMap<String, KpiResult> all) {
        return all.entrySet().stream()
                .limit(MOST_ROWS)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private Optional<Table> columns() {
        SortedMap<String, KpiResult> byColumn = audit.values().validity().byColumn();
        if (byColumn.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Values that were good when they came in", "Column", "Good", "There", "Share");
        limited(byColumn).forEach((column, rate) -> rate(table, column, rate));
        return Optional.of(table);
    }

    private Optional<Table> agesByField() {
        boolean isKnown = ages().all().all().p50().value() instanceof KpiValue.Known;
        if (!isKnown) {
            return Optional.empty();
        }
        Table table = new Table("Age of values in days", "Field", "Dated", "Median", "90th percentile", "Stale");
        ages().byField().entrySet().stream()
                .limit(MOST_ROWS)
                .forEach(field -> age(table, field.getKey(), field.getValue().all()));
        age(table, "All", ages().all().all());
        return Optional.of(table);
    }

    private static void age(Table table, String name, Staleness.Age age) {
        table.row(
                name,
                Words.count(age.stale().basis().denominator()),
                Words.brief(age.p50()),
                Words.brief(age.p90()),
                Words.brief(age.stale()));
    }

    private Optional<Table> duplicates() {
        SortedMap<String, Duplicates.Kind> byKind = audit.duplicates().byKind();
        if (byKind.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Leads that share a key", "Key", "Leads", "Groups", "Largest group").endingInLeads();
        byKind.forEach(
                (name, kind) -> table.row(name, Words.basis(kind.leads()), Words.count(kind.groups()), largest(kind)));
        return Optional.of(table);
    }

    private static String largest(Duplicates.Kind kind) {
        return kind.largest().stream()
                .findFirst()
                .map(group -> listed(group.leads(), group.size()))
                .orElse("");
    }

    private static String listed(List<LeadId> leads, long size) {
        String ids = leads.stream().limit(MOST_IDS).map(LeadId::value).collect(Collectors.joining(",\n"));
        return size > MOST_IDS ? ids + "\nand " + Words.count(size - MOST_IDS) + " more" : ids;
    }

    private Optional<Table> neglect() {
        Table table = new Table(
                        "Open leads that are quiet", "Who cares for them", "Leads", "Share", "Quiet for longest")
                .endingInLeads();
        quiet(table, "Nobody: zombies", audit.neglect().zombies());
        quiet(table, "A queue: waiting", audit.neglect().waiting());
        quiet(table, "A rep: sleeping", audit.neglect().sleeping());
        return Optional.of(table);
    }

    private static void quiet(Table table, String name, Neglect.Quiet quiet) {
        long size = quiet.leads().basis().numerator().longValueExact();
        table.row(name, Words.basis(quiet.leads()), Words.brief(quiet.leads()), listed(quiet.longest(), size));
    }
}

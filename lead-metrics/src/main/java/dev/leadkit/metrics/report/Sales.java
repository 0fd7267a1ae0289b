package dev.leadkit.metrics.report;

import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.money.SourceRow;
import dev.leadkit.metrics.team.RepFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who brings what: sources and reps side by side. */
final class Sales {

    private static final int MOST_ROWS = 30;

    private Sales() {}

    static Optional<Tag> of(Figures figures) {
        List<Tag> parts = new ArrayList<>();
        sources(figures).ifPresent(table -> parts.add(table.tag()));
        reps(figures).ifPresent(table -> parts.add(table.tag()));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Tag all = Tag.of("div", "stack");
        parts.forEach(all::add);
        return Optional.of(all);
    }

    private static Optional<Table> sources(Figures figures) {
        SortedMap<String, SourceRow> groups = figures.sales().sources().groups();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> currencies = currencies(figures);
        List<String> columns = new ArrayList<>(List.of("Source", "Converted", "95 % interval", "As expected"));
        for (String currency : currencies) {
            columns.addAll(
                    List.of("Per lead, " + currency, "Per conversion, " + currency, "Value per lead, " + currency));
        }
        int more = Math.max(0, groups.size() - MOST_ROWS);
        String note = more == 0 ? "" : ", the largest " + MOST_ROWS + " (" + Words.count(more) + " more)";
        Table table = new Table("Sources side by side" + note, columns.toArray(String[]::new));
        groups.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, SourceRow>, BigDecimal>comparing(
                                each -> each.getValue().conversion().basis().denominator())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_ROWS)
                .forEach(each -> source(table, each.getKey(), each.getValue(), currencies));
        source(table, "All", figures.sales().sources().all(), currencies);
        return Optional.of(table);
    }

    /** Those in which at least one source has a figure: a column of dashes tells nothing. */
    private static SortedSet<String> currencies(Figures figures) {
        SortedSet<String> currencies = new TreeSet<>();
        Stream.concat(
                        figures.sales().sources().groups().values().stream(),
                        Stream.of(figures.sales().sources().all()))
                .forEach(row -> row.money().forEach((currency, amounts) -> {
                    if (isKnown(amounts.costPerLead()) || isKnown(amounts.valuePerLead())) {
                        currencies.add(currency);
                    }
                }));
        return currencies;
    }

    private static boolean isKnown(KpiResult figure) {
        return figure.value().number().isPresent();
    }

    private static void source(Table table, String name, SourceRow row, SortedSet<String> currencies) {
        List<String> cells = new ArrayList<>();
        cells.add(Words.brief(row.conversion()) + " (" + Words.basis(row.conversion()) + ")");
        cells.add(Words.range(row.conversion()));
        cells.add(Words.brief(row.observedToExpected()));
        for (String currency : currencies) {
            SourceRow.Amounts amounts = row.money().get(currency);
            cells.add(amounts == null ? Words.NONE : Words.brief(amounts.costPerLead()));
            cells.add(amounts == null ? Words.NONE : Words.brief(amounts.costPerConversion()));
            cells.add(amounts == null ? Words.NONE : Words.brief(amounts.valuePerLead()));
        }
        table.row(name, cells.toArray(String[]::new));
    }

    private static Optional<Table> reps(Figures figures) {
        SortedMap<String, RepFigures> reps = figures.sales().reps();
        if (reps.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table(
                "Reps side by side",
                "Rep",
                "Converted",
                "95 % interval",
                "As expected",
                "Per hour",
                "First answer, median");
        reps.entrySet().stream().limit(MOST_ROWS).forEach(each -> rep(table, each.getKey(), each.getValue()));
        return Optional.of(table);
    }

    private static void rep(Table table, String name, RepFigures rep) {
        KpiResult conversion = rep.conversion();
        table.row(
                name,
                Words.brief(conversion) + " (" + Words.basis(conversion) + ")",
                Words.range(conversion),
                Words.brief(rep.observedToExpected()),
                Words.brief(rep.perHour()),
                Words.brief(rep.firstTouch()));
    }
}

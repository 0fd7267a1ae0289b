package dev.leadkit.metrics.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Every figure of a tree as a row of texts, for CSV: the same figures with the same digits as in JSON. */
public final class FigureRows {

    /** The names of the columns. */
    public static final List<String> HEADER = List.of(
            "figure",
            "definition",
            "unit",
            "value",
            "undefined",
            "numerator",
            "denominator",
            "low95",
            "high95",
            "excluded");

    private final List<List<String>> rows = new ArrayList<>();

    private FigureRows() {}

    /**
     * The rows of all figures.
     *
     * @param tree a tree of {@link KpiTree} or {@link FiguresTree}
     * @return the figures in the tree's order, each with as many cells as {@link #HEADER}, the first of which is the way to it in
     *     the tree, such as {@code bySource/web}, where a slash in a name is written {@code ~1} and a tilde {@code ~0} as in JSON
     *     Pointer (RFC 6901), and the places of a list count from 1; exclusions as {@code reason: count}, joined by {@code "; "}
     */
    public static List<List<String>> of(Map<String, Object> tree) {
        FigureRows all = new FigureRows();
        if (isFigure(tree)) {
            return List.of(row("", tree));
        }
        all.collect("", tree);
        return List.copyOf(all.rows);
    }

    private void collect(String before, Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> take(before + escaped(key.toString()), value));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                take(before + (i + 1), list.get(i));
            }
        }
    }

    private void take(String path, Object node) {
        if (node instanceof Map<?, ?> map && isFigure(map)) {
            rows.add(row(path, map));
        } else {
            collect(path + "/", node);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A source may have the name of a part of a figure, too, but what is under it is no text. */
    private static boolean isFigure(Map<?, ?> map) {
        return map.get("definition") instanceof String && map.get("unit") instanceof String && map.containsKey("value");
    }

    private static List<String> row(String path, Map<?, ?> figure) {
        Object value = Objects.requireNonNull(figure.get("value"), "value");
        Map<?, ?> undefined = value instanceof Map<?, ?> reason ? reason : Map.of();
        Map<?, ?> interval = child(figure, "interval95");
        return List.of(
                path,
                text(figure, "definition"),
                text(figure, "unit"),
                undefined.isEmpty() ? plain(value) : "",
                text(undefined, "undefined"),
                text(figure, "numerator"),
                text(figure, "denominator"),
                text(interval, "low"),
                text(interval, "high"),
                child(figure, "excluded").entrySet().stream()
                        .map(each -> each.getKey() + ": " + plain(each.getValue()))
                        .collect(Collectors.joining("; ")));
    }

    private static Map<?, ?> child(Map<?, ?> figure, String key) {
        return figure.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static String text(Map<?, ?> figure, String key) {
        Object value = figure.get(key);
        return value == null ? "" : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}

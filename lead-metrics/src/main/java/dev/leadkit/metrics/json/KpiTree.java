package dev.leadkit.metrics.json;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** One figure as a tree. */
final class KpiTree {

    private KpiTree() {}

    static Map<String, Object> of(KpiResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("definition", result.definition().id());
        tree.put("unit", result.unit().code());
        tree.put("numerator", result.basis().numerator());
        tree.put("denominator", result.basis().denominator());
        tree.put("value", value(result.value()));
        result.interval().ifPresent(interval -> {
            Map<String, Object> ends = new LinkedHashMap<>();
            ends.put("low", interval.low());
            ends.put("high", interval.high());
            tree.put("interval95", ends);
        });
        if (!result.basis().excluded().isEmpty()) {
            Map<String, Object> excluded = new LinkedHashMap<>();
            result.basis().excluded().forEach((reason, leads) -> excluded.put(reason, count(leads)));
            tree.put("excluded", excluded);
        }
        return tree;
    }

    static Map<String, Object> breakdown(Breakdown<KpiResult> breakdown) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("all", of(breakdown.all()));
        tree.put("bySource", mapped(breakdown.groups(), KpiTree::of));
        return tree;
    }

    static <T> Map<String, Object> mapped(SortedMap<String, T> values, Function<T, ?> mapping) {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((key, value) -> tree.put(key, mapping.apply(value)));
        return tree;
    }

    static Object value(KpiValue value) {
        return value instanceof KpiValue.Undefined undefined
                ? undefined(undefined.reason())
                : ((KpiValue.Known) value).figure();
    }

    static Map<String, Object> undefined(String reason) {
        return Map.of("undefined", reason);
    }

    static BigDecimal count(long count) {
        return BigDecimal.valueOf(count);
    }
}

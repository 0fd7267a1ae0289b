package dev.leadkit.metrics.json;

import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.segment.Breakdown;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The result of any KPI as a tree for JSON: maps with text keys in a fixed order, lists, texts, truth values and {@code BigDecimal}
 * numbers; no nulls. A figure without value has {@code {"undefined": reason}} in the value's place. Public records become maps of their
 * components in their order, so that the result of a KPI of your own has a tree too, as long as its record stands in a package that
 * its module exports; a record that is not public is written as its text.
 */
public final class KpiTree {

    private KpiTree() {}

    /**
     * The tree of one figure.
     *
     * @param result the figure
     * @return definition, unit, numerator, denominator and value; the interval and the exclusions where there are any
     */
    public static Map<String, Object> of(KpiResult result) {
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

    /**
     * The tree of the result of any KPI.
     *
     * @param result a figure, a record, list, map or optional of such, a number, text, truth value, or anything with a text form such
     *     as a date; an empty optional is left out of its record, and an empty text elsewhere
     * @return the tree; equal results give equal trees, in the same order
     */
    public static Object any(Object result) {
        if (result instanceof KpiResult figure) {
            return of(figure);
        }
        if (result instanceof KpiValue value) {
            return value(value);
        }
        if (result instanceof BigDecimal || result instanceof Boolean) {
            return result;
        }
        if (result instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return nested(result);
    }

    private static Object nested(Object result) {
        if (result instanceof Optional<?> optional) {
            return optional.<Object>map(KpiTree::any).orElse("");
        }
        if (result instanceof Collection<?> list) {
            return list.stream().map(KpiTree::any).toList();
        }
        if (result instanceof Map<?, ?> map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            map.forEach((key, value) -> tree.put(key.toString(), any(value)));
            return tree;
        }
        boolean open =
                result instanceof Record && Modifier.isPublic(result.getClass().getModifiers()) && !isName(result);
        return open ? components(result) : result.toString();
    }

    /** Stages, reps and the like are one text, and points one number: they are written as the text that they give themselves. */
    private static boolean isName(Object result) {
        RecordComponent[] components = result.getClass().getRecordComponents();
        return components.length == 1
                && (components[0].getType() == String.class
                        || components[0].getType().isPrimitive());
    }

    private static Map<String, Object> components(Object result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            Object value = value(component, result);
            if (!value.equals(Optional.empty())) {
                tree.put(component.getName(), any(value));
            }
        }
        return tree;
    }

    private static Object value(RecordComponent component, Object result) {
        try {
            return component.getAccessor().invoke(result);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    result.getClass().getName() + " must be public, in a package that its module exports", e);
        }
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

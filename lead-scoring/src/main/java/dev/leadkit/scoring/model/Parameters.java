package dev.leadkit.scoring.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies parameters into one immutable form, so that equal parameters are equal wherever they were written. */
final class Parameters {

    private Parameters() {}

    static Map<String, Object> copied(Map<?, ?> map) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                copy.put(String.valueOf(name), copied(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copied(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copied(map);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Parameters::copied).toList();
        }
        if (value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Number number) {
            return decimal(number);
        }
        throw new IllegalArgumentException("parameter must be a text, a number, true or false, a list or a map, was "
                + (value == null ? "null" : value.getClass().getName()));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}

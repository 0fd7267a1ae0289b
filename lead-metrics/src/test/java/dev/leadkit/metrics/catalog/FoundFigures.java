package dev.leadkit.metrics.catalog;

import dev.leadkit.metrics.fold.KpiResult;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All figures within a result, one for each name and version. */
final class FoundFigures {

    private final SortedMap<String, KpiResult> byName = new TreeMap<>();

    static SortedMap<String, KpiResult> in(Object... results) throws ReflectiveOperationException {
        FoundFigures found = new FoundFigures();
        for (Object result : results) {
            found.look(result);
        }
        return found.byName;
    }

    private void look(Object part) throws ReflectiveOperationException {
        if (part instanceof KpiResult figure) {
            byName.putIfAbsent(name(figure.definition().id()), figure);
        } else if (part instanceof Collection<?> all) {
            for (Object each : all) {
                look(each);
            }
        } else if (part instanceof Map<?, ?> map) {
            look(map.values());
        } else if (part instanceof Optional<?> optional && optional.isPresent()) {
            look(optional.get());
        } else if (part instanceof Record
                && Modifier.isPublic(part.getClass().getModifiers())
                && part.getClass().getPackageName().startsWith("dev.leadkit.metrics")) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                look(component.getAccessor().invoke(part));
            }
        }
    }

    /** Without parameters, and without the stage that some names end in. */
    static String name(String id) {
        return id.replaceAll("\\?.*", "").replaceAll(":[^/]+", "");
    }
}

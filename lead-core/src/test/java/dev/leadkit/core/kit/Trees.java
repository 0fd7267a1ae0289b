package dev.leadkit.core.kit;

import dev.leadkit.json.JsonCursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plain tree of what a cursor stands on. */
final class Trees {

    private Trees() {}

    static Object copy(JsonCursor json, List<Object> into) {
        Object value = value(json);
        into.add(value);
        return value;
    }

    private static Object value(JsonCursor json) {
        if (json.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            json.members().forEach((name, member) -> members.put(name, value(member)));
            return members;
        }
        if (json.isList()) {
            return json.items().stream().map(Trees::value).toList();
        }
        if (json.isNumber()) {
            return json.number().orElseThrow();
        }
        return json.isFlag() ? json.flag().orElseThrow() : json.anyText().orElse("");
    }
}

package dev.leadkit.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a document is refused for, a line for each fault. */
final class Faulty {

    private Faulty() {}

    static List<String> faults(String text, Function<JsonCursor, Optional<?>> shape) {
        return faults(JsonDocument.of(text), shape);
    }

    static List<String> faults(JsonDocument document, Function<JsonCursor, Optional<?>> shape) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> document.as("thing", json -> shape.apply(json)));
        return refused == null
                ? List.of()
                : refused.faults().stream().map(Fault::toString).toList();
    }

    /** Only the text itself can be wrong. */
    static List<String> faults(String text) {
        return faults(text, json -> Optional.of("anything"));
    }
}

package dev.leadkit.examples.jdbc;

import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How submissions, their faults, and the contents of effects stand in columns: as JSON. */
final class StoredSubmission {

    private static final int PAIR = 2;

    private StoredSubmission() {}

    /** Columns and texts take turns in a list, because a column's name may be longer than a name in JSON. */
    static String write(Submission submission) {
        List<String> values = new ArrayList<>();
        submission.values().forEach((column, text) -> {
            values.add(column);
            values.add(text);
        });
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("system", submission.system());
        tree.put("externalId", submission.externalId());
        submission.occurredAt().ifPresent(at -> tree.put("occurredAt", at.toString()));
        tree.put("values", values);
        return StoredJson.line(tree);
    }

    static Submission read(String cell) {
        return JsonDocument.of(cell).as("stored submission", json -> {
            List<JsonCursor> items = json.at("values").items();
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i += PAIR) {
                values.put(text(items.get(i)), text(items.get(i + 1)));
            }
            Optional<Instant> occurredAt = json.at("occurredAt").isMissing()
                    ? Optional.empty()
                    : json.at("occurredAt").anyText().map(Instant::parse);
            return Optional.of(
                    new Submission(text(json.at("system")), text(json.at("externalId")), occurredAt, values));
        });
    }

    static String write(List<Fault> faults) {
        List<Object> items = new ArrayList<>();
        faults.forEach(fault -> items.add(List.of(fault.path(), fault.rule(), fault.value(), fault.hint())));
        return StoredJson.line(items);
    }

    static List<Fault> faults(String cell) {
        return JsonDocument.of(cell)
                .as(
                        "stored faults",
                        json -> Optional.of(json.items().stream()
                                .map(StoredSubmission::fault)
                                .toList()));
    }

    private static Fault fault(JsonCursor json) {
        List<String> parts = json.items().stream().map(StoredSubmission::text).toList();
        return new Fault(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    static String write(SortedMap<String, String> content) {
        List<String> pairs = new ArrayList<>();
        content.forEach((name, text) -> {
            pairs.add(name);
            pairs.add(text);
        });
        return StoredJson.line(pairs);
    }

    static SortedMap<String, String> content(String cell) {
        return JsonDocument.of(cell).as("stored effect", json -> {
            List<String> pairs =
                    json.items().stream().map(StoredSubmission::text).toList();
            SortedMap<String, String> content = new TreeMap<>();
            for (int i = 0; i < pairs.size(); i += PAIR) {
                content.put(pairs.get(i), pairs.get(i + 1));
            }
            return Optional.of(content);
        });
    }

    private static String text(JsonCursor json) {
        return json.anyText().orElse("");
    }
}

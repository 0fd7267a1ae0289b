package dev.leadkit.examples.benchmarks.learn;

import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.scoring.learn.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file as fields and examples. A column of nothing but numbers is a number field, any other a text; empty cells and {@code Select}, which a form gave where nothing was
 * chosen, are missing. Rows have no dates: their order stands for it, a second each.
 */
final class DataSet {

    private static final Set<String> NOTHING = Set.of("", "Select");

    private final List<Map<String, String>> rows;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final Outcome outcome;

    private DataSet(List<Map<String, String>> rows, List<String> columns, Outcome outcome) {
        this.rows = rows;
        this.outcome = outcome;
        columns.stream()
                .filter(column -> !column.equals(outcome.column()))
                .forEach(column -> fields.put(column, field(column)));
    }

    static DataSet read(Path file, char separator, Outcome outcome) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Rows<Map<String, String>> all =
                CsvInput.standard().separator(separator).open(file)) {
            while (all.hasNext()) {
                if (all.next() instanceof Row.Read<Map<String, String>> read) {
                    rows.add(read.content());
                }
            }
        }
        return new DataSet(rows, List.copyOf(rows.get(0).keySet()), outcome);
    }

    private Field<?> field(String column) {
        String name = column.replaceAll("[^A-Za-z0-9]+", "_");
        boolean numbers = rows.stream()
                .map(row -> row.getOrDefault(column, ""))
                .filter(cell -> !NOTHING.contains(cell))
                .allMatch(cell -> FieldType.NUMBER.parse(cell).isPresent());
        return numbers ? Field.number(name) : Field.text(name);
    }

    int size() {
        return rows.size();
    }

    /** The fields of all columns but the outcome and some others. */
    List<Field<?>> fieldsWithout(Set<String> columns) {
        return fields.entrySet().stream()
                .filter(entry -> !columns.contains(entry.getKey()))
                .<Field<?>>map(Map.Entry::getValue)
                .toList();
    }

    /** The name of a column's field. */
    String name(String column) {
        return Optional.ofNullable(fields.get(column))
                .orElseThrow(() -> new IllegalArgumentException("there is no column " + column))
                .name();
    }

    /** The rows, with all their fields. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Map<String, String> row : rows) {
            FieldValues.Builder values = FieldValues.builder();
            fields.forEach((column, field) -> put(values, field, row.getOrDefault(column, "")));
            boolean won = outcome.won().equals(row.get(outcome.column()));
            examples.add(Example.of(values.build(), Instant.EPOCH.plusSeconds(examples.size()), won));
        }
        return examples;
    }

    private static <T> void put(FieldValues.Builder values, Field<T> field, String cell) {
        if (!NOTHING.contains(cell)) {
            field.type().parse(cell).ifPresent(value -> values.set(field, value));
        }
    }
}

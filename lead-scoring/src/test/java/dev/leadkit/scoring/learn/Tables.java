package dev.leadkit.scoring.learn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of leads in a file of somebody else, which stays where it is: a test that asks for an absent one is skipped. */
final class Tables {

    private final List<Map<String, String>> rows;

    private Tables(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    static Tables of(String name, char separator) throws IOException {
        Path file =
                Path.of(System.getProperty("lead.data", "../../shared/data")).resolve(name);
        assumeTrue(
                Files.isRegularFile(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize()
                        + " (-Dlead.data=DIR names its folder)");
        List<String> lines = Files.readAllLines(file);
        List<String> header = cells(lines.get(0), separator);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line, separator);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new Tables(rows);
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : (line + separator).toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        return cells;
    }

    /** The columns but some, as fields: of numbers where every value is one. */
    Map<String, Field<?>> fields(List<String> without) {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        for (String column : rows.get(0).keySet()) {
            boolean isNumber = rows.stream()
                    .map(row -> row.get(column))
                    .filter(Tables::isKnown)
                    .allMatch(value -> FieldType.NUMBER.parse(value).isPresent());
            String name = column.replaceAll("[^A-Za-z0-9]", "_");
            if (!without.contains(column)) {
                fields.put(column, isNumber ? Field.number(name) : Field.text(name));
            }
        }
        return fields;
    }

    private static boolean isKnown(String value) {
        return !value.isEmpty() && !value.equals("Select");
    }

    /** The rows as examples, a second apart. */
    List<Example> examples(Map<String, Field<?>> fields, String outcome, String won) {
        List<Example> examples = new ArrayList<>();
        for (Map<String, String> row : rows) {
            FieldValues.Builder values = FieldValues.builder();
            fields.forEach((column, field) -> {
                if (isKnown(row.get(column))) {
                    values.parse(field, row.get(column));
                }
            });
            Instant at = Instant.EPOCH.plusSeconds(examples.size());
            examples.add(Example.of(values.build(), at, row.get(outcome).equals(won)));
        }
        return examples;
    }
}

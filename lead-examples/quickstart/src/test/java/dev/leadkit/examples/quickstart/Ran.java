package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.Row;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run of the quickstart left behind.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained
 * @param folder where its results are
 */
record Ran(int code, String out, String err, Path folder) {

    /** Runs with {@code --out folder} and the arguments. */
    static Ran into(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--out", folder.toString()));
        all.addAll(Arrays.asList(arguments));
        int code = Quickstart.run(stream(out), stream(err), all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), folder);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    List<String> complaints() {
        return err.lines().toList();
    }

    String text(String file) {
        return read(folder.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV result, as texts by column. */
    List<Map<String, String>> rows(String file) {
        try (CsvRows<Map<String, String>> rows = CsvInput.standard().open(folder.resolve(file))) {
            return rows.stream()
                    .map(row -> ((Row.Read<Map<String, String>>) row).content())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number in {@code kpis.json}, by the names that lead to it. */
    long count(String... path) {
        return new BigDecimal(number(path)).longValueExact();
    }

    String number(String... path) {
        return kpi(root -> at(root, path).number().orElseThrow().toPlainString());
    }

    List<String> names(String... path) {
        return kpi(root -> List.copyOf(at(root, path).members().keySet()));
    }

    <T> T kpi(Function<JsonCursor, T> question) {
        return JsonDocument.of(text("kpis.json")).as("kpis", root -> Optional.of(question.apply(root)));
    }

    private static JsonCursor at(JsonCursor root, String... path) {
        JsonCursor here = root;
        for (String name : path) {
            here = here.at(name);
        }
        return here;
    }
}

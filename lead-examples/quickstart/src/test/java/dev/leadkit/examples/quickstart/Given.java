package dev.leadkit.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small set of files in a folder, all in order, each of which a test may replace; and a run on them. */
final class Given {

    static final String MAPPING = """
            {"format": "leadkit.mapping/1", "system": "test",
             "externalId": {"column": "Id"},
             "occurredAt": {"column": "Created"},
             "columns": [
               {"column": "Mail", "field": "email"},
               {"column": "Title", "field": "jobTitle"},
               {"column": "Source", "field": "source"}],
             "unknownColumns": "refuse"}
            """;

    static final String MODEL = """
            {"format": "leadkit.scoring/1", "name": "test", "version": "1",
             "dimensions": [{"name": "fit", "rules": [
               {"id": "head", "when": {"field": "jobTitle", "startsWith": "Head"}, "points": 20},
               {"id": "visit", "each": {"interaction": "visit"}, "points": 3}]}],
             "grades": [{"grade": "A", "atLeast": 20}, {"grade": "B", "atLeast": 0}]}
            """;

    static final String PLAN = """
            {"format": "leadkit.routing/1", "name": "test", "version": "1",
             "territories": [{"id": "all", "when": {"all": []}}],
             "reps": [{"id": "ann", "territories": ["all"], "skills": {}, "capacity": 2, "weight": 1}],
             "stages": ["owner", "territory", "capacity"], "ranking": "fairShare", "queue": "later"}
            """;

    static final String HEADER = "Id,Created,Mail,Title,Source\n";
    static final String ADA = "1,2026-01-01T08:00:00Z,ada@a.example,Head of Sales,Google\n";
    static final String BOB = "2,2026-01-02T08:00:00Z,bob@b.example,Engineer,Fair\n";
    static final String CYD = "3,2026-01-03T08:00:00Z,cyd@c.example,Engineer,Google\n";
    static final String INTERACTIONS = "externalId,type,occurredAt,direction,properties\n";
    static final String COSTS = "source,from,to,amount,currency\n";

    private final Path folder;
    private Path out;

    Given(Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
        with("leads.csv", HEADER + ADA + BOB + CYD);
        with("mapping.json", MAPPING).with("model.json", MODEL).with("plan.json", PLAN);
        with("interactions.csv", INTERACTIONS).with("costs.csv", COSTS);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path out() {
        return out;
    }

    Given into(Path results) {
        out = results;
        return this;
    }

    Given with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Given with(String name, byte[] bytes) {
        try {
            Files.write(file(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs on all files, with further options; one that names a file stands in for the file here. */
    Ran run(String... more) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--input", file("leads.csv").toString());
        for (String name : List.of("mapping.json", "model.json", "plan.json", "interactions.csv", "costs.csv")) {
            options.put("--" + name.substring(0, name.indexOf('.')), file(name).toString());
        }
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        List<String> all = new ArrayList<>();
        options.forEach((option, value) -> all.addAll(List.of(option, value)));
        return Ran.into(out, all.toArray(String[]::new));
    }

    /** A name as it stands in front of a complaint about the file. */
    String named(String name) {
        return file(name) + ": ";
    }
}

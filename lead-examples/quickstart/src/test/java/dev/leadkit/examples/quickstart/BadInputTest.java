package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed in is wrong as a whole: it is told once and completely, with exit code 2, and nothing is written. */
final class BadInputTest {

    private final Path folder;
    private final Given given;

    BadInputTest(@TempDir Path folder) {
        this.folder = folder;
        this.given = new Given(folder);
    }

    private void refused(Ran ran, String... complaints) throws IOException {
        assertThat(ran.complaints()).containsExactly(complaints);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(given.out()).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void theGivenFilesAreInOrder() {
        Ran ran = given.run();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.rows("rejected.csv")).isEmpty();
        assertThat(ran.rows("warnings.csv")).isEmpty();
    }

    @Test
    void missingFilesAreToldAllAtOnce() throws IOException {
        for (String name : new String[] {"mapping.json", "model.json", "plan.json", "leads.csv", "costs.csv"}) {
            Files.delete(given.file(name));
        }
        String missing = "file: must be one that exists, was missing";

        refused(
                given.run(),
                given.named("mapping.json") + missing,
                given.named("model.json") + missing,
                given.named("plan.json") + missing,
                given.named("leads.csv") + missing,
                given.named("costs.csv") + missing);
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Path parent = folder.toAbsolutePath();
        String wrong = parent + ": file: must be a file, was a folder";

        refused(given.run("--input", parent.toString(), "--model", parent.toString()), wrong, wrong);
    }

    @Test
    void aColumnThatTheMappingDoesNotKnow() throws IOException {
        given.with("leads.csv", "Id,Created,Mail,Title,Source,Shoe Size\n");

        refused(
                given.run(),
                given.named("leads.csv")
                        + "columns: must be known to the mapping, was \"Shoe Size\". Give each a rule or ignore it on purpose.");
    }

    @Test
    void aColumnThatTheMappingNeedsAndTheFileLacks() throws IOException {
        given.with("leads.csv", "Ids,Created,Mail,Title,Source\n")
                .with("mapping.json", Given.MAPPING.replace("\"refuse\"", "\"warn\""));

        refused(
                given.run(),
                given.named("leads.csv") + "Id: must be a column of the header, was missing. Did you mean \"Ids\"?");
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        given.with("leads.csv", "").with("interactions.csv", "\n\n");
        String empty = "header: must be a row of column names, was missing. The file is empty.";

        refused(given.run(), given.named("leads.csv") + empty, given.named("interactions.csv") + empty);
    }

    @Test
    void aHeaderThatIsNoText() throws IOException {
        given.with("leads.csv", new byte[] {'I', 'd', ',', (byte) 0xFF, '\n'});

        refused(
                given.run(),
                given.named("leads.csv") + "header: must be text in the stated encoding, was bytes that are no text. "
                        + "Perhaps the file has another encoding.");
    }

    @Test
    void columnsThatTheOtherFilesLackAreToldAllAtOnce() throws IOException {
        given.with("interactions.csv", "externalid,type,occurredAt,direction\n").with("costs.csv", "a,b,c,d,e\n");
        String line = "header: must be a row with the column %s, was a row without it. %s";
        String names = "The first row must name the columns.";

        refused(
                given.run(),
                given.named("interactions.csv")
                        + line.formatted("externalId", "Did you mean the column \"externalid\"?"),
                given.named("interactions.csv") + line.formatted("properties", names),
                given.named("costs.csv") + line.formatted("source", names),
                given.named("costs.csv") + line.formatted("from", names),
                given.named("costs.csv") + line.formatted("to", names),
                given.named("costs.csv") + line.formatted("amount", names),
                given.named("costs.csv") + line.formatted("currency", names));
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() throws IOException {
        given.with("model.json", "{\"format\": \"leadkit.scoring/1\",\n \"name\" \"test\"}");

        refused(
                given.run(),
                given.named("model.json")
                        + "line 2, column 9: must be valid JSON, was '\"'. A colon is missing before it.");
    }

    @Test
    void tenMistakesInAModelAreTenComplaintsEachWithItsPath() throws IOException {
        given.with("model.json", """
                {"format": "leadkit.scoring/2", "name": "", "version": "1", "colour": "red",
                 "dimensions": [{"name": "fit", "cap": "much", "rules": [
                   {"id": "a", "when": {"field": "jobTitel", "is": "x"}, "points": 20},
                   {"id": "b", "when": {"field": "jobTitle", "matches": "(a"}, "points": 20},
                   {"id": "c", "when": {"field": "jobTitle", "is": "x"}, "points": "many"},
                   {"id": "c2", "points": 3},
                   {"id": "d", "when": {"field": "jobTitle", "startWith": "x"}, "points": 1}]}],
                 "grades": [{"grade": "A", "atLeast": "top"}]}
                """);
        Ran ran = given.run();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).startsWith(given.named("model.json") + "$"));
        assertThat(ran.complaints().stream()
                        .map(line -> line.substring(given.named("model.json").length())
                                .replaceAll(": must .*", "")))
                .containsExactlyInAnyOrder(
                        "$.format",
                        "$.name",
                        "$.colour",
                        "$.dimensions[0].cap",
                        "$.dimensions[0].rules[0].when.field",
                        "$.dimensions[0].rules[1].when.matches",
                        "$.dimensions[0].rules[2].points",
                        "$.dimensions[0].rules[3]",
                        "$.dimensions[0].rules[4].when.startWith",
                        "$.grades[0].atLeast");
        assertThat(given.out()).doesNotExist();
    }

    @Test
    void aPlanWithNobodyInIt() throws IOException {
        given.with("plan.json", Given.PLAN.replaceAll("\"reps\": .*,", "\"reps\": [],"));

        refused(
                given.run(),
                given.named("plan.json")
                        + "$.reps: must be at least one active rep, was nobody. Every lead would wait in the queue.");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        given.with("mapping.json", Given.MAPPING.replace("\"email\"", "\"emial\""))
                .with("model.json", Given.MODEL.replace("jobTitle", "jobTitel"))
                .with("plan.json", Given.PLAN.replace("\"queue\": \"later\"", "\"queue\": \"\""))
                .with("leads.csv", "")
                .with("interactions.csv", "externalId,type,occurredAt,direction\n")
                .with("costs.csv", "source,from,to,amount\n");
        Ran ran = given.run("--preset", "samples", "--generate", "5");

        assertThat(ran.complaints().stream()
                        .map(line -> line.replace(folder + "/", "").replaceAll(": must .*", "")))
                .containsExactly(
                        "--preset",
                        "--generate",
                        "mapping.json: $.columns[0].field",
                        "model.json: $.dimensions[0].rules[0].when.field",
                        "plan.json: $.queue",
                        "leads.csv: header",
                        "interactions.csv: header",
                        "costs.csv: header");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void withoutAReadableMappingItIsSaidWhatCouldNotBeChecked() throws IOException {
        given.with("mapping.json", "{").with("model.json", "[").with("plan.json", "{}");
        Ran ran = given.run();

        assertThat(ran.complaints()).hasSize(4);
        assertThat(ran.complaints().get(0)).startsWith(given.named("mapping.json") + "line 1, column ");
        assertThat(ran.complaints().get(1)).startsWith(given.named("model.json") + "line 1, column ");
        assertThat(ran.complaints().subList(2, 4))
                .containsExactly(
                        given.named("model.json")
                                + "not checked further, because there is no mapping to say what fields there are",
                        given.named("plan.json")
                                + "not checked further, because there is no mapping to say what fields there are");
    }

    @Test
    void anUnknownPreset() throws IOException {
        refused(
                Ran.into(given.out(), "--preset", "xeducatoin"),
                "--preset: must be one that comes with the quickstart, was \"xeducatoin\". Did you mean \"xeducation\"?");
    }

    @Test
    void anInputWithoutRules() throws IOException {
        refused(
                Ran.into(
                        given.out(),
                        "--input",
                        given.file("leads.csv").toString(),
                        "--mapping",
                        given.file("mapping.json").toString()),
                "--input: must be given with --preset, or with --mapping, --model and --plan, was without --model, --plan. "
                        + "Presets: sample, xeducation.");
    }

    @Test
    void aSampleOfNobody() throws IOException {
        refused(Ran.into(given.out(), "--generate", "0"), "--generate: must be a number from 1 to 1000000, was 0");
    }

    @Test
    void whatTheCommandLineCannotBeReadAsIsToldAllAtOnce() throws IOException {
        refused(
                Ran.into(given.out(), "--as-of", "yesterday", "--seed", "x", "--inputs", "leads.csv"),
                "Invalid value for option '--as-of': must be an instant like 2026-07-01T00:00:00Z, was \"yesterday\"",
                "Invalid value for option '--seed': 'x' is not a long",
                "Unknown options: '--inputs', 'leads.csv'. Did you mean --input or --interactions?",
                "run --help lists the options.");
    }

    @Test
    void helpIsNoMistake() {
        Ran help = Ran.into(given.out(), "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("--preset=NAME", "default: 2026-07-01T00:00:00Z");
        assertThat(given.out()).doesNotExist();
    }
}

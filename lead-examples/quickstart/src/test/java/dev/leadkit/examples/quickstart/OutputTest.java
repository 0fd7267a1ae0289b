package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results appear whole or not at all. */
final class OutputTest {

    private final Given given;

    OutputTest(@TempDir Path folder) {
        this.given = new Given(folder);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void theFolderIsMadeWithAllAboveIt() {
        Ran ran = given.into(given.file("a/b/c")).run();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(given.file("a/b/c/leads.csv")).exists();
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldBesideWhatElseIsWrong() throws IOException {
        given.with("out", "precious").with("plan.json", "[]");
        Ran ran = given.run();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints().get(0)).isEqualTo(given.named("out") + "--out: must be a folder, was a file");
        assertThat(ran.complaints().get(1)).startsWith(given.named("plan.json"));
        assertThat(given.out()).hasContent("precious");
    }

    @Test
    void aFileAboveTheFolderIsTold() {
        Ran ran = given.with("file", "precious").into(given.file("file/a/b")).run();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.complaints())
                .containsExactly(given.named("file/a/b") + "--out: must be a folder, was a file. " + given.file("file")
                        + " is none.");
    }

    @Test
    void whatStoodThereIsReplacedAndWhatIsNotOursStays() throws IOException {
        Files.createDirectories(given.out());
        given.with("out/leads.csv", "old").with("out/mine.txt", "mine");
        Ran ran = given.run();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.text("leads.csv")).startsWith("id,");
        assertThat(names(given.out()))
                .containsExactlyInAnyOrder(
                        "leads.csv",
                        "rejected.csv",
                        "warnings.csv",
                        "kpis.json",
                        "kpis.csv",
                        "report.html",
                        "mine.txt");
        assertThat(ran.text("mine.txt")).isEqualTo("mine");
    }

    @Test
    void ifOneFileCannotBePutInPlaceAllIsAsItWasBefore() throws IOException {
        Files.createDirectories(given.out().resolve("report.html"));
        given.with("out/report.html/mine.txt", "mine").with("out/leads.csv", "old");
        Ran ran = given.run();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints())
                .last()
                .asString()
                .isEqualTo(given.named("out") + "file: must be usable, was not: "
                        + given.out().resolve("report.html") + ": it is a folder, not a file");
        assertThat(names(given.out())).containsExactlyInAnyOrder("leads.csv", "report.html");
        assertThat(ran.text("leads.csv")).isEqualTo("old");
        assertThat(ran.text("report.html/mine.txt")).isEqualTo("mine");
    }

    @Test
    void aRefusedRunLeavesEarlierResultsAlone() throws IOException {
        given.run();
        String before = Files.readString(given.out().resolve("leads.csv"));
        Ran ran = given.with("plan.json", "[]").run();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.text("leads.csv")).isEqualTo(before);
        assertThat(names(given.out())).noneMatch(name -> name.startsWith("."));
    }
}

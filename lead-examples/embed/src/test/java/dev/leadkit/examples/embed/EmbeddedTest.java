package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EmbeddedTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/leadkit/examples/embed/Embedded.java");
    private static final Path README = Path.of("../../README.md");

    @Test
    void aDecidingGermanWhoAskedForADemoIsScoredAndGivenToTheOneWhoServesGermany() {
        String line = run(Map.of("mail", "jo@acme.example", "title", "Head of Sales", "land", "Germany"));

        // 20 (decides) + 10 (home market) + 30 (a demo just now)
        assertThat(line).startsWith("60 points, grade A, ").contains("because ann is");
    }

    @Test
    void anotherCountryGoesToTheOneWhoServesTheRest() {
        assertThat(run(Map.of("mail", "li@acme.example", "land", "France")))
                .startsWith("30 points, grade B, ")
                .contains("because bob is");
    }

    @Test
    void readmeShowsExactlyThisCode() throws IOException {
        String source = Files.readString(SOURCE);
        String begin = "// tag::readme[]\n";
        String code =
                source.substring(source.indexOf(begin) + begin.length(), source.indexOf("        // end::readme[]"));

        assertThat(Files.readString(README))
                .contains("```java\n" + code.indent(-8).stripTrailing() + "\n```");
    }

    private static String run(Map<String, String> form) {
        return Embedded.run(form, InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")));
    }
}

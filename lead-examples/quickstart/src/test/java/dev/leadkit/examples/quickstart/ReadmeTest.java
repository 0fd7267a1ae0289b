package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadmeTest {

    @Test
    void readmeShowsWhatTheMainCommandPrints(@TempDir Path folder) {
        String printed = Ran.into(folder).out().replace(folder.toString(), "target/leadkit");

        assertThat(Ran.read(Path.of("../../README.md"))).contains("```\n" + printed + "```");
    }
}

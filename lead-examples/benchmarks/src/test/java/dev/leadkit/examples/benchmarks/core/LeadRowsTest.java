package dev.leadkit.examples.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadRowsTest {

    @Test
    @DisplayName(
            "Every row is captured without a fault, with phone numbers or without; people who come again are merged")
    void areCapturedWithoutAFault(@TempDir Path folder) throws IOException {
        for (boolean phones : List.of(false, true)) {
            LeadRows rows = new LeadRows(2_000, phones);
            Path file = folder.resolve("leads.csv");
            Arrivals arrivals = Arrivals.none(phones);
            List<CaptureOutcome> outcomes = new ArrayList<>();
            rows.write(file, 0, 3_000);
            arrivals.capture(file, outcomes::add);
            assertThat(outcomes)
                    .hasSize(3_000)
                    .allMatch(outcome -> outcome.faults().isEmpty());
            for (int number = 0; number < 3_000; number++) {
                assertThat(outcomes.get(number) instanceof CaptureOutcome.Merged)
                        .as("row %s is about a known person", number)
                        .isEqualTo(number >= 2_000 && number % 10 == 0);
            }
        }
    }

    @Test
    @DisplayName("Cells vary as those of a real file do, and are the same each time")
    void vary(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("leads.csv");
        new LeadRows(0, true).write(file, 0, 2_000);
        List<String> lines = Files.readAllLines(file);
        new LeadRows(0, true).write(file, 0, 2_000);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
        assertThat(Set.copyOf(lines)).hasSize(2_001);
        Set<String> addresses = new HashSet<>();
        lines.forEach(line -> addresses.add(line.replaceFirst("@.*", "").replaceFirst(".*,", "")));
        assertThat(addresses).hasSize(2_001);
        assertThat(lines.stream()
                        .filter(line -> !line.chars().allMatch(c -> c < 128))
                        .count())
                .isBetween(200L, 600L);
    }
}

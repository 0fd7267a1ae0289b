package dev.leadkit.examples.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class HistoriesTest {

    private static final int LEADS = 2_000;

    @Test
    @DisplayName("The events of a lead are the same every time, and other ones than the next lead's")
    void sameNumberSameEvents() {
        assertThat(Histories.of(77)).isEqualTo(Histories.of(77)).isNotEqualTo(Histories.of(78));
    }

    @Test
    @DisplayName("No two events of a lead have one instant or one identifier, so that no order is left to chance")
    void instantsDiffer() {
        IntStream.range(0, LEADS).mapToObj(Histories::of).forEach(events -> {
            assertThat(new HashSet<>(events.stream().map(FactEvent::at).toList()))
                    .hasSameSizeAs(events);
            assertThat(new HashSet<>(events.stream().map(FactEvent::id).toList()))
                    .hasSameSizeAs(events);
        });
    }

    @Test
    @DisplayName("1,150,000 leads have 10 million events and some more")
    void sizeOfTheRatio() {
        double usual = IntStream.range(0, LEADS)
                .map(number -> Histories.of(number).size())
                .average()
                .orElseThrow();
        assertThat(usual).isBetween(10e6 / 1_150_000 * 1.01, 10e6 / 1_150_000 * 1.2);
    }

    @Test
    @DisplayName("Every event is taken as it is: nothing is wrong with the data")
    void nothingIsWrong() {
        List<LeadFacts> facts = IntStream.range(0, LEADS)
                .mapToObj(number -> LeadFacts.of(Histories.lead(number), Histories.of(number)))
                .toList();
        assertThat(facts).allMatch(lead -> lead.faults().isEmpty());
        assertThat(facts.stream().filter(LeadFacts::isConverted).count()).isBetween(LEADS / 10L, LEADS / 5L);
    }

    @Test
    @DisplayName("The longest history is as long as it was asked for")
    void longest() {
        assertThat(Histories.longest(10_000)).hasSize(10_000);
    }
}

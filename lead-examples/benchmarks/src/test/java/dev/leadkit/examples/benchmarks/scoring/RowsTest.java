package dev.leadkit.examples.benchmarks.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.contest.Standing;
import dev.leadkit.examples.benchmarks.suite.Figure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Standings standings = new Standings();

    @Test
    @DisplayName(
            "Ratios are the others' time divided by LeadKit's, of the best that each reached; the best other engine counts")
    void ratios() {
        add("100", "hand.if", 1_200);
        add("100", "hand.if", 1_100);
        add("100", "leadkit", 500);
        add("100", "leadkit", 550);
        add("1000", "leadkit", 1_000);
        add("1000", "peer.spel", 120_000);
        add("1000", "peer.drools.exec", 300_000);
        add("1000", "peer.drools.classic", 290_000);
        add("1000.cache", "leadkit", 300);
        add("1000.cache", "peer.spel", 45_000);
        add("10000", "leadkit", 1_250);
        assertThat(lines())
                .containsExactly(
                        "{\"suite\":\"scoring\",\"name\":\"ratio.if.100\",\"value\":2.2,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.peer.1000\",\"value\":120,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.drools.1000\",\"value\":290,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.peer.1000.cache\",\"value\":150,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"growth.100.10000\",\"value\":2.5,\"unit\":\"1\"}");
    }

    @Test
    @DisplayName(
            "The realistic model gives ratios to both forms by hand, the time to encode, and the most bytes of all models")
    void real() {
        add("real", "hand.if", 3_000);
        add("real", "hand.switch", 2_000);
        standings.add("real", new Standing("leadkit", 2_500, 0.25));
        add("real", "leadkit.encoded", 1_000);
        add("real", "leadkit.encode", 1_700);
        standings.add("100", new Standing("leadkit", 400, 0.5));
        add("real", "leadkit.single", 4_000);
        add("real", "leadkit.encoded.single", 1_500);
        add("real", "hand.if.ahead", 2_500);
        assertThat(lines())
                .containsExactly(
                        "{\"suite\":\"scoring\",\"name\":\"ratio.if.real\",\"value\":1.2,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.if.real.encoded\",\"value\":3,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.switch.real.encoded\",\"value\":2,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.if.real.single\",\"value\":0.75,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.if.real.encoded.single\",\"value\":2,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.switch.real.encoded.single\",\"value\":1.333,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.ahead.real\",\"value\":1,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"ratio.ahead.real.encoded\",\"value\":2.5,\"unit\":\"1\"}",
                        "{\"suite\":\"scoring\",\"name\":\"encode.ns\",\"value\":1700,\"unit\":\"ns\"}",
                        "{\"suite\":\"scoring\",\"name\":\"alloc.total\",\"value\":0.5,\"unit\":\"B\"}");
    }

    @Test
    @DisplayName("The table says what the goal was and whether it was reached, at least and at most alike")
    void table() {
        assertThat(Rows.TABLE.of(List.of(
                        new Figure("scoring", "ratio.if.100", 1.25, "1"),
                        new Figure("scoring", "growth.100.10000", 3.6, "1"),
                        new Figure("scoring", "ns.100.leadkit", 512, "ns"))))
                .isEqualToNormalizingNewlines("""
                        | row | goal | measured | |
                        |---|---|---|---|
                        | `ratio.if.100` | at least 1.2 | 1.25 | reached |
                        | `growth.100.10000` | at most 3.5 | 3.6 | **missed** |
                        | `ns.100.leadkit` |  | 512 ns |  |
                        """);
    }

    @Test
    @DisplayName("A standing is the same after its way through a line")
    void line() {
        Standing standing = new Standing("peer.drools.exec", 291_234.5, 53_872);
        assertThat(Standing.of(standing.line())).isEqualTo(standing);
    }

    private void add(String rules, String contender, double nanos) {
        standings.add(rules, new Standing(contender, nanos, 0));
    }

    private List<String> lines() {
        return Rows.all().stream()
                .map(row -> row.figure(standings))
                .flatMap(Optional::stream)
                .map(Figure::json)
                .toList();
    }
}

package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** To meet sets with as few elements as can be is as hard as problems come (Karp 1972, "hitting set"), and rules can ask it. */
@DisplayName("The smallest change of rules among which it is hard to choose")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class HardTiesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Field<String> CITY = Field.text("city");
    private static final int RULES = 44;
    private static final int CITIES = 110;
    private static final int MISSING = 4;

    private static SmallestChange change(ScoringModelBuilder builder) {
        ScoringModel model = builder.build();
        return SmallestChange.of(
                model, ScoringEngine.of(model).explain(LeadHistory.of(new LeadId("L-1"), List.of()), NOW));
    }

    /** In the best city all rules hold, in each other one all but a few: which of them tell the best from all others? */
    private static ScoringModelBuilder cities() {
        List<Set<String>> in = new ArrayList<>();
        IntStream.range(0, RULES).forEach(rule -> in.add(new TreeSet<>(Set.of("best"))));
        Random random = new Random(7);
        List<Integer> rules = new ArrayList<>(IntStream.range(0, RULES).boxed().toList());
        for (int city = 0; city < CITIES; city++) {
            Collections.shuffle(rules, random);
            for (int rule : rules.subList(MISSING, RULES)) {
                in.get(rule).add("city" + city);
            }
        }
        return ScoringModel.builder("m", "1").dimension("fit", fit -> {
            for (int rule = 0; rule < RULES; rule++) {
                fit.rule("r" + rule, field(CITY).in(List.copyOf(in.get(rule))), 1);
            }
        });
    }

    @Test
    @DisplayName("ends, and says that it is not proved")
    void ends() {
        assertThat(change(cities().band("A", RULES))).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
    }

    @Test
    @DisplayName("is never none: what was not counted may be a way")
    void unreachable() {
        assertThat(change(cities().band("A", RULES + 1)).status()).isEqualTo(Status.UNFINISHED);
    }

    @Test
    @DisplayName("is certain all the same where fewer changes do than any of them takes")
    void nearer() {
        ScoringModelBuilder both = cities().dimension("web", web -> web.rule("on", Switches.off("web"), RULES));
        assertThat(change(both.band("A", RULES)))
                .isEqualTo(new SmallestChange(
                        Status.FOUND, 1, List.of(new Flip("web", "on", Points.ZERO, Points.of(RULES), 0))));
    }
}

package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.condition.Facts;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A population")
final class PopulationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L");
    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final ScoringEngine ENGINE = ScoringEngine.of(ScoringModel.builder("m", "1")
            .dimension(
                    "fit",
                    fit -> fit.rule("big", field(SIZE).atLeast(BigDecimal.TEN), 10)
                            .rule("called", interaction("call").atLeast(1), 5)
                            .each("visits", interaction("visit").filter(), Worth.points(1)))
            .disqualify("rival", not(field(StandardFields.COMPANY).isMissing()), Verdict.grade("X"))
            .band("A", 10)
            .build());

    private static Facts lead(FieldValues values, String... types) {
        List<LeadEvent> events = new ArrayList<>();
        events.add(Captured.of(header("c"), new Origin("form", "1", true), new Stage("new"), values));
        for (String type : types) {
            events.add(new Interacted(header(type + events.size()), Interaction.inbound(type)));
        }
        return Facts.of(LeadHistory.of(LEAD, events), NOW);
    }

    private static EventHeader header(String id) {
        return new EventHeader(new EventId(id), LEAD, NOW, NOW);
    }

    private static Population of(Facts... leads) {
        Population population = Population.of(ENGINE.model());
        List.of(leads).forEach(lead -> population.add(lead, ENGINE.score(lead)));
        return population;
    }

    @Test
    @DisplayName(
            "knows the fields and types that rules and disqualifiers ask about, scores and grades, and nothing else")
    void inputs() {
        FieldValues big = FieldValues.builder()
                .set(SIZE, BigDecimal.TEN)
                .set(StandardFields.CITY, "Graz")
                .build();
        FieldValues rival =
                FieldValues.builder().set(StandardFields.COMPANY, "Rival").build();
        Population before =
                of(lead(big, "visit", "visit", "mail"), lead(FieldValues.EMPTY, "call", "visit"), lead(rival));
        Population after = of(lead(FieldValues.EMPTY), lead(big, "visit"));
        Map<String, StabilityIndex> drift = before.drift(after).stream()
                .collect(Collectors.toMap(Population.Drift::input, Population.Drift::index));
        assertThat(drift)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "field company", index(List.of(2L, 1L), List.of(2L, 0L)), // missing, Rival
                        "field size", index(List.of(2L, 1L), List.of(1L, 1L)), // missing, 10
                        "grade", index(List.of(1L, 1L, 1L), List.of(1L, 1L, 0L)), // none, A, X
                        "interactions call", index(List.of(2L, 1L), List.of(2L, 0L)), // 0, 1
                        "interactions visit", index(List.of(1L, 1L, 1L), List.of(1L, 1L, 0L)), // 0, 1, 2
                        // 0, 6 and 12 points; then 0 and 11, which falls where 12 does
                        "score", index(List.of(1L, 1L, 1L), List.of(1L, 0L, 1L))));
    }

    private static StabilityIndex index(List<Long> before, List<Long> after) {
        return StabilityIndex.of(before, after).orElseThrow();
    }

    @Test
    @DisplayName("has numbers in ranges, in their order")
    void numbers() {
        Facts[] before =
                IntStream.rangeClosed(1, 20).mapToObj(PopulationTest::sized).toArray(Facts[]::new);
        List<Long> two = Collections.nCopies(10, 2L);
        assertThat(of(before).drift(of(sized(2), sized(9), sized(10), sized(100))))
                .contains(new Population.Drift(
                        "field size", index(two, List.of(1L, 0L, 0L, 0L, 2L, 0L, 0L, 0L, 0L, 1L))));
    }

    private static Facts sized(int size) {
        return lead(FieldValues.builder().set(SIZE, BigDecimal.valueOf(size)).build());
    }

    @Test
    @DisplayName("of nobody has no drift either way")
    void nobody() {
        Population some = of(lead(FieldValues.EMPTY, "visit"), lead(FieldValues.EMPTY));
        assertThat(some.drift(of())).isEmpty();
        assertThat(of().drift(some)).isEmpty();
    }

    @Test
    @DisplayName("of two parts is that of all, and its counts make it again")
    void counts() {
        FieldValues big = FieldValues.builder()
                .set(SIZE, new BigDecimal("12.50"))
                .set(StandardFields.COMPANY, "Rival")
                .build();
        Population all = of(lead(big, "visit", "visit"), lead(FieldValues.EMPTY, "call"), lead(big));
        assertThat(all.leads()).isEqualTo(3);
        assertThat(all.inputs())
                .containsExactly(
                        "field company", "field size", "grade", "interactions call", "interactions visit", "score");
        assertThat(all.counts())
                .containsExactly(
                        count("field company", "", 1),
                        count("field company", "rival", 2),
                        count("field size", "", 1),
                        count("field size", "12.5", 2),
                        count("grade", "", 1),
                        count("grade", "X", 2),
                        count("interactions call", "0", 2),
                        count("interactions call", "1", 1),
                        count("interactions visit", "0", 2),
                        count("interactions visit", "2", 1),
                        count("score", "10", 1),
                        count("score", "12", 1),
                        count("score", "5", 1));
        Population again = of(lead(big, "visit", "visit"));
        of(lead(FieldValues.EMPTY, "call"), lead(big)).counts().forEach(again::add);
        assertThat(again.counts()).isEqualTo(all.counts());
        assertThat(again.drift(of(sized(12), sized(1)))).isEqualTo(all.drift(of(sized(12), sized(1))));
    }

    private static Population.Count count(String input, String value, long leads) {
        return new Population.Count(input, Optional.of(value).filter(text -> !text.isEmpty()), leads);
    }

    @Test
    @DisplayName("takes no counts of what its model does not ask about, of values of another type, or of nobody")
    void wrongCounts() {
        Population population = of(lead(FieldValues.EMPTY));
        List<Population.Count> before = population.counts();
        assertThatThrownBy(() -> population.add(count("field city", "Graz", 1)))
                .hasMessageStartingWith("input must be one of [field company, field size, ")
                .hasMessageEndingWith(", was field city");
        assertThatThrownBy(() -> population.add(count("field size", "many", 1)))
                .hasMessage("value must be a number, was text of 4 characters");
        assertThatThrownBy(() -> population.add(count("field size", "", Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> count("grade", "A", 0)).hasMessage("leads must be at least 1, was 0");
        assertThat(population.counts()).isEqualTo(before);
    }
}

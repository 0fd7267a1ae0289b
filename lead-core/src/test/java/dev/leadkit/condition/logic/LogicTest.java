package dev.leadkit.condition.logic;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionQuestion;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.StandardFields;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LogicTest {

    private static final Field<String> PAGE = Field.text("page");
    private static final Field<LocalDate> DAY = Field.date("day");

    @Test
    @DisplayName("A regular expression cannot match and not match; beyond that nothing is known of it")
    void patterns() {
        FieldCondition<String> soft = field(PAGE).matches("soft");
        assertThat(Logic.isNever(all(soft, not(soft)))).isTrue();
        assertThat(Logic.isNever(all(soft, field(PAGE).isMissing()))).isTrue();
        assertThat(Logic.isNever(all(soft, not(field(PAGE).matches("ware"))))).isFalse();
        assertThat(Logic.isAlways(any(soft, not(soft)))).as("past its limit").isFalse();
        assertThat(Logic.implies(soft, field(PAGE).isPresent())).isTrue();
    }

    @Test
    @DisplayName("There are no more interactions of a narrower kind than of a wider one")
    void narrowerKinds() {
        InteractionQuestion wide = interaction("visit", "call");
        InteractionQuestion narrow = interaction("visit").going(Direction.INBOUND);
        InteractionQuestion narrowest = narrow.where(field(PAGE).is("pricing"));
        assertThat(Logic.implies(narrow.atLeast(3), wide.atLeast(3))).isTrue();
        assertThat(Logic.implies(narrow.atLeast(3), wide.atLeast(4))).isFalse();
        assertThat(Logic.implies(narrow.atLeast(3), interaction().atLeast(1))).isTrue();
        assertThat(Logic.implies(wide.atLeast(3), narrow.atLeast(1))).isFalse();
        assertThat(Logic.implies(interaction().atLeast(3), wide.atLeast(1))).isFalse();
        assertThat(Logic.implies(narrowest.atLeast(2), narrow.atLeast(2))).isTrue();
        assertThat(Logic.implies(narrow.atLeast(2), narrowest.atLeast(1))).isFalse();
        assertThat(Logic.implies(narrow.none(), narrowest.none())).isTrue();
        assertThat(Logic.implies(interaction("visit").going(Direction.OUTBOUND).atLeast(1), narrow.atLeast(1)))
                .isFalse();
        assertThat(Logic.implies(
                        narrow.within(Duration.ofDays(7)).atLeast(2),
                        wide.within(Duration.ofDays(8)).atLeast(1)))
                .isTrue();
        assertThat(Logic.implies(
                        narrow.within(Duration.ofDays(8)).atLeast(2),
                        wide.within(Duration.ofDays(7)).atLeast(1)))
                .isFalse();
        assertThat(Logic.implies(
                        narrow.atLeast(2), narrow.within(Duration.ofDays(7)).atLeast(1)))
                .isFalse();
    }

    @Test
    @DisplayName("Of a count with a regular expression it may be unknown whether it is reached")
    void countsWithPatterns() {
        InteractionQuestion some = interaction("visit").where(field(PAGE).matches("pric"));
        Condition enough = some.atLeast(2);
        assertThat(Logic.isNever(all(enough, some.none()))).isTrue();
        assertThat(Logic.isNever(all(enough, not(enough)))).isTrue();
        assertThat(Logic.isAlways(any(enough, not(enough)))).isFalse();
        assertThat(Logic.implies(enough, some.atLeast(1))).isTrue();
        assertThat(Logic.implies(some.within(Duration.ofDays(1)).atLeast(1), some.atLeast(1)))
                .isTrue();
        assertThat(Logic.implies(enough, interaction("visit").atLeast(1)))
                .as("not looked into")
                .isFalse();
        assertThat(Logic.implies(some.atMost(1), not(enough))).isTrue();
        assertThat(Logic.implies(not(enough), some.atMost(1))).isTrue();
    }

    @Test
    @DisplayName("An interaction has each property once")
    void properties() {
        InteractionQuestion both =
                interaction("visit").where(field(PAGE).is("a"), field(PAGE).is("b"));
        assertThat(Logic.isNever(both.atLeast(1))).isTrue();
        assertThat(Logic.isAlways(both.none())).isTrue();
        InteractionQuestion gone =
                interaction("visit").where(field(PAGE).isMissing(), field(PAGE).isPresent());
        assertThat(Logic.isNever(gone.atLeast(1))).isTrue();
    }

    @Test
    @DisplayName("A field of one name and another type is another field")
    void types() {
        Condition text = field(Field.text("size")).isPresent();
        Condition number = field(Field.number("size")).isPresent();
        assertThat(Logic.implies(text, number)).isFalse();
        assertThat(Logic.implies(text, field(Field.text("size").asPersonal()).isPresent()))
                .isTrue();
    }

    @Test
    @DisplayName("Between two days that follow each other there is none, not even at the end of time")
    void days() {
        LocalDate day = LocalDate.of(2026, 2, 28);
        assertThat(Logic.isNever(all(field(DAY).moreThan(day), field(DAY).lessThan(day.plusDays(1)))))
                .isTrue();
        assertThat(Logic.isNever(all(field(DAY).moreThan(day), field(DAY).lessThan(day.plusDays(2)))))
                .isFalse();
        assertThat(Logic.isNever(field(DAY).moreThan(LocalDate.MAX)))
                .as("not looked into")
                .isFalse();
        assertThat(Logic.implies(field(DAY).lessThan(LocalDate.MAX), field(DAY).isPresent()))
                .isTrue();
    }

    @Test
    @DisplayName("A proof that takes too long is given up, and nothing is claimed")
    void limits() {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Field<String> field = Field.text("f" + i);
            parts.add(
                    any(field(field).is("a"), field(field).is("b"), field(field).is("c")));
        }
        Condition parity = all(parts.toArray(Condition[]::new));
        assertThat(Logic.isNever(parity)).isFalse();
        Condition hard = all(all(parts.toArray(Condition[]::new)), pigeons(8, 7));
        assertThat(Logic.isNever(hard)).as("true, and too long to prove").isFalse();
        assertThat(Logic.isNever(pigeons(3, 2))).isTrue();
        Condition wide = all(IntStream.range(0, 5_000)
                .mapToObj(i -> any(
                        field(StandardFields.CITY).is("c" + i),
                        field(StandardFields.REGION).is("r" + i)))
                .toArray(Condition[]::new));
        assertThat(Logic.isNever(wide)).as("too many choices").isFalse();
        assertThat(Logic.isNever(any()) && Logic.isAlways(always())).isTrue();
    }

    /** More pigeons than holes, no two in one hole: false, and dear to prove. */
    private static Condition pigeons(int pigeons, int holes) {
        List<Condition> parts = new ArrayList<>();
        for (int p = 0; p < pigeons; p++) {
            int pigeon = p;
            parts.add(any(IntStream.range(0, holes).mapToObj(h -> in(pigeon, h)).toArray(Condition[]::new)));
            for (int other = 0; other < p; other++) {
                for (int hole = 0; hole < holes; hole++) {
                    parts.add(not(all(in(p, hole), in(other, hole))));
                }
            }
        }
        return all(parts.toArray(Condition[]::new));
    }

    private static Condition in(int pigeon, int hole) {
        return field(Field.flag("p" + pigeon + "-" + hole)).is(true);
    }
}

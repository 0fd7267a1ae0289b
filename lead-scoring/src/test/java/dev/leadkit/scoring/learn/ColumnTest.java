package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A column")
final class ColumnTest {

    private static final Field<String> WORD = Field.text("word");
    private static final Field<Boolean> FLAG = Field.flag("flag");

    private static <T> Facts facts(Field<T> field, T value) {
        return Example.of(FieldValues.builder().set(field, value).build(), Instant.EPOCH, true)
                .facts();
    }

    private static Facts nothing() {
        return Example.of(FieldValues.EMPTY, Instant.EPOCH, true).facts();
    }

    private static boolean holds(Condition condition, Facts facts) {
        return condition.evaluate(facts, fault -> {}) == Truth.TRUE;
    }

    private static int[] settled(Column column, List<String> words) {
        words.forEach(word -> column.add(facts(WORD, word)));
        return column.settle();
    }

    @Test
    @DisplayName("of counts has a level for each step, whose condition holds for those counts alone")
    void counts() {
        InteractionCondition some =
                new InteractionCondition(interaction("visit").filter(), Optional.empty(), 1, OptionalInt.empty());
        CountColumn column = new CountColumn("visits", some);
        int[] firsts = {0, 1, 2, 3, 5, 10, 20, 50, 100};
        List<Integer> counts = List.of(0, 1, 2, 3, 4, 5, 9, 10, 19, 20, 49, 50, 99, 100, 101);
        counts.forEach(count -> column.add(visited(count)));
        int[] levels = column.settle();
        assertThat(column.levels()).isEqualTo(firsts.length);
        for (int i = 0; i < levels.length; i++) {
            int count = counts.get(i);
            assertThat(levels[i])
                    .isEqualTo((int) IntStream.of(firsts)
                                    .filter(first -> first <= count)
                                    .count()
                            - 1);
            for (int level = 0; level < firsts.length; level++) {
                assertThat(holds(column.is(level), visited(count))).isEqualTo(level == levels[i]);
            }
            assertThat(holds(column.between(2, 5), visited(count))).isEqualTo(count >= 2 && count < 10);
            assertThat(holds(column.between(0, firsts.length), visited(count))).isTrue();
        }
        assertThat(column.isOrdered()).isTrue();
        assertThat(column.missing()).isEmpty();
    }

    private static Facts visited(int times) {
        LeadId lead = new LeadId("L");
        List<Interacted> visits = IntStream.range(0, times)
                .mapToObj(i -> new Interacted(
                        new EventHeader(new EventId("v" + i), lead, Instant.EPOCH, Instant.EPOCH),
                        Interaction.inbound("visit")))
                .toList();
        return Facts.of(LeadHistory.of(lead, visits), Instant.EPOCH);
    }

    @Test
    @DisplayName("of texts folds their letters, has them in order, and asks for the first way that one is written")
    void texts() {
        Column column = Column.of(WORD);
        assertThat(settled(column, List.of("b", "graz", "B", "a", "GRAZ", "Graz")))
                .containsExactly(2, 3, 2, 1, 3, 3);
        assertThat(column.is(3)).hasToString("word is GRAZ");
        assertThat(column.isBin(0)).isFalse();
        assertThat(column.isBin(1)).isTrue();
        assertThat(column.noneOf(Set.of(1))).hasToString("not (word is a)");
        assertThat(column.noneOf(Set.of())).hasToString("word is present");
        assertThat(column.missing().orElseThrow()).hasToString("word is missing");
        assertThat(column.isOrdered()).isFalse();
        assertThat(column.hasOthers()).isTrue();
    }

    @Test
    @DisplayName("of texts gives those no bin that are longer than 200 characters")
    void longTexts() {
        Column column = Column.of(WORD);
        int[] levels = settled(column, List.of("x".repeat(200), "x".repeat(201), "y"));
        assertThat(levels).containsExactly(1, 0, 2);
    }

    @Test
    @DisplayName("of texts gives up where there are more than a hundred thousand of them")
    void tooManyTexts() {
        List<String> most = IntStream.range(0, 99_999).mapToObj(i -> "w" + i).toList();
        TextColumn column = new TextColumn(WORD);
        settled(column, most);
        assertThat(column.levels()).isEqualTo(100_000);
        TextColumn full = new TextColumn(WORD);
        most.forEach(word -> full.add(facts(WORD, word)));
        full.add(facts(WORD, "one more"));
        full.add(facts(WORD, "and another"));
        full.add(facts(WORD, "w7"));
        assertThat(full.settle()).hasSize(100_002).containsOnly(0);
        assertThat(full.levels()).isEqualTo(1);
        assertThat(full.isBin(0)).isFalse();
    }

    @Test
    @DisplayName("of answers has yes, no and missing, and nothing beside those")
    void answers() {
        Column column = Column.of(FLAG);
        column.add(facts(FLAG, false));
        column.add(facts(FLAG, true));
        column.add(nothing());
        assertThat(column.settle()).containsExactly(1, 0, Column.MISSING);
        assertThat(column.levels()).isEqualTo(2);
        assertThat(column.is(0)).hasToString("flag is true");
        assertThat(column.is(1)).hasToString("flag is false");
        assertThat(column.missing().orElseThrow()).hasToString("flag is missing");
        assertThat(column.isOrdered()).isFalse();
        assertThat(column.hasOthers()).isFalse();
        assertThatThrownBy(() -> column.noneOf(Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("flag must have values beside those listed");
    }

    @Test
    @DisplayName("of personal answers, numbers and texts tells only whether there is one")
    void personal() {
        for (Field<?> field :
                List.of(FLAG.asPersonal(), WORD.asPersonal(), Field.number("n").asPersonal())) {
            Column column = Column.of(field);
            assertThat(column.levels()).isEqualTo(1);
            assertThat(column.is(0)).hasToString(field.name() + " is present");
        }
    }

    @Test
    @DisplayName("of numbers has them in order, however many there are")
    void numbers() {
        Field<BigDecimal> number = Field.number("n");
        Column column = Column.of(number);
        for (int i = 0; i < 200; i++) {
            column.add(facts(number, BigDecimal.valueOf(i * 7 % 200)));
        }
        column.add(facts(number, new BigDecimal("7.0")));
        column.add(nothing());
        int[] levels = column.settle();
        assertThat(levels).hasSize(202);
        for (int i = 0; i < 200; i++) {
            assertThat(levels[i]).isEqualTo(i * 7 % 200);
        }
        assertThat(levels[200]).isEqualTo(7);
        assertThat(levels[201]).isEqualTo(Column.MISSING);
        assertThat(column.between(0, 200)).hasToString("n is present");
        assertThat(column.between(0, 3)).hasToString("n is less than 3");
        assertThat(column.between(3, 200)).hasToString("n is at least 3");
        assertThat(column.isBin(0)).isTrue();
        assertThat(column.missing().orElseThrow()).hasToString("n is missing");
    }
}

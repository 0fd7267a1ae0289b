package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class InteractionMemoTest {

    private static final int TRIAL = 4_096;
    private static final Field<String> PAGE = Field.text("page");
    private static final List<InteractionFilter> FILTERS = List.of(
            interaction("visit").filter(),
            interaction("visit").where(field(PAGE).is("a")).filter(),
            interaction().where(field(PAGE).isPresent()).filter(),
            interaction().going(Direction.OUTBOUND).filter());

    private final InteractionTypes types = new InteractionTypes(FILTERS, List.of(), true);
    private final InteractionMemo memo = new InteractionMemo(types);

    private static Interaction visit(String page) {
        return new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", page));
    }

    @Test
    @DisplayName(
            "the same object is answered as at first, through thousands of others, a cleared memo and one that is off")
    void answersAsTheTypesDo() {
        Random random = new Random(7);
        List<Interaction> known = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Direction way = random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND;
            Map<String, String> page =
                    random.nextBoolean() ? Map.of() : Map.of("page", String.valueOf((char) ('a' + random.nextInt(3))));
            known.add(new Interaction(random.nextBoolean() ? "visit" : "call", way, Actor.AUTOMATED, page));
        }
        for (int i = 0; i < 30_000; i++) {
            Interaction each = known.get(random.nextInt(i < 15_000 ? 50 : known.size()));
            List<Integer> expected = new ArrayList<>();
            for (int filter = 0; filter < FILTERS.size(); filter++) {
                boolean typed =
                        FILTERS.get(filter).types().isEmpty() || each.type().equals("visit");
                boolean page = switch (filter) {
                    case 1 -> "a".equals(each.properties().get("page"));
                    case 2 -> each.properties().containsKey("page");
                    case 3 -> each.direction() == Direction.OUTBOUND;
                    default -> true;
                };
                if (typed && page) {
                    expected.add(filter);
                }
            }
            assertThat(memo.of(each))
                    .containsExactlyInAnyOrder(
                            expected.stream().mapToInt(Integer::intValue).toArray());
            if (i % 9_999 == 0) {
                memo.clear();
            }
        }
        assertThat(memo.holds(known.get(0))).isFalse();
    }

    @Test
    void anObjectIsHeldUntilTheMemoIsCleared() {
        Interaction told = visit("a");
        assertThat(memo.holds(told)).isFalse();
        memo.of(told);
        assertThat(memo.holds(told)).isTrue();
        assertThat(memo.holds(visit("a"))).isFalse();
        memo.clear();
        assertThat(memo.holds(told)).isFalse();
        memo.of(told);
        assertThat(memo.holds(told)).isTrue();
    }

    @Test
    @DisplayName("what is told anew because it was cleared does not switch it off")
    void clearingIsNoMiss() {
        Interaction told = visit("a");
        for (int i = 0; i < 3 * TRIAL; i++) {
            memo.of(told);
            memo.clear();
        }
        memo.of(told);
        assertThat(memo.holds(told)).isTrue();
    }

    @Test
    @DisplayName("objects that never come again switch it off for good, and then it holds nothing")
    void switchesItselfOff() {
        Interaction told = visit("a");
        for (int i = 0; i < TRIAL - 1; i++) {
            memo.of(visit("b"));
        }
        memo.of(told);
        assertThat(memo.holds(told)).isFalse();
        memo.of(told);
        assertThat(memo.holds(told)).isFalse();
        assertThat(memo.of(told)).containsExactly(0, 1, 2);
    }

    @Test
    void beforeTheTrialIsOverItIsOn() {
        Interaction told = visit("a");
        for (int i = 0; i < TRIAL - 2; i++) {
            memo.of(visit("b"));
        }
        memo.of(told);
        assertThat(memo.holds(told)).isTrue();
    }

    @Test
    @DisplayName("where more than half come again it stays on, however long: each trial is counted anew")
    void staysOn() {
        Interaction told = visit("a");
        for (int i = 0; i < 10 * TRIAL; i++) {
            memo.of(i % 5 < 2 ? visit("b") : told);
        }
        memo.of(told);
        assertThat(memo.holds(told)).isTrue();
    }

    @Test
    @DisplayName("half that come again are too few")
    void half() {
        Interaction told = visit("a");
        for (int i = 0; i < TRIAL; i++) {
            memo.of(visit("b"));
            memo.of(told);
        }
        assertThat(memo.holds(told)).isFalse();
    }
}

package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.InteractionQuestion;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of interactions by their properties, on both sides of the 64 that bits are there for. */
final class ManyPropertiesTest {

    private static final LeadId ID = new LeadId("L-1");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final PropertySlots.Limits ROOM = new PropertySlots.Limits(true, 1 << 17);

    /** The i-th of them asks for a visit with properties of its own and one that all share. */
    private static List<InteractionQuestion> questions(int filters, int properties, Random random) {
        List<InteractionQuestion> questions = new ArrayList<>();
        for (int i = 0; i < filters; i++) {
            InteractionQuestion question = i % 7 == 0 ? interaction() : interaction("visit");
            for (int asked = random.nextInt(3); asked >= 0; asked--) {
                question = question.where(asked(random.nextInt(properties), random));
            }
            questions.add(question);
        }
        return questions;
    }

    private static FieldCondition<?> asked(int property, Random random) {
        Field<String> text = Field.text("p" + property);
        return switch (random.nextInt(6)) {
            case 0 -> field(text).isMissing();
            case 1 -> field(text).isPresent();
            case 2 -> field(text).contains("1");
            case 3 -> field(Field.number("p" + property)).atLeast(BigDecimal.valueOf(random.nextInt(4)));
            default -> field(text).in("v" + random.nextInt(3), String.valueOf(random.nextInt(4)));
        };
    }

    private static Interaction any(int properties, Random random) {
        Map<String, String> values = new TreeMap<>();
        for (int property = 0; property < properties; property++) {
            if (random.nextInt(4) > 0) {
                values.put("p" + property, random.nextBoolean() ? "V" + random.nextInt(3) : "" + random.nextInt(4));
            }
        }
        return new Interaction(random.nextInt(4) == 0 ? "call" : "visit", Direction.INBOUND, Actor.AUTOMATED, values);
    }

    private static Facts facts(List<Interaction> done) {
        List<Interacted> events = new ArrayList<>();
        for (Interaction each : done) {
            Instant at = NOW.minusSeconds(1_000 - events.size());
            events.add(new Interacted(new EventHeader(new EventId("e" + events.size()), ID, at, at), each));
        }
        return Facts.of(Lead.builder(ID).build(), events, NOW);
    }

    @ParameterizedTest(name = "{0} filters of {1} properties")
    @DisplayName("every filter counts the interactions that it means, also where there are more than 64")
    @CsvSource({"3, 1", "40, 3", "63, 5", "64, 5", "65, 5", "130, 5", "10, 100", "64, 100", "65, 100", "200, 90"})
    void countsWhatEachFilterMeans(int filters, int properties) {
        Random random = new Random(1_000L * filters + properties);
        List<Condition> entries = new ArrayList<>();
        questions(filters, properties, random).forEach(each -> entries.add(each.atLeast(2)));
        ConditionIndex<Integer> index =
                ConditionIndex.of(IntStream.range(0, filters).boxed().toList(), entries::get);
        int found = 0;
        for (int lead = 0; lead < 40; lead++) {
            List<Interaction> done = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                done.add(any(properties, random));
            }
            Facts facts = facts(done);
            List<Integer> expected = IntStream.range(0, filters)
                    .filter(i -> entries.get(i).evaluate(facts, fault -> {}) == Truth.TRUE)
                    .boxed()
                    .toList();
            assertThat(index.find(facts, (entry, fault) -> {})).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest(name = "{0} filters of {1} properties")
    @DisplayName("the bits of properties are the filters that evaluating one by one passes")
    @CsvSource({"1, 1", "7, 3", "63, 5", "64, 80"})
    void bits(int filters, int properties) {
        Random random = new Random(filters);
        List<InteractionFilter> asked = questions(filters, properties, random).stream()
                .map(InteractionQuestion::filter)
                .toList();
        PropertySlots slots = PropertySlots.of(asked, ROOM);
        assertThat(slots).isNotNull();
        for (int lead = 0; lead < 200; lead++) {
            Interaction each = new Interaction(
                    "visit",
                    Direction.INBOUND,
                    Actor.AUTOMATED,
                    any(properties, random).properties());
            long expected = 0;
            for (int bit = 0; bit < filters; bit++) {
                boolean passes = asked.get(bit).evaluate(each, fault -> {}) == Truth.TRUE;
                expected |= passes ? 1L << bit : 0;
            }
            assertThat(slots.passed(each.properties())).isEqualTo(expected);
        }
    }

    @Test
    void thereAreBitsFor64FiltersAndNoMore() {
        List<InteractionFilter> asked = questions(65, 3, new Random(1)).stream()
                .map(InteractionQuestion::filter)
                .toList();
        assertThat(PropertySlots.of(asked.subList(0, 64), ROOM)).isNotNull();
        assertThat(PropertySlots.of(asked, ROOM)).isNull();
        assertThat(PropertySlots.of(List.of(interaction("visit").filter()), ROOM))
                .isNull();
    }

    @Test
    @DisplayName(
            "values take codes: one for each that is named, for other texts, and for none; the limit is kept exactly")
    void codes() {
        List<InteractionFilter> asked = List.of(
                interaction().where(field(Field.text("a")).in("x", "y", "z")).filter(),
                interaction().where(field(Field.text("b")).is("x")).filter());
        int codes = (3 + 2) + (1 + 2);
        PropertySlots slots = PropertySlots.of(asked, new PropertySlots.Limits(true, codes));
        assertThat(slots).isNotNull();
        assertThat(slots.codes()).isEqualTo(codes);
        assertThat(PropertySlots.of(asked, new PropertySlots.Limits(true, codes - 1)))
                .isNull();
    }

    /** Thousands of values in each of many kinds: the room of codes is used up, the rest is evaluated one by one. */
    @Test
    void beyondTheRoomOfCodesFiltersAreStillTrue() {
        List<Condition> entries = new ArrayList<>();
        for (int kind = 0; kind < 6; kind++) {
            Field<String> text = Field.text("p");
            String own = "k" + kind + "-";
            List<String> named =
                    IntStream.range(0, 30_000).mapToObj(i -> own + i).toList();
            entries.add(interaction("t" + kind).where(field(text).in(named)).atLeast(1));
        }
        ConditionIndex<Integer> index =
                ConditionIndex.of(IntStream.range(0, 6).boxed().toList(), entries::get);
        for (int kind = 0; kind < 6; kind++) {
            for (String value : List.of("k" + kind + "-29999", "K" + kind + "-0", "k" + kind + "-30000")) {
                Interaction done = new Interaction("t" + kind, Direction.INBOUND, Actor.AUTOMATED, Map.of("p", value));
                assertThat(index.find(facts(List.of(done)), (entry, fault) -> {}))
                        .isEqualTo(value.endsWith("-30000") ? List.of() : List.of(kind));
            }
        }
    }
}

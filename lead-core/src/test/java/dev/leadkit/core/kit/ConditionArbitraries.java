package dev.leadkit.core.kit;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldQuestion;
import dev.leadkit.condition.InteractionQuestion;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Conditions for property tests, over the fields and interactions of {@link LeadArbitraries}: true, false and unknown are
 * all frequent, and so is a regular expression that reaches its limit.
 */
public final class ConditionArbitraries {

    /** A regular expression that reaches its limit of steps on {@link #TOO_LONG_A_TASK}. */
    public static final String ENDLESS = ".*.*.*.*.*.*.*!";

    /** A text on which {@link #ENDLESS} reaches its limit. */
    public static final String TOO_LONG_A_TASK = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static final int DEEPEST = 3;

    private ConditionArbitraries() {}

    /** A lead's history at a moment within it. */
    public static Arbitrary<Facts> facts() {
        return Combinators.combine(LeadArbitraries.histories(), LeadArbitraries.instants())
                .as(Facts::of);
    }

    /** Conditions of every kind, nested up to three deep. */
    public static Arbitrary<Condition> conditions() {
        return nested(DEEPEST);
    }

    private static Arbitrary<Condition> nested(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Condition> part = Arbitraries.lazy(() -> nested(depth - 1));
        Arbitrary<List<Condition>> parts = part.list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaves()),
                Tuple.of(2, parts.map(Condition.All::new)),
                Tuple.of(2, parts.map(Condition.Any::new)),
                Tuple.of(1, part.map(Condition.Not::new)));
    }

    /** Conditions without parts. */
    public static Arbitrary<Condition> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(LeadArbitraries.fields()).flatMap(ConditionArbitraries::leaves)),
                Tuple.of(2, counts()));
    }

    private static <T> Arbitrary<Condition> leaves(Field<T> field) {
        FieldQuestion<T> ask = field(field);
        Arbitrary<T> values = LeadArbitraries.values(field);
        List<Arbitrary<? extends Condition>> kinds = new ArrayList<>();
        kinds.add(values.map(ask::is));
        kinds.add(values.list().ofMinSize(1).ofMaxSize(3).map(ask::in));
        kinds.add(Arbitraries.of(ask.isPresent(), ask.isMissing()));
        if (field.type().isText()) {
            kinds.add(Arbitraries.of("s", "SS", "ann", "+49", "soft").map(ask::contains));
            kinds.add(Arbitraries.of("s", "SS", "ann", "+49", "soft").map(ask::startsWith));
            kinds.add(Arbitraries.of("s.*e", "^(?i)soft", "o+", ENDLESS).map(ask::matches));
        }
        if (field.type().isOrdered()) {
            kinds.add(ranges(ask, values));
        }
        if (field.type().isTemporal()) {
            kinds.add(durations().map(ask::atLeastAgo));
            kinds.add(durations().map(ask::atMostAgo));
            kinds.add(durations().map(ask::atLeastAhead));
            kinds.add(durations().map(ask::atMostAhead));
        }
        return Arbitraries.of(kinds).flatMap(kind -> kind.map(Condition.class::cast));
    }

    private static <T> Arbitrary<FieldCondition<T>> ranges(FieldQuestion<T> ask, Arbitrary<T> values) {
        return Arbitraries.oneOf(
                values.map(ask::atLeast),
                values.map(ask::moreThan),
                values.map(ask::atMost),
                values.map(ask::lessThan),
                Combinators.combine(values, values).as(ask::between));
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.integers().between(1, 120).map(Duration::ofHours);
    }

    private static Arbitrary<Condition> counts() {
        return Combinators.combine(questions(), Arbitraries.integers().between(0, 3))
                .flatAs((question, number) -> Arbitraries.of(
                        number == 0 ? question.none() : question.atLeast(number), question.atMost(number)));
    }

    private static Arbitrary<InteractionQuestion> questions() {
        Arbitrary<InteractionQuestion> about = Arbitraries.of(
                interaction(), interaction("visit"), interaction("call", "email.opened"), interaction("none"));
        Arbitrary<InteractionQuestion> narrowed = Combinators.combine(about, Arbitraries.of(Direction.class))
                .flatAs((question, way) -> Arbitraries.of(question, question.going(way)));
        return Combinators.combine(narrowed, durations(), properties())
                .flatAs((question, window, property) -> Arbitraries.of(
                        question,
                        question.within(window),
                        question.where(property),
                        question.where(property).within(window)));
    }

    private static Arbitrary<FieldCondition<?>> properties() {
        Field<String> page = Field.text("page");
        Field<?> count = new Field<>("count", FieldType.NUMBER, false);
        return Arbitraries.of(
                field(page).is("pricing"),
                field(page).contains("ri"),
                field(page).isMissing(),
                field(page).isPresent(),
                field(page).matches("^h"),
                field(page).matches(ENDLESS),
                field(count).isMissing(),
                field(Field.number("count")).atLeast(BigDecimal.valueOf(5)));
    }
}

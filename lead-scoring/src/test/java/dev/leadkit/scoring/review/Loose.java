package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules about one thing that no other rule asks about, and all that they can give together, in units, counted by hand. */
record Loose(Function<String, List<ScoringRule>> named, Set<Long> units) {

    private static final int MOST = 3;

    List<ScoringRule> rules(String name) {
        return named.apply(name);
    }

    static Arbitrary<Loose> any() {
        return Combinators.combine(
                        worth(), worth(), worth(), Arbitraries.integers().between(0, 7))
                .as((a, b, c, kind) -> switch (kind) {
                    case 0 -> exclusive(a, b);
                    case 1 -> exhaustive(a, b);
                    case 2 -> number(a, b, c);
                    case 3 ->
                        each(a, Limits.NONE, LongStream.rangeClosed(0, MOST).map(times -> times * a));
                    case 4 -> limited(a);
                    case 5 -> fading(a);
                    default -> alone(a);
                });
    }

    /** Mostly multiples of ten, so that there are gaps. */
    private static Arbitrary<Long> worth() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(-4, 9).map(tens -> 10 * tens)),
                Tuple.of(1, Arbitraries.longs().between(-40, 90)));
    }

    private static Loose of(Function<String, List<ScoringRule>> named, LongStream units) {
        return new Loose(named, units.boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    private static ScoringRule rule(String id, Condition when, long units) {
        return new ConditionRule(id, "", when, new Points(units));
    }

    private static Loose alone(long a) {
        return of(name -> List.of(rule(name, field(Field.text(name)).is("a"), a)), LongStream.of(0, a));
    }

    private static Loose exclusive(long a, long b) {
        return of(
                name -> List.of(
                        rule(name + "a", field(Field.text(name)).is("a"), a),
                        rule(name + "b", field(Field.text(name)).is("b"), b)),
                LongStream.of(0, a, b));
    }

    private static Loose exhaustive(long a, long b) {
        return of(
                name -> List.of(
                        rule(name + "a", field(Field.text(name)).isPresent(), a),
                        rule(name + "b", field(Field.text(name)).isMissing(), b)),
                LongStream.of(a, b));
    }

    private static Loose number(long low, long high, long otherwise) {
        NumberBands bands = new NumberBands(
                NumberBands.NONE
                        .with(Optional.empty(), Optional.of(NumberBands.bound(BigDecimal.ONE, false)), new Points(low))
                        .with(Optional.of(NumberBands.bound(BigDecimal.TEN, true)), Optional.empty(), new Points(high))
                        .bands(),
                new Points(otherwise));
        return of(
                name -> List.of(new NumberRule(name, "", Field.number(name), bands, "")),
                LongStream.of(0, low, high, otherwise));
    }

    private static Loose each(long a, Limits limits, LongStream units) {
        Worth worth = new Worth(new Points(a), Fading.NEVER, OptionalInt.of(MOST), limits);
        return of(
                name -> List.of(new InteractionRule(name, "", interaction(name).filter(), worth)), units);
    }

    private static Loose limited(long a) {
        Limits limits = Limits.NONE.withFloor(new Points(-25)).withCap(new Points(25));
        return each(a, limits, LongStream.of(0, a, 2 * a, 3 * a).map(sum -> Math.max(-25, Math.min(25, sum))));
    }

    /** With a half-life there is any number of units on the way to zero. */
    private static Loose fading(long a) {
        Worth worth = Worth.points(new Points(a)).once().halfLife(Duration.ofDays(1));
        return of(
                name -> List.of(new InteractionRule(name, "", interaction(name).filter(), worth)),
                LongStream.rangeClosed(Math.min(0, a), Math.max(0, a)));
    }
}

package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StepsProperties {

    /** From the first to the last place, both included. */
    record Piece(long from, long to) {}

    @Provide
    Arbitrary<List<Piece>> pieces() {
        Arbitrary<Long> place = Arbitraries.oneOf(
                Arbitraries.longs().between(-20, 20),
                Arbitraries.longs().between(0, 100_000),
                Arbitraries.longs(),
                Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE));
        return Combinators.combine(place, place)
                .as((one, other) -> new Piece(Math.min(one, other), Math.max(one, other)))
                .list()
                .ofMaxSize(40);
    }

    private static Rule rule(int rank) {
        Rule rule = new Rule(new Rule.Scope(
                new Rule.Place(0, 0, rank), 0, Choices.NOTHING_ASKED, Rule.Scope.ANY_SIZE, Rule.NO_CONDITION));
        rule.rank = rank;
        return rule;
    }

    private static Steps steps(List<Piece> pieces) {
        List<Rule> rules = IntStream.range(0, pieces.size())
                .mapToObj(StepsProperties::rule)
                .toList();
        return Steps.of(rules, rule -> pieces.get((int) rule.rank).from, rule -> pieces.get((int) rule.rank).to, true);
    }

    private static long first(List<Piece> pieces, long place) {
        return IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).from <= place && place <= pieces.get(i).to)
                .mapToLong(i -> i)
                .findFirst()
                .orElse(Steps.NOBODY);
    }

    private static List<Long> borders(List<Piece> pieces) {
        List<Long> borders = new ArrayList<>(List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE));
        pieces.stream()
                .flatMapToLong(piece -> LongStream.of(piece.from, piece.to))
                .flatMap(place -> LongStream.of(place - 1, place, place + 1))
                .forEach(borders::add);
        return borders;
    }

    @Property
    void eachPlaceHasTheFirstRuleThatCoversIt(@ForAll("pieces") List<Piece> pieces) {
        Steps steps = steps(pieces);
        assertThat(steps.isEmpty()).isEqualTo(pieces.isEmpty());
        for (long place : borders(pieces)) {
            assertThat(steps.best(place)).as("at %d", place).isEqualTo(first(pieces, place));
        }
    }

    @Property
    void theWorstWithinAStretchIsTheWorstOfItsPlaces(@ForAll("pieces") List<Piece> pieces) {
        Steps steps = steps(pieces);
        for (Piece piece : pieces) {
            if (piece.to - piece.from >= 0 && piece.to - piece.from < 200) {
                long worst = LongStream.rangeClosed(piece.from, piece.to)
                        .map(place -> first(pieces, place))
                        .max()
                        .orElseThrow();
                assertThat(steps.worst(piece.from, piece.to)).isEqualTo(worst);
            }
        }
    }
}

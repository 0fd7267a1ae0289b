package dev.leadkit.scoring.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is true of every score, whoever gives it; each method fails with an {@link AssertionError} where it is not. */
public final class ScoringLaws {

    private ScoringLaws() {}

    /** The contributions sum exactly to the total, and those of each dimension to the dimension's points. */
    public static void contributionsAddUp(Score score) {
        assertThat(sum(score, part -> true)).isEqualTo(score.total().units());
        score.dimensions()
                .forEach((dimension, points) -> assertThat(
                                sum(score, part -> part.dimension().equals(dimension)))
                        .as("dimension %s", dimension)
                        .isEqualTo(points.units()));
    }

    /** A cap only takes away, a floor only gives back, and neither is there for nothing. */
    public static void adjustmentsHaveTheirSign(Score score) {
        assertThat(score.contributions()).allSatisfy(part -> {
            if (part.kind() == Contribution.Kind.CAP) {
                assertThat(part.points().units()).isNegative();
            } else if (part.kind() == Contribution.Kind.FLOOR) {
                assertThat(part.points().units()).isPositive();
            }
        });
    }

    /** What occurred after the moment makes no difference. */
    public static void theFutureMakesNoDifference(LeadScorer scorer, LeadHistory history, Instant asOf) {
        assertThat(scorer.score(history, asOf)).isEqualTo(scorer.score(history.until(asOf), asOf));
    }

    /** The score shows none of the lead's personal values. */
    public static void personalDataStaysOut(Score score, LeadHistory history) {
        assertThat(personal(history)).noneMatch(value -> score.toString().contains(value));
    }

    static List<String> personal(LeadHistory history) {
        return Stream.of(history.lead().values().personal())
                .flatMap(values -> values.fields().stream()
                        .map(field -> values.text(field.name()).orElseThrow()))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static long sum(Score score, Predicate<Contribution> which) {
        Collection<Contribution> parts = score.contributions();
        return parts.stream()
                .filter(which)
                .map(part -> BigInteger.valueOf(part.points().units()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
    }
}

package dev.leadkit.metrics.survey;

import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Surveys with answers in and around the scales. */
public final class SurveyArbitraries {

    private SurveyArbitraries() {}

    public static Arbitrary<SurveyFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of("web", "ads"),
                        Arbitraries.integers().between(-1, 11).optional(0.8))
                .as((group, score) ->
                        new SurveyFacts(group, score.map(OptionalInt::of).orElseGet(OptionalInt::empty)))
                .withoutEdgeCases();
    }
}

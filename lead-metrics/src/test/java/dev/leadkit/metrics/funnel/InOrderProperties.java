package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The way that is found against all ways tried. */
final class InOrderProperties {

    @Provide
    Arbitrary<LeadFacts> facts() {
        return FunnelArbitraries.facts();
    }

    @Provide
    Arbitrary<FunnelSpec.Builder> rules() {
        return Combinators.combine(
                        FunnelArbitraries.steps(),
                        FunnelArbitraries.windows(),
                        Arbitraries.of(StepOrder.SEQUENTIAL, StepOrder.STRICT),
                        Arbitraries.of(Anchor.FIRST_ENTRY, Anchor.LATEST_ENTRY, Anchor.EVERY_ENTRY),
                        Arbitraries.integers().between(0, 3))
                .as((steps, window, order, anchor, exclusions) -> {
                    FunnelSpec.Builder rules =
                            FunnelSpec.of(steps).window(window).order(order).anchor(anchor);
                    if (exclusions == 1 && steps.size() > 1) {
                        rules.exclude(X);
                    }
                    if (exclusions == 2 && steps.size() > 2) {
                        rules.exclude(new Exclusion(X, 2, 3));
                    }
                    return rules;
                })
                .withoutEdgeCases();
    }

    private static Optional<List<FactEvent>> found(FunnelSpec spec, LeadFacts facts) {
        List<Chain> chains = Entries.of(spec, facts);
        assertThat(chains).hasSizeLessThan(2);
        return chains.stream().findFirst().map(chain -> taken(spec, chain));
    }

    static List<FactEvent> taken(FunnelSpec spec, Chain chain) {
        List<FactEvent> taken = new ArrayList<>();
        for (int step = 0; step < spec.size() && chain.taken(step) != null; step++) {
            taken.add(chain.taken(step));
        }
        return taken;
    }

    @Property(tries = 3_000)
    void theWayFoundIsTheBestOfAll(@ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec.Builder rules) {
        FunnelSpec spec = rules.build();
        assertThat(found(spec, facts)).isEqualTo(BruteForce.best(spec, facts));
    }

    @Property(tries = 3_000)
    void graceLetsStepsChangePlaces(@ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec.Builder rules) {
        FunnelSpec plain = rules.build();
        Assume.that(plain.entry().anchor() != Anchor.EVERY_ENTRY && plain.path().order() != StepOrder.STRICT);
        Assume.that(plain.steps().stream().distinct().count() == plain.size());
        FunnelSpec spec = rules.ties(Ties.grace(Duration.ofSeconds(1))).build();
        assertThat(found(spec, facts)).isEqualTo(BruteForce.best(spec, facts));
    }
}

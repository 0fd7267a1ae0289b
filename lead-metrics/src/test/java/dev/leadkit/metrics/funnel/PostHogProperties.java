package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The preset against the product's rules, told event by event. */
final class PostHogProperties {

    @Provide
    Arbitrary<LeadFacts> facts() {
        return FunnelArbitraries.facts();
    }

    @Provide
    Arbitrary<FunnelSpec> rules() {
        return Combinators.combine(
                        FunnelArbitraries.steps().filter(steps -> steps.size() > 1),
                        Arbitraries.longs().between(1, 15).map(Duration::ofSeconds),
                        Arbitraries.integers().between(0, 2))
                .as((steps, length, exclusions) -> {
                    FunnelSpec.Builder rules = FunnelPreset.POSTHOG
                            .steps(steps.toArray(FunnelStep[]::new))
                            .window(Window.fromFirstStep(length));
                    if (exclusions > 0) {
                        rules.exclude(new Exclusion(X, steps.size() > 2 ? exclusions : 1, steps.size()));
                    }
                    return rules.build();
                })
                .withoutEdgeCases();
    }

    @Property(tries = 5_000)
    void theWayIsThatOfTheProduct(@ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec spec) {
        assertThat(way(spec, facts)).isEqualTo(PostHog.way(spec, facts));
    }

    private static @Nullable List<Instant> way(FunnelSpec spec, LeadFacts facts) {
        List<Instant> way = new ArrayList<>();
        for (Chain chain : Entries.of(spec, facts)) {
            if (chain.isExcluded()) {
                return null;
            }
            InOrderProperties.taken(spec, chain).stream().map(FactEvent::at).forEach(way::add);
        }
        return way;
    }
}

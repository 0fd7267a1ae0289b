package dev.leadkit.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Steps that need not follow each other, against the rules in words. */
final class AnyOrderProperties {

    @Provide
    Arbitrary<LeadFacts> facts() {
        return FunnelArbitraries.facts();
    }

    @Provide
    Arbitrary<List<FunnelStep>> steps() {
        return FunnelArbitraries.steps();
    }

    @Provide
    Arbitrary<Window> windows() {
        return Arbitraries.of(
                Window.NONE,
                Window.fromFirstStep(Duration.ofSeconds(3)),
                Window.fromFirstStep(Duration.ofMillis(6_500)));
    }

    private static List<FactEvent> within(FunnelSpec spec, LeadFacts facts, FactEvent entry) {
        return BruteForce.known(spec, facts).stream()
                .filter(event -> event.compareTo(entry) >= 0)
                .filter(event -> !spec.window().isLimit()
                        || !event.at().isAfter(entry.at().plus(spec.window().length())))
                .toList();
    }

    /** For each step by itself the first event that takes it; null if none does. */
    private static List<@Nullable FactEvent> firsts(FunnelSpec spec, LeadFacts facts, List<FactEvent> events) {
        List<@Nullable FactEvent> firsts = new ArrayList<>();
        for (FunnelStep step : spec.steps()) {
            firsts.add(events.stream()
                    .filter(event -> step.isTakenBy(event, facts))
                    .findFirst()
                    .orElse(null));
        }
        return firsts;
    }

    private static Optional<Chain> found(FunnelSpec spec, LeadFacts facts) {
        return Entries.of(spec, facts).stream().findFirst();
    }

    @Property(tries = 2_000)
    void eachStepCountsByItself(
            @ForAll("facts") LeadFacts facts,
            @ForAll("steps") List<FunnelStep> steps,
            @ForAll("windows") Window window) {
        FunnelSpec spec = FunnelPreset.HUBSPOT_ANY
                .steps(steps.toArray(FunnelStep[]::new))
                .window(window)
                .build();
        Optional<FactEvent> entry = BruteForce.known(spec, facts).stream().findFirst();
        assertThat(found(spec, facts).map(Chain::start)).isEqualTo(entry);
        for (int step = 0; entry.isPresent() && step < steps.size(); step++) {
            FactEvent first =
                    firsts(spec, facts, within(spec, facts, entry.get())).get(step);
            Chain chain = found(spec, facts).orElseThrow();
            assertThat(chain.taken(step)).isEqualTo(first);
            assertThat(chain.counts(step)).isEqualTo(first != null);
        }
    }

    @Property(tries = 2_000)
    void aLaterStepImpliesTheEarlierOnes(
            @ForAll("facts") LeadFacts facts,
            @ForAll("steps") List<FunnelStep> steps,
            @ForAll("windows") Window window) {
        FunnelSpec spec = FunnelPreset.BITRIX_CONVERSION
                .steps(steps.toArray(FunnelStep[]::new))
                .window(window)
                .build();
        Optional<FactEvent> entry = BruteForce.known(spec, facts).stream().findFirst();
        assertThat(found(spec, facts).map(Chain::start)).isEqualTo(entry);
        if (entry.isPresent()) {
            Chain chain = found(spec, facts).orElseThrow();
            List<@Nullable FactEvent> firsts = firsts(spec, facts, within(spec, facts, entry.get()));
            int deepest = 0;
            for (int step = 0; step < steps.size(); step++) {
                deepest = firsts.get(step) == null ? deepest : step;
            }
            for (int step = 0; step < steps.size(); step++) {
                assertThat(chain.counts(step)).isEqualTo(step <= deepest);
            }
            assertThat(chain.taken(deepest)).isEqualTo(firsts.get(deepest));
        }
    }

    @Property(tries = 3_000)
    void theMostDifferentStepsInAnyWindowCount(
            @ForAll("facts") LeadFacts facts,
            @ForAll("steps") List<FunnelStep> steps,
            @ForAll("windows") Window window,
            @ForAll Anchor anchor) {
        FunnelSpec spec = FunnelSpec.of(steps)
                .order(StepOrder.ANY)
                .window(window)
                .anchor(anchor == Anchor.EPISODE ? Anchor.FIRST_ENTRY : anchor)
                .build();
        List<FactEvent> known = BruteForce.known(spec, facts);
        boolean first = spec.entry().anchor() == Anchor.FIRST_ENTRY;
        Comparator<List<FactEvent>> order = Comparator.<List<FactEvent>>comparingInt(way -> -way.size())
                .thenComparing(way -> way.get(way.size() - 1))
                .thenComparing(
                        way -> way.get(0),
                        anchor == Anchor.LATEST_ENTRY
                                ? Comparator.<FactEvent>reverseOrder()
                                : Comparator.<FactEvent>naturalOrder());
        Optional<List<FactEvent>> expected = known.stream()
                .limit(first ? 1 : known.size())
                .map(entry -> distinct(spec, facts, entry))
                .min(order);
        assertThat(found(spec, facts).map(chain -> InOrderProperties.taken(spec, chain)))
                .isEqualTo(expected);
    }

    /** The first events of the different steps from an entry on, in order. */
    private static List<FactEvent> distinct(FunnelSpec spec, LeadFacts facts, FactEvent entry) {
        return firsts(spec, facts, within(spec, facts, entry)).stream()
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
    }
}

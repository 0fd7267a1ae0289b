package dev.leadkit.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every entry counted by itself, against the rules in words. */
final class ReentryProperties {

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
                        Arbitraries.of(true, false))
                .as((steps, window, order, excluding) -> {
                    FunnelSpec.Builder rules =
                            FunnelSpec.of(steps).window(window).order(order).count(FunnelSpec.Unit.ENTRY);
                    return excluding && steps.size() > 1 ? rules.exclude(FunnelArbitraries.X) : rules;
                })
                .withoutEdgeCases();
    }

    private static List<List<FactEvent>> found(FunnelSpec spec, LeadFacts facts) {
        return Entries.of(spec, facts).stream()
                .map(chain -> InOrderProperties.taken(spec, chain))
                .toList();
    }

    @Property(tries = 3_000)
    void anEntryIsIgnoredWhileTheOneBeforeIsOpen(
            @ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec.Builder rules) {
        FunnelSpec spec = rules.anchor(Anchor.FIRST_ENTRY).build();
        List<FactEvent> known = BruteForce.known(spec, facts);
        List<List<FactEvent>> expected = new ArrayList<>();
        int at = 0;
        while (at < known.size()) {
            FactEvent entry = known.get(at);
            if (!spec.steps().get(0).isTakenBy(entry, facts)) {
                at++;
                continue;
            }
            int over = at + 1;
            while (over < known.size() && BruteForce.isOpen(spec, facts, entry, known.get(over))) {
                over++;
            }
            List<FactEvent> best =
                    BruteForce.of(spec, facts, known.subList(at, over)).orElseThrow();
            expected.add(best);
            boolean complete = best.size() == spec.steps().size();
            at = complete ? known.indexOf(best.get(best.size() - 1)) + 1 : over;
        }
        assertThat(found(spec, facts)).isEqualTo(expected);
    }

    @Property(tries = 3_000)
    void theNearestEarlierEntryTakesTheSteps(
            @ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec.Builder rules) {
        FunnelSpec spec = rules.anchor(Anchor.LATEST_ENTRY).build();
        FunnelSpec firstOnly = rules.anchor(Anchor.FIRST_ENTRY).build();
        List<FactEvent> known = BruteForce.known(spec, facts);
        List<List<FactEvent>> expected = new ArrayList<>();
        for (int at = 0; at < known.size(); at++) {
            if (spec.steps().get(0).isTakenBy(known.get(at), facts)) {
                int next = at + 1;
                while (next < known.size() && !spec.steps().get(0).isTakenBy(known.get(next), facts)) {
                    next++;
                }
                expected.add(BruteForce.of(firstOnly, facts, known.subList(at, Math.min(next + 1, known.size())))
                        .orElseThrow());
            }
        }
        assertThat(found(spec, facts)).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void anEpisodeIsAnEntry(@ForAll("facts") LeadFacts facts, @ForAll("rules") FunnelSpec.Builder rules) {
        FunnelSpec spec = rules.anchor(Anchor.EPISODE).build();
        List<List<FactEvent>> expected = new ArrayList<>();
        for (int i = 0; i < facts.episodes().size(); i++) {
            FactEvent start = facts.episodes().get(i).start();
            boolean last = i + 1 == facts.episodes().size();
            FactEvent next = facts.episodes().get(last ? i : i + 1).start();
            List<FactEvent> during = facts.events().stream()
                    .filter(event -> !event.isBefore(start) && (last || event.isBefore(next)))
                    .toList();
            BruteForce.of(spec, facts, during).ifPresent(expected::add);
        }
        assertThat(found(spec, facts)).isEqualTo(expected);
        FunnelSpec byLead = rules.count(FunnelSpec.Unit.LEAD).build();
        assertThat(found(byLead, facts).stream().map(List::size).toList())
                .isEqualTo(expected.stream()
                        .map(List::size)
                        .sorted(java.util.Comparator.reverseOrder())
                        .limit(1)
                        .toList());
    }
}

package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PostHog's rules as its documentation and users tell them, one event after the other: each step remembers when the way to it began
 * and its instants; a newer first step begins anew; who does something excluded while between its steps is out.
 */
final class PostHog {

    private final FunnelSpec spec;
    private final LeadFacts facts;
    private final @Nullable List<Instant>[] entered;
    private List<Instant> deepest = List.of();
    private boolean out;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private PostHog(FunnelSpec spec, LeadFacts facts) {
        this.spec = spec;
        this.facts = facts;
        this.entered = new List[spec.steps().size()];
    }

    /** The instants of the deepest way; null for a lead that is out. */
    static @Nullable List<Instant> way(FunnelSpec spec, LeadFacts facts) {
        PostHog walk = new PostHog(spec, facts);
        TreeMap<Instant, List<FactEvent>> byInstant = new TreeMap<>();
        facts.events()
                .forEach(event -> byInstant
                        .computeIfAbsent(event.at(), at -> new ArrayList<>())
                        .add(event));
        for (List<FactEvent> atOnce : byInstant.values()) {
            walk.take(atOnce.stream()
                    .filter(event -> walk.steps(event).size() > 0 || walk.isExcluded(event))
                    .toList());
            if (walk.out) {
                return null;
            }
            if (walk.entered[spec.steps().size() - 1] != null) {
                break;
            }
        }
        return walk.deepest;
    }

    private List<Integer> steps(FactEvent event) {
        List<Integer> steps = new ArrayList<>();
        for (int step = spec.steps().size() - 1; step >= 0; step--) {
            if (spec.steps().get(step).isTakenBy(event, facts)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean isExcluded(FactEvent event) {
        return spec.exclusions().stream().anyMatch(each -> each.what().isTakenBy(event, facts));
    }

    private void take(List<FactEvent> atOnce) {
        boolean same = atOnce.stream().map(this::steps).distinct().count() < 2
                && atOnce.stream().map(this::isExcluded).distinct().count() < 2;
        if (same) {
            for (FactEvent event : atOnce) {
                exclude(event);
                steps(event).forEach(step -> step(step, event.at()));
            }
        } else {
            List<FactEvent> sorted = atOnce.stream()
                    .filter(event -> !steps(event).isEmpty())
                    .sorted(Comparator.comparing(
                            event -> steps(event).get(steps(event).size() - 1)))
                    .toList();
            sorted.forEach(event -> steps(event).forEach(step -> step(step, event.at())));
        }
    }

    private void exclude(FactEvent event) {
        for (Exclusion each : spec.exclusions()) {
            for (int next = each.after(); next < each.before() && each.what().isTakenBy(event, facts); next++) {
                List<Instant> way = entered[next - 1];
                out |= way != null && isInWindow(way, event.at()) && !isReached(next, way);
            }
        }
    }

    private boolean isReached(int step, List<Instant> way) {
        List<Instant> there = entered[step];
        return there != null && there.get(0).equals(way.get(0));
    }

    private boolean isInWindow(List<Instant> way, Instant at) {
        return Duration.between(way.get(0), at).compareTo(spec.window().length()) <= 0;
    }

    private void step(int step, Instant at) {
        List<Instant> before = step == 0 ? List.of() : entered[step - 1];
        if (before == null || (step > 0 && (!isInWindow(before, at) || isReached(step, before)))) {
            return;
        }
        List<Instant> way = new ArrayList<>(before);
        way.add(at);
        entered[step] = way;
        deepest = way.size() > deepest.size() ? way : deepest;
    }
}

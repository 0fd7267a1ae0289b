package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every way through a funnel whose steps follow each other, tried one after the other; the best by the rules in words. */
final class BruteForce {

    private final FunnelSpec spec;
    private final LeadFacts facts;
    private final List<FactEvent> known;
    private final List<List<FactEvent>> ways = new ArrayList<>();

    private BruteForce(FunnelSpec spec, LeadFacts facts, List<FactEvent> events) {
        this.spec = spec;
        this.facts = facts;
        this.known = events.stream()
                .filter(event -> spec.steps().stream().anyMatch(step -> step.isTakenBy(event, facts))
                        || spec.exclusions().stream()
                                .anyMatch(each -> each.what().isTakenBy(event, facts)))
                .toList();
    }

    /** The best way of a lead from the entries that its anchor allows; empty if it never entered. */
    static Optional<List<FactEvent>> best(FunnelSpec spec, LeadFacts facts) {
        return of(spec, facts, facts.events());
    }

    static Optional<List<FactEvent>> of(FunnelSpec spec, LeadFacts facts, List<FactEvent> events) {
        BruteForce all = new BruteForce(spec, facts, events);
        List<FactEvent> entries = all.known.stream()
                .filter(event -> spec.steps().get(0).isTakenBy(event, facts))
                .toList();
        boolean first =
                spec.entry().anchor() == Anchor.FIRST_ENTRY || spec.entry().anchor() == Anchor.EPISODE;
        for (FactEvent entry : first ? entries.stream().limit(1).toList() : entries) {
            all.extend(new ArrayList<>(List.of(entry)));
        }
        boolean late = spec.entry().anchor() != Anchor.EVERY_ENTRY;
        Comparator<List<FactEvent>> order = Comparator.<List<FactEvent>>comparingInt(way -> -way.size())
                .thenComparing(way -> way.get(way.size() - 1))
                .thenComparing(
                        way -> way.get(0),
                        late ? Comparator.<FactEvent>reverseOrder() : Comparator.<FactEvent>naturalOrder())
                .thenComparing(BruteForce::earlier);
        return all.ways.stream().min(order);
    }

    /** Whether an event comes while the entry that begins with an event is still open: some way from it could lead on to this. */
    static boolean isOpen(FunnelSpec spec, LeadFacts facts, FactEvent entry, FactEvent event) {
        BruteForce all = new BruteForce(spec, facts, facts.events());
        all.extend(new ArrayList<>(List.of(entry)));
        int at = all.known.indexOf(event);
        return all.ways.stream()
                .filter(way -> way.stream().allMatch(each -> all.known.indexOf(each) < at))
                .anyMatch(way -> way.size() < spec.steps().size() && all.mayFollow(way, event));
    }

    /** What the funnel knows of a lead. */
    static List<FactEvent> known(FunnelSpec spec, LeadFacts facts) {
        return new BruteForce(spec, facts, facts.events()).known;
    }

    private static int earlier(List<FactEvent> one, List<FactEvent> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void extend(List<FactEvent> way) {
        ways.add(List.copyOf(way));
        if (way.size() == spec.steps().size()) {
            return;
        }
        for (FactEvent next : known) {
            if (spec.steps().get(way.size()).isTakenBy(next, facts) && mayFollow(way, next)) {
                way.add(next);
                extend(way);
                way.remove(way.size() - 1);
            }
        }
    }

    private boolean mayFollow(List<FactEvent> way, FactEvent next) {
        FactEvent last = way.get(way.size() - 1);
        int from = known.indexOf(last);
        int to = known.indexOf(next);
        Duration grace = spec.path().ties().grace();
        boolean inOrder = from < to
                || (from != to
                        && spec.path().ties().rule() == Ties.Rule.GRACE
                        && !next.at().plus(grace).isBefore(last.at()));
        if (!inOrder || !inTime(way, last, next)) {
            return false;
        }
        return from > to || known.subList(from + 1, to).stream().noneMatch(between -> ends(between, way.size()));
    }

    private boolean inTime(List<FactEvent> way, FactEvent last, FactEvent next) {
        Duration length = spec.window().length();
        Instant end = switch (spec.window().from()) {
            case NOWHERE -> Instant.MAX;
            case FIRST_STEP -> way.get(0).at().plus(length);
            case EACH_STEP -> last.at().plus(length);
        };
        return !next.at().isAfter(end);
    }

    /** Whether something between the last step taken, the so many-th, and the next ends the way. */
    private boolean ends(FactEvent between, int after) {
        return spec.path().order() == StepOrder.STRICT
                || spec.exclusions().stream()
                        .anyMatch(each -> each.what().isTakenBy(between, facts)
                                && each.after() <= after
                                && after < each.before());
    }
}

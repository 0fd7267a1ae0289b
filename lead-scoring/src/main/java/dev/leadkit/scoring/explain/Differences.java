package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Truth;
import dev.leadkit.event.EventId;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.Evidence;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Finding;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.explain.ScoreChange.Cause;
import dev.leadkit.scoring.model.InteractionRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is different about two scores. For one comparison. */
final class Differences {

    private final List<ScoreChange> changes = new ArrayList<>();

    private Differences() {}

    static List<ScoreChange> of(Score before, Score after) {
        Differences differences = new Differences();
        differences.compare(parts(before), parts(after), Map.of());
        return differences.changes;
    }

    static List<ScoreChange> of(Explanation before, Explanation after) {
        Differences differences = new Differences();
        Map<Place, Reason> earlier = reasons(before);
        Map<Place, Reason> later = reasons(after);
        Map<Place, Runnable> known = new LinkedHashMap<>();
        Set<Place> rules = new LinkedHashSet<>(later.keySet());
        rules.addAll(earlier.keySet());
        for (Place rule : rules) {
            Optional<Reason> old = Optional.ofNullable(earlier.get(rule));
            Optional<Reason> now = Optional.ofNullable(later.get(rule));
            known.put(rule, () -> differences.compare(rule, old, now));
        }
        differences.compare(parts(before.score()), parts(after.score()), known);
        return differences.changes;
    }

    /** What a contribution is about. */
    private record Place(String dimension, String rule, Contribution.Kind kind) {

        /** A cap that became a floor is one change, not two. */
        static Place of(Contribution part) {
            boolean limit = part.kind() == Contribution.Kind.FLOOR;
            return new Place(part.dimension(), part.rule(), limit ? Contribution.Kind.CAP : part.kind());
        }
    }

    private static Map<Place, Points> parts(Score score) {
        Map<Place, Points> parts = new LinkedHashMap<>();
        score.contributions().forEach(part -> parts.merge(Place.of(part), part.points(), Points::plus));
        return parts;
    }

    private static Map<Place, Reason> reasons(Explanation explanation) {
        Map<Place, Reason> reasons = new LinkedHashMap<>();
        explanation.reasons().forEach(reason -> reasons.put(
                new Place(reason.dimension(), reason.rule().id(), Contribution.Kind.RULE), reason));
        return reasons;
    }

    /** A rule whose reasons are known on both sides tells more than that it changed. */
    private void compare(Map<Place, Points> before, Map<Place, Points> after, Map<Place, Runnable> known) {
        Set<Place> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        for (Place place : places) {
            Runnable reasons = known.get(place);
            if (reasons != null) {
                reasons.run();
                continue;
            }
            Points change = after.getOrDefault(place, Points.ZERO).minus(before.getOrDefault(place, Points.ZERO));
            boolean turned = before.containsKey(place) != after.containsKey(place)
                    && place.kind() == Contribution.Kind.DISQUALIFIED;
            if (change.units() != 0 || turned) {
                changes.add(new ScoreChange(place.dimension(), place.rule(), cause(place.kind()), change, List.of()));
            }
        }
    }

    private static Cause cause(Contribution.Kind kind) {
        return switch (kind) {
            case RULE -> Cause.RULE;
            case CAP, FLOOR -> Cause.LIMIT;
            case DISQUALIFIED -> Cause.DISQUALIFIED;
        };
    }

    private void compare(Place rule, Optional<Reason> before, Optional<Reason> after) {
        Optional<Finding> old = before.map(Reason::finding);
        Optional<Finding> now = after.map(Reason::finding);
        boolean same = before.isPresent() && after.isPresent() && isSame(before.get(), after.get());
        if (same && after.get().rule() instanceof InteractionRule) {
            compareInteractions(rule, old.orElseThrow(), now.orElseThrow());
            return;
        }
        Points change = now.map(Finding::earned).orElse(Points.ZERO).minus(old.map(Finding::earned).orElse(Points.ZERO));
        List<Evidence> evidence = now.or(() -> old).map(Finding::evidence).orElse(List.of());
        Cause cause = same ? cause(old.orElseThrow(), now.orElseThrow()) : Cause.MODEL;
        add(rule, cause, change, evidence);
    }

    /** Other words or notes make no other rule. */
    private static boolean isSame(Reason before, Reason after) {
        return before.rule().withWords("", "").equals(after.rule().withWords("", ""));
    }

    private static Cause cause(Finding before, Finding after) {
        if (before.truth() == Truth.TRUE && after.truth() == Truth.TRUE) {
            return Cause.CHANGED;
        }
        return after.truth() == Truth.TRUE ? Cause.NEW : Cause.GONE;
    }

    private void compareInteractions(Place rule, Finding before, Finding after) {
        Map<EventId, Evidence.OfInteraction> old = interactions(before);
        Map<EventId, Evidence.OfInteraction> now = interactions(after);
        Split fresh = new Split();
        Split gone = new Split();
        Split aged = new Split();
        now.forEach((id, event) -> {
            Evidence.OfInteraction earlier = old.get(id);
            if (earlier == null) {
                fresh.add(event, worth(event));
            } else if (worth(event) != worth(earlier)) {
                aged.add(event, worth(event) - worth(earlier));
            }
        });
        old.forEach((id, event) -> {
            if (!now.containsKey(id)) {
                gone.add(event, -worth(event));
            }
        });
        add(rule, Cause.NEW, new Points(fresh.units), fresh.evidence);
        add(rule, Cause.GONE, new Points(gone.units), gone.evidence);
        add(rule, Cause.AGED, new Points(aged.units), aged.evidence);
    }

    /** One cause's share of a rule's change. */
    private static final class Split {

        private final List<Evidence> evidence = new ArrayList<>();
        private long units;

        private void add(Evidence event, long change) {
            evidence.add(event);
            units += change;
        }
    }

    private static Map<EventId, Evidence.OfInteraction> interactions(Finding finding) {
        Map<EventId, Evidence.OfInteraction> events = new LinkedHashMap<>();
        finding.evidence().forEach(each -> {
            Evidence.OfInteraction event = (Evidence.OfInteraction) each;
            events.put(event.id(), event);
        });
        return events;
    }

    private static long worth(Evidence.OfInteraction event) {
        return event.points().orElse(Points.ZERO).units();
    }

    private void add(Place rule, Cause cause, Points change, List<Evidence> evidence) {
        if (change.units() != 0) {
            changes.add(new ScoreChange(rule.dimension(), rule.rule(), cause, change, evidence));
        }
    }
}

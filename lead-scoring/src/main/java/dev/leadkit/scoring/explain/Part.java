package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.engine.Ruling;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.NumberRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule or a disqualifier that conditions decide, and all that it may turn out to be. What must stay as it is has one outcome:
 * a rule that must not change, a disqualifier that does not hold.
 *
 * @param place the rule's place among all rules; disqualifiers come after them
 * @param now the flip that changes nothing
 * @param outcomes the ways, first the one in which it turned out
 * @param isWhole whether there is no other way at all
 */
record Part(int place, Flip now, List<Outcome> outcomes, boolean isWhole) {

    /** Nothing for a rule that conditions do not decide, and for one that may change and is worth nothing all the same. */
    static Optional<Part> of(int place, Reason reason, boolean mayChange) {
        Points counted = reason.finding().counted();
        Truth truth = reason.finding().truth();
        List<Outcome> all = List.of();
        int now = 0;
        if (reason.rule() instanceof ConditionRule rule) {
            all = mayChange && rule.points().units() == 0 ? List.of() : outcomes(rule);
            now = truth == Truth.TRUE ? 0 : 1;
        } else if (reason.rule() instanceof NumberRule rule) {
            all = outcomes(rule, truth != Truth.UNKNOWN);
            now = all.stream().map(Outcome::points).toList().indexOf(counted);
        }
        Flip flip = new Flip(reason.dimension(), reason.rule().id(), counted, counted, 0);
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(of(place, flip, now, mayChange ? all : List.of(all.get(now))));
    }

    static Part of(int place, Ruling ruling, boolean mayChange) {
        String id = ruling.disqualifier().id();
        Condition when = ruling.disqualifier().when();
        boolean holds = ruling.finding().truth() == Truth.TRUE;
        Outcome is = Outcome.holding(when, Points.ZERO);
        Outcome not = Outcome.failing(List.of(when));
        boolean changes = holds && mayChange;
        List<Outcome> outcomes = changes ? List.of(is, not) : List.of(holds ? is : not);
        return new Part(place, new Flip("", id, Points.ZERO, Points.ZERO, 0), outcomes, changes);
    }

    private static Part of(int place, Flip flip, int now, List<Outcome> all) {
        boolean isWhole = all.size() > 1 && all.get(all.size() - 1).holding().isEmpty();
        List<Outcome> outcomes = new ArrayList<>(all);
        outcomes.add(0, outcomes.remove(all.size() == 1 ? 0 : now));
        return new Part(place, flip, List.copyOf(outcomes), isWhole);
    }

    private static List<Outcome> outcomes(ConditionRule rule) {
        return List.of(Outcome.holding(rule.when(), rule.points()), Outcome.failing(List.of(rule.when())));
    }

    /** A number that is known does not become unknown; bands of the same worth are one. */
    private static List<Outcome> outcomes(NumberRule rule, boolean known) {
        Map<Points, List<Condition>> worth = new LinkedHashMap<>();
        for (Case each : rule.cases()) {
            if (each.points().units() != 0) {
                worth.computeIfAbsent(each.points(), none -> new ArrayList<>()).add(each.when());
            }
        }
        List<Condition> all = worth.values().stream().flatMap(List::stream).toList();
        List<Condition> present = List.of(new FieldCondition<>(rule.field(), new FieldTest.Present()));
        Stream<Outcome> some = worth.entrySet().stream()
                .map(each -> Outcome.holding(new Condition.Any(each.getValue()), each.getKey()));
        return Stream.concat(some, Stream.of(new Outcome(known ? present : List.of(), all, Points.ZERO)))
                .toList();
    }

    boolean isRule() {
        return !now.dimension().isEmpty();
    }

    List<Condition> conditions() {
        return outcomes.stream()
                .flatMap(outcome -> Stream.concat(outcome.holding().stream(), outcome.failing().stream()))
                .toList();
    }

    Move move(int outcome) {
        Points to = isRule() ? outcomes.get(outcome).points() : Points.ZERO;
        return new Move(place, new Flip(now.dimension(), now.rule(), now.from(), to, 0));
    }

    /** How it turned out after a flip. */
    Outcome after(Flip flip) {
        return outcomes.stream()
                .skip(1)
                .filter(outcome -> outcome.points().equals(flip.to()))
                .findFirst()
                .orElseThrow();
    }
}

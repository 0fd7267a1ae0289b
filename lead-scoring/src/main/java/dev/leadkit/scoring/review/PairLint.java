package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.logic.Logic;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for rules that say the same, or of which one says more than the other. */
final class PairLint {

    private final List<Placed> rules;
    private final Proofs proofs;
    private final Set<String> repeated = new HashSet<>();

    PairLint(List<Placed> rules, Proofs proofs) {
        this.rules = rules;
        this.proofs = proofs;
    }

    void check(List<Remark> remarks) {
        findEqual(remarks);
        findCounting(remarks);
        for (Map.Entry<String, List<Placed>> alike : bySubject().entrySet()) {
            for (int later = 1; later < alike.getValue().size() && !proofs.isExhausted(); later++) {
                Placed other = alike.getValue().get(later);
                for (Placed one : alike.getValue().subList(0, later)) {
                    if (proofs.isFirstCommon(alike.getKey(), when(one), when(other))) {
                        compare(one, other, remarks);
                    }
                }
            }
        }
    }

    /** Rules that have no subject in common say nothing of each other. */
    private Map<String, List<Placed>> bySubject() {
        Map<String, List<Placed>> alike = new LinkedHashMap<>();
        rules.stream()
                .filter(PairLint::isCondition)
                .forEach(placed -> proofs.subjects(when(placed))
                        .forEach(subject -> alike.computeIfAbsent(subject, none -> new ArrayList<>())
                                .add(placed)));
        return alike;
    }

    /** A rule that always or never holds implies, or is implied by, every other: that is said of the rule itself. */
    private static boolean isCondition(Placed placed) {
        return placed.rule() instanceof ConditionRule rule
                && !Logic.isNever(rule.when())
                && !Logic.isAlways(rule.when());
    }

    private void findEqual(List<Remark> remarks) {
        Map<Object, Placed> first = new HashMap<>();
        for (Placed placed : rules) {
            Placed other = first.putIfAbsent(question(placed.rule()), placed);
            if (other != null) {
                remarks.add(duplicate(placed, other));
                repeated.add(placed.path());
            }
        }
    }

    /** What a rule asks, whatever it is called and gives. */
    private static Object question(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return List.of(each.each(), each.worth().fading());
        }
        if (rule instanceof NumberRule number) {
            return List.of(
                    number.field(),
                    number.bands().otherwise().equals(Points.ZERO),
                    number.bands().bands().stream().map(NumberBand::range).collect(Collectors.toSet()));
        }
        return rule instanceof CustomRule custom
                ? List.of(custom.custom(), custom.with())
                : rule.cases().stream().map(Case::when).toList();
    }

    /** Rules that count the same interactions, whatever they are worth: the one with the shorter window holds less often. */
    private void findCounting(List<Remark> remarks) {
        Map<Object, List<Placed>> alike = new LinkedHashMap<>();
        for (Placed placed : rules) {
            if (placed.rule() instanceof InteractionRule each && !repeated.contains(placed.path())) {
                Object key = List.of(placed.dimension().name(), each.each());
                alike.computeIfAbsent(key, none -> new ArrayList<>()).add(placed);
            }
        }
        alike.values().forEach(same -> findCounting(same, remarks));
    }

    private static void findCounting(List<Placed> same, List<Remark> remarks) {
        for (int later = 1; later < same.size(); later++) {
            Placed placed = same.get(later);
            same.subList(0, later).stream()
                    .filter(one -> isWithin(placed, one) || isWithin(one, placed))
                    .findFirst()
                    .ifPresent(one -> remarks.add(isWithin(placed, one) ? implied(placed, one) : implied(one, placed)));
        }
    }

    private static boolean isWithin(Placed narrow, Placed wide) {
        Fading one = ((InteractionRule) narrow.rule()).worth().fading();
        Fading other = ((InteractionRule) wide.rule()).worth().fading();
        boolean everywhere = other.within().isEmpty() && other.days().isEmpty();
        boolean shorter = other.within().isPresent()
                && one.within()
                        .filter(age -> age.compareTo(other.within().get()) <= 0)
                        .isPresent();
        boolean fewer = other.days().isPresent()
                && one.days().isPresent()
                && one.days().getAsInt() <= other.days().getAsInt();
        return everywhere || shorter || fewer;
    }

    private void compare(Placed one, Placed other, List<Remark> remarks) {
        if (repeated.contains(one.path()) || repeated.contains(other.path())) {
            return;
        }
        boolean onward = proofs.implies(when(one), when(other));
        boolean back = proofs.implies(when(other), when(one));
        if (onward && back) {
            remarks.add(duplicate(other, one));
            repeated.add(other.path());
        } else if (one.dimension().name().equals(other.dimension().name()) && (onward || back)) {
            remarks.add(onward ? implied(one, other) : implied(other, one));
        }
    }

    private static Condition when(Placed placed) {
        return ((ConditionRule) placed.rule()).when();
    }

    private static Remark duplicate(Placed placed, Placed first) {
        return new Remark(
                placed.path(),
                Remark.Kind.DUPLICATE,
                "this rule asks the same as " + first.name() + ", so that what it gives is given twice.");
    }

    private static Remark implied(Placed narrow, Placed wide) {
        return new Remark(
                narrow.path(),
                Remark.Kind.IMPLIED,
                "wherever this rule holds, " + wide.name() + " holds too: a lead has the points of both.");
    }
}

package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.logic.Logic;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for rules and disqualifiers that change nothing, for wherever they hold a disqualifier has the last word. */
final class OverruleLint {

    private final Grading grading;
    private final Proofs proofs;
    private final List<Disqualifier> all;
    private final Map<String, List<Integer>> bySubject = new HashMap<>();

    OverruleLint(Grading grading, Proofs proofs) {
        this.grading = grading;
        this.proofs = proofs;
        this.all = grading.disqualifiers();
        for (int i = 0; i < all.size(); i++) {
            Condition when = all.get(i).when();
            if (!Logic.isNever(when) && !Logic.isAlways(when)) {
                for (String subject : proofs.subjects(when)) {
                    bySubject
                            .computeIfAbsent(subject, none -> new ArrayList<>())
                            .add(i);
                }
            }
        }
    }

    void check(ScoringModel model, List<Remark> remarks) {
        Placed.all(model)
                .forEach(placed -> overruling(placed)
                        .map(place -> new Remark(
                                placed.path(),
                                Remark.Kind.OVERRULED,
                                "the points of this rule never count: wherever it holds, " + name(place)
                                        + " holds too and makes the total "
                                        + all.get(place).verdict().total().orElseThrow() + "."))
                        .ifPresent(remarks::add));
        for (int i = 0; i < all.size(); i++) {
            check(i, remarks);
        }
    }

    private String name(int place) {
        return '"' + all.get(place).id() + "\" (disqualify[" + place + "])";
    }

    /** The disqualifier that forces the total wherever a rule gives something. */
    private Optional<Integer> overruling(Placed placed) {
        List<Way> ways = bySubject.isEmpty() ? List.of() : Way.of(placed.rule());
        return ways.stream()
                .findFirst()
                .flatMap(first -> related(first.when()).stream()
                        .filter(place -> isFinal(all.get(place)))
                        .filter(place -> ways.stream()
                                .allMatch(way -> proofs.implies(
                                        way.when(), all.get(place).when())))
                        .findFirst());
    }

    /** Dimensions make the grade of a matrix, whatever the total is. */
    private boolean isFinal(Disqualifier disqualifier) {
        boolean graded =
                grading.matrix().isEmpty() || disqualifier.verdict().grade().isPresent();
        return graded && disqualifier.verdict().total().isPresent();
    }

    private SortedSet<Integer> related(Condition when) {
        SortedSet<Integer> related = new TreeSet<>();
        proofs.subjects(when).forEach(subject -> related.addAll(bySubject.getOrDefault(subject, List.of())));
        return related;
    }

    /** Says of each disqualifier one thing at most: that an earlier one asks the same, or that another one says it all. */
    private void check(int place, List<Remark> remarks) {
        Condition when = all.get(place).when();
        if (Logic.isNever(when)) {
            return;
        }
        for (int other : related(when)) {
            boolean onward =
                    other != place && proofs.implies(when, all.get(other).when());
            boolean back = onward && proofs.implies(all.get(other).when(), when);
            if (back && other < place) {
                remarks.add(new Remark(
                        path(place),
                        Remark.Kind.DUPLICATE,
                        "this asks the same as " + name(other) + ": one of them can have the verdict of both."));
                return;
            }
            if (onward && !back && isNothingAdded(place, other)) {
                remarks.add(new Remark(
                        path(place),
                        Remark.Kind.OVERRULED,
                        "this changes nothing: wherever it holds, " + name(other)
                                + " holds too, and its verdict goes as far."));
                return;
            }
        }
    }

    private static String path(int place) {
        return "disqualify[" + place + "]";
    }

    private boolean isNothingAdded(int place, int other) {
        Disqualifier wide = all.get(other);
        return grading.verdict(List.of(all.get(place), wide)).equals(grading.verdict(List.of(wide)));
    }
}

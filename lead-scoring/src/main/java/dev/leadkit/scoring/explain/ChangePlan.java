package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Ruling;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries the ways to a better grade, those of the fewest changes first: which disqualifiers to lift, and which rules to change. */
final class ChangePlan {

    private static final int MOST_DISQUALIFIERS = 12;

    private final ScoringModel model;
    private final Explanation explanation;
    private final Ledger ledger;
    private final List<Choices> choices;
    private final List<Disqualifier> held;
    private long steps = SmallestChange.MOST_STEPS;

    ChangePlan(ScoringModel model, Explanation explanation) {
        this.model = model;
        this.explanation = explanation;
        this.ledger = new Ledger(model, explanation);
        this.choices = IntStream.range(0, explanation.reasons().size())
                .mapToObj(rule -> Choices.of(rule, explanation.reasons().get(rule)))
                .filter(each -> !each.gains().isEmpty())
                .toList();
        this.held = explanation.rulings().stream()
                .filter(ruling -> ruling.finding().truth() == Truth.TRUE)
                .map(Ruling::disqualifier)
                .toList();
    }

    /** Some disqualifiers to lift, and a goal that the rules must then reach; without a goal, that is all it takes. */
    private record Attempt(List<Disqualifier> lifted, Optional<Goal> goal, int rules) {

        int changes() {
            return lifted.size() + rules;
        }
    }

    SmallestChange find() {
        if (held.size() > MOST_DISQUALIFIERS) {
            return new SmallestChange(Status.UNFINISHED, List.of());
        }
        List<Attempt> attempts = subsets().flatMap(this::attempts).toList();
        int fewest = attempts.stream().mapToInt(Attempt::changes).min().orElse(-1);
        if (fewest < 0) {
            return new SmallestChange(Status.NONE, List.of());
        }
        return fewest > SmallestChange.MOST_CHANGES
                ? new SmallestChange(Status.UNFINISHED, List.of())
                : best(attempts.stream().filter(each -> each.changes() == fewest).toList());
    }

    private Stream<List<Disqualifier>> subsets() {
        return IntStream.range(0, 1 << held.size())
                .mapToObj(set -> IntStream.range(0, held.size())
                        .filter(i -> (set & (1 << i)) != 0)
                        .mapToObj(held::get)
                        .toList());
    }

    private Stream<Attempt> attempts(List<Disqualifier> lifted) {
        List<Disqualifier> left =
                held.stream().filter(each -> !lifted.contains(each)).toList();
        return goals(model.grading().verdict(left))
                .flatMap(goal -> goal.isEmpty()
                        ? Stream.of(new Attempt(lifted, goal, 0))
                        : fewest(goal.get()).map(rules -> new Attempt(lifted, goal, rules)).stream());
    }

    /** What must be reached under a verdict: nothing more, or one of some goals; no goal if nothing can help. */
    private Stream<Optional<Goal>> goals(Verdict verdict) {
        Optional<GradeMatrix> matrix = model.grading().matrix();
        return matrix.isPresent() ? goals(verdict, matrix.get()) : goalsOfTotal(verdict);
    }

    private Stream<Optional<Goal>> goalsOfTotal(Verdict verdict) {
        Grading grading = model.grading();
        int rank = grading.rank(explanation.score().grade());
        Optional<Grade> forced = verdict.grade()
                .or(() -> verdict.total().flatMap(total -> model.grade(total)));
        if (rank == 0) {
            return Stream.empty();
        }
        if (verdict.grade().isPresent() || verdict.total().isPresent()) {
            return grading.rank(forced) < rank ? Stream.of(Optional.empty()) : Stream.empty();
        }
        Points least = model.bands().get(rank - 1).atLeast();
        return goal(new Goal(Goal.TOTAL, least.units(), model.limits()));
    }

    private Stream<Optional<Goal>> goals(Verdict verdict, GradeMatrix matrix) {
        boolean wasForced = held.stream().anyMatch(each -> each.verdict().grade().isPresent());
        if (wasForced) {
            return verdict.grade().isEmpty() ? Stream.of(Optional.empty()) : Stream.empty();
        }
        return Stream.of(matrix.rows(), matrix.columns()).flatMap(this::better);
    }

    private Stream<Optional<Goal>> better(GradeMatrix.Axis axis) {
        int dimension = IntStream.range(0, model.dimensions().size())
                .filter(d -> model.dimensions().get(d).name().equals(axis.dimension()))
                .findFirst()
                .orElseThrow();
        int rank = axis.rank(new Points(ledger.dimension(dimension)));
        return rank == 0
                ? Stream.empty()
                : goal(new Goal(dimension, axis.bands().get(rank - 1).atLeast().units(), model.limits()));
    }

    private Stream<Optional<Goal>> goal(Goal goal) {
        boolean reached = goal.value(ledger) >= goal.atLeast();
        return Stream.of(reached ? Optional.empty() : Optional.of(goal));
    }

    /** The fewest rules that reach a goal; one more than the most where more are needed; empty if not even all do. */
    private Optional<Integer> fewest(Goal goal) {
        long[] greatest = goal.greatest(ledger, choices, SmallestChange.MOST_CHANGES);
        for (int rules = 0; rules < greatest.length; rules++) {
            if (greatest[rules] >= goal.atLeast()) {
                return Optional.of(rules);
            }
        }
        choices.forEach(each -> ledger.add(each.rule(), each.greatest()));
        boolean reached = goal.value(ledger) >= goal.atLeast();
        choices.forEach(each -> ledger.add(each.rule(), -each.greatest()));
        return reached ? Optional.of(greatest.length) : Optional.empty();
    }

    private SmallestChange best(List<Attempt> attempts) {
        List<Flip> best = List.of();
        long least = Long.MAX_VALUE;
        for (Attempt attempt : attempts) {
            ChangeSearch.Found found = attempt.goal()
                    .map(goal -> new ChangeSearch(ledger, goal, choices, steps).find(attempt.rules()))
                    .orElseGet(() -> new ChangeSearch.Found(List.of(), 0, steps));
            steps = found.stepsLeft();
            if (found.cost() < least) {
                least = found.cost();
                best = all(attempt.lifted(), found.flips());
            }
        }
        return new SmallestChange(steps > 0 ? Status.FOUND : Status.UNFINISHED, best);
    }

    private List<Flip> all(List<Disqualifier> lifted, List<Flip> rules) {
        List<String> order = explanation.reasons().stream()
                .map(reason -> reason.rule().id())
                .toList();
        List<Flip> all = new ArrayList<>(rules);
        all.sort(Comparator.comparingInt(flip -> order.indexOf(flip.rule())));
        lifted.forEach(each -> all.add(new Flip("", each.id(), Points.ZERO, Points.ZERO, 0)));
        return all;
    }
}

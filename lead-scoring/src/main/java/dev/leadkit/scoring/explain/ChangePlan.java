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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries the ways to a better grade, those of the fewest changes first: how to begin, and which rules to change then. */
final class ChangePlan {

    private final ScoringModel model;
    private final Explanation explanation;
    private final Ledger ledger;
    private final Possibilities possible;
    private final List<Disqualifier> held;
    private final List<Attempt> shortest = new ArrayList<>();
    private int fewest = Integer.MAX_VALUE;
    private int doubtfulFrom;
    private long steps = SmallestChange.MOST_STEPS;

    ChangePlan(ScoringModel model, Explanation explanation, Predicate<String> mayChange) {
        this.model = model;
        this.explanation = explanation;
        this.ledger = new Ledger(model, explanation);
        this.possible = new Possibilities(ledger, explanation, mayChange);
        this.doubtfulFrom = possible.doubtfulFrom();
        this.held = explanation.rulings().stream()
                .filter(ruling -> ruling.finding().truth() == Truth.TRUE)
                .map(Ruling::disqualifier)
                .toList();
    }

    /** A beginning, and a goal that the rules must then reach; without a goal, that is all it takes. */
    private record Attempt(List<Way> begun, Optional<Goal> goal, int rules) {}

    SmallestChange find() {
        Starts starts = new Starts(possible.others());
        int changes = -1;
        while (changes < Math.min(starts.mostChanges(), fewest) && !starts.isExhausted()) {
            changes++;
            starts.each(changes, this::begin);
        }
        boolean isShortest = (!starts.isExhausted() || fewest <= changes) && fewest <= doubtfulFrom;
        if (isShortest && shortest.isEmpty()) {
            return new SmallestChange(Status.NONE, 0, List.of());
        }
        return isShortest && fewest <= SmallestChange.MOST_CHANGES
                ? best(!starts.isExhausted() && fewest < doubtfulFrom)
                : SmallestChange.UNKNOWN;
    }

    private void begin(List<Way> start) {
        List<String> lifted = start.stream()
                .flatMap(way -> way.moves().stream())
                .filter(Move::isLift)
                .map(move -> move.flip().rule())
                .toList();
        List<Disqualifier> left =
                held.stream().filter(each -> !lifted.contains(each.id())).toList();
        int begun = start.stream().mapToInt(Way::changes).sum();
        start.forEach(ledger::take);
        goals(model.grading().verdict(left), begun).forEach(goal -> attempt(start, begun, goal));
        start.forEach(ledger::takeBack);
    }

    private void attempt(List<Way> start, int begun, Optional<Goal> goal) {
        Optional<Integer> rules = goal.isEmpty() ? Optional.of(0) : fewest(goal.get());
        if (rules.isEmpty() || begun + rules.get() > fewest) {
            return;
        }
        if (begun + rules.get() < fewest) {
            fewest = begun + rules.get();
            shortest.clear();
        }
        shortest.add(new Attempt(start, goal, rules.get()));
    }

    /** What must be reached under a verdict: nothing more, or one of some goals; no goal if nothing can help. */
    private Stream<Optional<Goal>> goals(Verdict verdict, int begun) {
        Optional<GradeMatrix> matrix = model.grading().matrix();
        return matrix.isPresent() ? goals(verdict, matrix.get(), begun) : goalsOfTotal(verdict);
    }

    private Stream<Optional<Goal>> goalsOfTotal(Verdict verdict) {
        Grading grading = model.grading();
        int rank = grading.rank(explanation.score().grade());
        Optional<Grade> forced = verdict.grade().or(() -> verdict.total().flatMap(total -> model.grade(total)));
        if (rank == 0) {
            return Stream.empty();
        }
        if (verdict.grade().isPresent() || verdict.total().isPresent()) {
            return grading.rank(forced) < rank ? Stream.of(Optional.empty()) : Stream.empty();
        }
        Points least = model.bands().get(rank - 1).atLeast();
        return goal(new Goal(Goal.TOTAL, least.units(), model.limits()));
    }

    private Stream<Optional<Goal>> goals(Verdict verdict, GradeMatrix matrix, int begun) {
        boolean wasForced =
                held.stream().anyMatch(each -> each.verdict().grade().isPresent());
        if (wasForced) {
            return verdict.grade().isEmpty() ? Stream.of(Optional.empty()) : Stream.empty();
        }
        return Stream.concat(
                better(matrix.rows(), matrix.columns(), begun), better(matrix.columns(), matrix.rows(), begun));
    }

    /** What a beginning takes from the other side could be made good by more changes; that is not looked for. */
    private Stream<Optional<Goal>> better(GradeMatrix.Axis axis, GradeMatrix.Axis other, int begun) {
        int rank = rankBefore(axis);
        if (rank == 0) {
            return Stream.empty();
        }
        if (rankNow(other) > rankBefore(other)) {
            doubtfulFrom = Math.min(doubtfulFrom, begun + 1);
            return Stream.empty();
        }
        return goal(new Goal(place(axis), axis.bands().get(rank - 1).atLeast().units(), model.limits()));
    }

    private int rankNow(GradeMatrix.Axis axis) {
        return axis.rank(new Points(ledger.dimension(place(axis))));
    }

    private int rankBefore(GradeMatrix.Axis axis) {
        return axis.rank(explanation.score().dimensions().getOrDefault(axis.dimension(), Points.ZERO));
    }

    private int place(GradeMatrix.Axis axis) {
        return IntStream.range(0, model.dimensions().size())
                .filter(d -> model.dimensions().get(d).name().equals(axis.dimension()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Optional<Goal>> goal(Goal goal) {
        boolean reached = goal.value(ledger) >= goal.atLeast();
        return Stream.of(reached ? Optional.empty() : Optional.of(goal));
    }

    /** The fewest changes of rules that reach a goal; one more than the most where more are needed; empty if not even all do. */
    private Optional<Integer> fewest(Goal goal) {
        long[] greatest = goal.greatest(ledger, possible.choices(), SmallestChange.MOST_CHANGES);
        for (int changes = 0; changes < greatest.length; changes++) {
            if (greatest[changes] >= goal.atLeast()) {
                return Optional.of(changes);
            }
        }
        possible.choices().forEach(each -> ledger.add(each.rule(), each.greatest()));
        boolean reached = goal.value(ledger) >= goal.atLeast();
        possible.choices().forEach(each -> ledger.add(each.rule(), -each.greatest()));
        return reached ? Optional.of(greatest.length) : Optional.empty();
    }

    private SmallestChange best(boolean isCertain) {
        List<Way> best = List.of();
        long least = Long.MAX_VALUE;
        for (Attempt attempt : shortest) {
            attempt.begun().forEach(ledger::take);
            ChangeSearch.Found found = attempt.goal()
                    .map(goal -> new ChangeSearch(ledger, goal, possible.choices(), steps).find(attempt.rules()))
                    .orElseGet(() -> new ChangeSearch.Found(List.of(), 0, steps));
            attempt.begun().forEach(ledger::takeBack);
            steps = found.stepsLeft();
            long cost = attempt.begun().stream().mapToLong(possible::cost).sum();
            if (found.cost() < least - cost) {
                least = found.cost() + cost;
                best = Stream.concat(attempt.begun().stream(), found.ways().stream())
                        .toList();
            }
        }
        return result(best, isCertain && steps > 0);
    }

    private SmallestChange result(List<Way> best, boolean isCertain) {
        List<Move> moves = best.stream()
                .flatMap(way -> way.moves().stream())
                .sorted(Comparator.comparingInt(Move::place))
                .toList();
        return possible.isOpen(moves)
                ? new SmallestChange(
                        isCertain ? Status.FOUND : Status.UNFINISHED,
                        best.stream().mapToInt(Way::changes).sum(),
                        moves.stream().map(Move::flip).toList())
                : SmallestChange.UNKNOWN;
    }
}

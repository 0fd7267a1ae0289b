package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Truth;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What becomes of a model's rules for every lead of a small world, and the shortest way from one lead to a better one. */
final class AllLeads {

    private static final List<String> SUBJECTS = List.of("home", "size", "hot", "visit");

    private final ScoringModel model;
    private final Explanation before;
    private final Map<List<Long>, Explanation> all = new LinkedHashMap<>();
    private final List<Long> now;
    int changes = Integer.MAX_VALUE;
    long cost = Long.MAX_VALUE;

    AllLeads(ScoringModel model, List<LeadHistory> leads, int lead, Predicate<String> mayChange) {
        this.model = model;
        ScoringEngine engine = ScoringEngine.of(model);
        this.before = engine.explain(leads.get(lead), SmallFields.NOW);
        this.now = worth(before);
        for (LeadHistory each : leads) {
            Explanation explanation = engine.explain(each, SmallFields.NOW);
            if (isAllowed(explanation, mayChange)) {
                all.putIfAbsent(worth(explanation), explanation);
            }
        }
    }

    Explanation before() {
        return before;
    }

    /** What each rule counts, and one for each disqualifier that holds. */
    private static List<Long> worth(Explanation explanation) {
        List<Long> worth = new ArrayList<>();
        explanation
                .reasons()
                .forEach(reason -> worth.add(reason.finding().counted().units()));
        explanation.rulings().forEach(ruling -> worth.add(ruling.finding().truth() == Truth.TRUE ? 1L : 0L));
        return worth;
    }

    private boolean isAllowed(Explanation explanation, Predicate<String> mayChange) {
        List<Long> then = worth(explanation);
        int rules = before.reasons().size();
        for (int i = 0; i < then.size(); i++) {
            boolean falls = i >= rules && then.get(i) > now.get(i);
            boolean moves = !then.get(i).equals(now.get(i)) || holds(explanation, i) != holds(before, i);
            if (falls || (!mayChange.test(id(i)) && moves)) {
                return false;
            }
        }
        return IntStream.range(0, rules)
                .noneMatch(i -> isNumber(before.reasons().get(i))
                        && !isUnknown(before.reasons().get(i))
                        && isUnknown(explanation.reasons().get(i)));
    }

    /** What is worth no points turns over, too. */
    private static boolean holds(Explanation explanation, int place) {
        return place < explanation.reasons().size()
                && !isNumber(explanation.reasons().get(place))
                && explanation.reasons().get(place).finding().truth() == Truth.TRUE;
    }

    private static boolean isNumber(Reason reason) {
        return reason.rule() instanceof NumberRule;
    }

    private static boolean isUnknown(Reason reason) {
        return reason.finding().truth() == Truth.UNKNOWN;
    }

    private String id(int place) {
        int rules = before.reasons().size();
        return place < rules
                ? before.reasons().get(place).rule().id()
                : before.rulings().get(place - rules).disqualifier().id();
    }

    private String words(int place) {
        int rules = before.reasons().size();
        return place < rules
                ? before.reasons().get(place).rule().words()
                : before.rulings().get(place - rules).disqualifier().words();
    }

    void search() {
        for (Map.Entry<List<Long>, Explanation> each : all.entrySet()) {
            if (isBetter(each.getValue())) {
                int needed = needed(each.getKey());
                long moved = moved(each.getKey());
                if (needed < changes || (needed == changes && moved < cost)) {
                    changes = needed;
                    cost = moved;
                }
            }
        }
    }

    /** The lead that some flips make; empty if there is none. */
    Optional<Explanation> after(List<Flip> flips) {
        List<Long> then = new ArrayList<>(now);
        for (Flip flip : flips) {
            int place = IntStream.range(0, then.size())
                    .filter(i -> id(i).equals(flip.rule()))
                    .findFirst()
                    .orElseThrow();
            then.set(place, flip.to().units());
        }
        return Optional.ofNullable(all.get(then));
    }

    long movedBy(List<Flip> flips) {
        return moved(worth(after(flips).orElseThrow()));
    }

    boolean isBetter(Explanation after) {
        Optional<Grade> old = before.score().grade();
        Optional<GradeMatrix> matrix = model.grading().matrix();
        if (matrix.isEmpty()) {
            return model.grading().rank(after.score().grade()) < model.grading().rank(old);
        }
        if (isForced(before) || isForced(after)) {
            return isForced(before) && !isForced(after);
        }
        int row = rank(matrix.get().rows(), after) - rank(matrix.get().rows(), before);
        int column = rank(matrix.get().columns(), after) - rank(matrix.get().columns(), before);
        return row <= 0 && column <= 0 && row + column < 0;
    }

    private static int rank(GradeMatrix.Axis axis, Explanation explanation) {
        return axis.rank(explanation.score().dimensions().getOrDefault(axis.dimension(), Points.ZERO));
    }

    private static boolean isForced(Explanation explanation) {
        return explanation.rulings().stream()
                .anyMatch(ruling -> ruling.finding().truth() == Truth.TRUE
                        && ruling.disqualifier().verdict().grade().isPresent());
    }

    /** The fewest of the differences that leave no other lead, while all that does not differ stays. */
    private int needed(List<Long> then) {
        List<Integer> differing = IntStream.range(0, then.size())
                .filter(i -> !then.get(i).equals(now.get(i)))
                .boxed()
                .toList();
        return IntStream.range(0, 1 << differing.size())
                .filter(set -> leavesOnly(then, differing, set))
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    private boolean leavesOnly(List<Long> then, List<Integer> differing, int chosen) {
        return all.keySet().stream()
                .filter(other -> IntStream.range(0, then.size())
                        .filter(i -> !differing.contains(i) || (chosen & (1 << differing.indexOf(i))) != 0)
                        .allMatch(i -> other.get(i).equals(then.get(i))))
                .allMatch(then::equals);
    }

    /** How far sums move, for each set of rules that ask the same. */
    private long moved(List<Long> then) {
        Map<String, Long> sums = new HashMap<>();
        for (int i = 0; i < before.reasons().size(); i++) {
            sums.merge(tie(i) + " " + sum(before.reasons().get(i)), then.get(i) - now.get(i), Long::sum);
        }
        return sums.values().stream().mapToLong(Math::abs).sum();
    }

    private String sum(Reason reason) {
        String group = model.dimensions().stream()
                .flatMap(dimension -> dimension.groups().stream())
                .filter(each -> each.rules().contains(reason.rule().id()))
                .map(RuleGroup::id)
                .findFirst()
                .orElse("");
        return reason.dimension() + " " + group;
    }

    /** All that a rule has to do with, by what rules ask about at once; a rule that asks nothing stands alone. */
    private String tie(int place) {
        Set<String> tied = asked(words(place));
        for (int round = 0; round < SUBJECTS.size(); round++) {
            for (int i = 0; i < now.size(); i++) {
                Set<String> asked = asked(words(i));
                if (asked.stream().anyMatch(tied::contains)) {
                    tied.addAll(asked);
                }
            }
        }
        return tied.isEmpty() ? String.valueOf(place) : tied.toString();
    }

    private static Set<String> asked(String words) {
        Set<String> asked = new TreeSet<>(SUBJECTS);
        asked.removeIf(subject -> !words.contains(subject));
        return asked;
    }
}

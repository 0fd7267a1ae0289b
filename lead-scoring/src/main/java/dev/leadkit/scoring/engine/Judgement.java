package dev.leadkit.scoring.engine;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of what a model can give can be judged for a lead: the reach of the rules that are true or false over the reach of
 * all rules. A rule about interactions is always judged, for no interaction is a fact; of a custom rule the
 * caller tells, because nobody else may call its code. A disqualifier has no reach: it gives no points. Immutable
 * and thread-safe.
 *
 * <p>A rule that asks one thing of one field is in doubt exactly where that field is missing: such rules are summed up by
 * field beforehand. The others are evaluated where one of their fields is missing, and where a regular expression can run
 * into its limit.
 */
final class Judgement {

    private final long reachable;
    private final Field<?>[] fields;

    /** What hangs on each field alone. */
    private final long[] ofFields;

    private final Doubt[] doubts;

    private Judgement(long reachable, Map<Field<?>, Long> byField, List<Sought> doubts) {
        this.reachable = reachable;
        this.fields = Stream.concat(byField.keySet().stream(), doubts.stream().flatMap(each -> each.fields().stream()))
                .distinct()
                .toArray(Field<?>[]::new);
        this.ofFields = Arrays.stream(fields)
                .mapToLong(field -> byField.getOrDefault(field, 0L))
                .toArray();
        Map<Field<?>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            numbers.put(fields[i], i);
        }
        this.doubts = doubts.stream().map(each -> each.doubt(numbers)).toArray(Doubt[]::new);
    }

    /** A rule whose answer must be looked for: its cases, what hangs on it, and what it asks. */
    private record Sought(List<Case> cases, long reach, Set<Field<?>> fields, boolean always) {

        Doubt doubt(Map<Field<?>, Integer> numbers) {
            int[] known = fields.stream().mapToInt(numbers::get).toArray();
            return new Doubt(cases, reach, known, always);
        }
    }

    /** The same with its fields by their numbers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Doubt(List<Case> cases, long reach, int[] fields, boolean always) {

        boolean isUnknown(Facts facts) {
            boolean unknown = false;
            for (Case each : cases) {
                Truth truth = each.when().evaluate(facts, problem -> {});
                if (truth == Truth.TRUE) {
                    return false;
                }
                unknown |= truth == Truth.UNKNOWN;
            }
            return unknown;
        }

        boolean isPossible(boolean[] missing) {
            for (int field : fields) {
                if (missing[field]) {
                    return true;
                }
            }
            return always;
        }
    }

    /** The judgement by a model on whose code so many units hang. */
    static Judgement of(ScoringModel model, long reachOfCode) {
        long reachable = reachOfCode;
        Map<Field<?>, Long> byField = new LinkedHashMap<>();
        List<Sought> doubts = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            for (ScoringRule rule : dimension.rules()) {
                long reach = rule.reach().units();
                reachable += reach;
                List<Case> cases = rule.cases();
                if (reach > 0 && !cases.isEmpty()) {
                    add(new Sought(cases, reach, unknowable(cases), hasPattern(cases)), byField, doubts);
                }
            }
        }
        return new Judgement(reachable, byField, doubts);
    }

    private static void add(Sought doubt, Map<Field<?>, Long> byField, List<Sought> doubts) {
        boolean simple = !doubt.always()
                && doubt.fields().size() == 1
                && doubt.cases().stream().allMatch(each -> isSingle(each.when()));
        if (simple) {
            byField.merge(doubt.fields().iterator().next(), doubt.reach(), Long::sum);
        } else if (doubt.always() || !doubt.fields().isEmpty()) {
            doubts.add(doubt);
        }
    }

    private static boolean isSingle(Condition condition) {
        return condition instanceof FieldCondition<?>
                || condition instanceof AgeCondition
                || (condition instanceof Condition.Not not && isSingle(not.part()));
    }

    private static Set<Field<?>> unknowable(List<Case> cases) {
        return cases.stream()
                .flatMap(each -> each.when().leaves())
                .flatMap(Judgement::unknowable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The field without which a question cannot be answered. */
    private static Stream<Field<?>> unknowable(Condition leaf) {
        boolean always = leaf instanceof FieldCondition<?> asked
                && (asked.test() instanceof FieldTest.Present || asked.test() instanceof FieldTest.Missing);
        return always ? Stream.empty() : leaf.fields();
    }

    private static boolean hasPattern(List<Case> cases) {
        return cases.stream().flatMap(each -> each.when().leaves()).anyMatch(Judgement::hasPattern);
    }

    private static boolean hasPattern(Condition leaf) {
        if (leaf instanceof InteractionCondition count) {
            return count.filter().hasPattern();
        }
        return leaf instanceof FieldCondition<?> asked && asked.test() instanceof FieldTest.Matches;
    }

    /** The confidence in a lead's score, if so many units hang on code that could not judge it. */
    Confidence confidence(Facts facts, long unjudgedByCode) {
        long doubtful = unjudgedByCode;
        boolean[] missing = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            missing[i] = facts.lead().get(fields[i]).isEmpty();
            doubtful += missing[i] ? ofFields[i] : 0;
        }
        for (Doubt doubt : doubts) {
            doubtful += doubt.isPossible(missing) && doubt.isUnknown(facts) ? doubt.reach() : 0;
        }
        return new Confidence(new Points(reachable - doubtful), new Points(reachable));
    }
}

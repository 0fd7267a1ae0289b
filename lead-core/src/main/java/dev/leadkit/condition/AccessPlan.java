package dev.leadkit.condition;

import static java.util.Comparator.comparingInt;

import dev.leadkit.condition.FieldTest.Matches;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses by which parts the conditions of an index are looked up: the ones that the fewest other conditions share. */
final class AccessPlan {

    private static final Condition NOTHING_MORE = Conditions.always();

    private final Map<LookUp, Integer> shared = new HashMap<>();

    AccessPlan(Collection<Condition> conditions) {
        conditions.forEach(this::count);
    }

    /**
     * How to look a condition up.
     *
     * @param leaves parts of which at least one is true where the condition is, and not false where it is not
     * @param rest what is still to be evaluated where one of them is true
     */
    record Access(List<FieldCondition<?>> leaves, Condition rest) {

        boolean isExact() {
            return rest.equals(NOTHING_MORE);
        }
    }

    /** What leads to an entry: a key of a field's value, or the class of a test that all its like share. */
    private record LookUp(Field<?> field, Object key) {}

    /** The way in, or empty where the condition can only be evaluated. */
    Optional<Access> access(Condition condition) {
        if (condition instanceof FieldCondition<?> leaf && isLookedUp(leaf.test())) {
            return Optional.of(new Access(List.of(leaf), NOTHING_MORE));
        }
        if (condition instanceof Condition.All all) {
            return conjunction(all);
        }
        return condition instanceof Condition.Any any ? disjunction(any) : Optional.empty();
    }

    private Optional<Access> conjunction(Condition.All all) {
        return all.parts().stream()
                .filter(part -> access(part).isPresent())
                .min(comparingInt(part -> access(part).map(this::crowd).orElse(0)))
                .flatMap(best -> access(best).map(access -> new Access(access.leaves(), without(best, access, all))));
    }

    private static Condition without(Condition part, Access access, Condition.All all) {
        if (!access.isExact() || hasPattern(all)) {
            return all;
        }
        List<Condition> others = new ArrayList<>(all.parts());
        others.remove(part);
        return others.size() == 1 ? others.get(0) : new Condition.All(others);
    }

    private Optional<Access> disjunction(Condition.Any any) {
        List<FieldCondition<?>> leaves = new ArrayList<>();
        boolean exact = true;
        for (Condition part : any.parts()) {
            Optional<Access> access = access(part);
            if (access.isEmpty()) {
                return Optional.empty();
            }
            leaves.addAll(access.get().leaves());
            exact &= access.get().isExact();
        }
        return Optional.of(new Access(leaves, exact ? NOTHING_MORE : any));
    }

    private int crowd(Access access) {
        return access.leaves().stream()
                .flatMap(leaf -> lookUps(leaf).stream())
                .mapToInt(lookUp -> shared.getOrDefault(lookUp, 0))
                .max()
                .orElse(0);
    }

    private void count(Condition condition) {
        if (condition instanceof FieldCondition<?> leaf && isLookedUp(leaf.test())) {
            lookUps(leaf).forEach(lookUp -> shared.merge(lookUp, 1, Integer::sum));
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(this::count);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::count);
        }
    }

    private static List<LookUp> lookUps(FieldCondition<?> leaf) {
        Set<?> keys = leaf.test() instanceof OneOf oneOf
                ? oneOf.keys()
                : Set.of(leaf.test().getClass());
        return keys.stream().map(key -> new LookUp(leaf.field(), key)).toList();
    }

    private static boolean isLookedUp(FieldTest test) {
        return !(test instanceof Matches);
    }

    /** Whether evaluating it may report a fault. */
    static boolean hasPattern(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(AccessPlan::hasPattern);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(AccessPlan::hasPattern);
        }
        if (condition instanceof Condition.Not not) {
            return hasPattern(not.part());
        }
        if (condition instanceof InteractionCondition count) {
            return count.filter().properties().stream().anyMatch(AccessPlan::hasPattern);
        }
        return condition instanceof FieldCondition<?> leaf && leaf.test() instanceof Matches;
    }
}

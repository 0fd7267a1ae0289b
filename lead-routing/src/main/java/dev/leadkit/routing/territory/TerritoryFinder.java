package dev.leadkit.routing.territory;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.Evaluation;
import dev.leadkit.fault.Fault;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks leads up in a {@link TerritoryMap}, one after the other, with scratch space of its own. For a lead whose values are
 * plain letters and digits nothing is allocated, unless it may be a named account by its company or has a region that the plan does not name as
 * the lead does.
 * For one thread.
 */
public final class TerritoryFinder {

    private final TerritoryMap map;
    private final LeadValues values;
    private final Evaluation conditions;
    private final boolean[] isTrue;
    private final int[] key = new int[Rule.VALUES];
    private final Predicate<Rule> fits = this::fits;
    private int[] found = new int[16];
    private int foundEnd;
    private boolean asked;
    private @Nullable Facts lead;
    private Consumer<? super Fault> problems = TerritoryFinder::ignore;

    TerritoryFinder(TerritoryMap map) {
        this.map = map;
        this.values = map.values();
        this.conditions = map.conditions().evaluation();
        this.isTrue = new boolean[map.conditionCount()];
    }

    private static void ignore(Fault fault) {
        // the host does not want to know
    }

    /**
     * Finds the territory of a lead.
     *
     * @param facts the lead at a moment
     * @return the territory's number, or {@link TerritoryMap#NONE} if no entry takes the lead
     */
    public int find(Facts facts) {
        return find(facts, TerritoryFinder::ignore);
    }

    /**
     * Finds the territory of a lead.
     *
     * @param facts the lead at a moment
     * @param told told of what kept a condition from being answered, if conditions had to be asked
     * @return the territory's number, or {@link TerritoryMap#NONE} if no entry takes the lead
     */
    public int find(Facts facts, Consumer<? super Fault> told) {
        lead = facts;
        problems = told;
        values.read(facts.lead().values());
        long best = map.index().best(values, key, fits);
        if (map.mayBeByCondition(best)) {
            ask();
            for (int i = 0; i < foundEnd; i++) {
                best = Math.min(best, map.bestOfCondition(found[i]));
            }
        }
        forget();
        return TerritoryMap.territory(best);
    }

    private boolean fits(Rule rule) {
        if (!values.fulfilSize(rule)) {
            return false;
        }
        if (!rule.hasCondition()) {
            return true;
        }
        ask();
        return isTrue[rule.scope.condition()];
    }

    private void ask() {
        if (asked || lead == null) {
            return;
        }
        asked = true;
        conditions.of(lead, (fault, entry) -> problems.accept(fault));
        foundEnd = conditions.entries();
        if (found.length < foundEnd) {
            found = new int[2 * foundEnd];
        }
        conditions.copyEntries(found);
        for (int i = 0; i < foundEnd; i++) {
            isTrue[found[i]] = true;
        }
    }

    /** Nothing of a lead is held when it has been looked up. */
    private void forget() {
        for (int i = 0; i < foundEnd; i++) {
            isTrue[found[i]] = false;
        }
        if (asked) {
            conditions.forget();
        }
        asked = false;
        lead = null;
        problems = TerritoryFinder::ignore;
        foundEnd = 0;
        values.forget();
    }
}

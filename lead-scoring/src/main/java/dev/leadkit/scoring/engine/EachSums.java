package dev.leadkit.scoring.engine;

import dev.leadkit.condition.index.Evaluation;
import java.util.List;

/** What interaction rules give for one lead after the other, without anything being allocated. For one thread. */
final class EachSums implements Evaluation.Visitor {

    private final EachRule[] rules;
    private final int[] counts;
    private final long[] units;
    private final int[] touched;
    private int end;

    EachSums(List<EachRule> rules) {
        this.rules = rules.toArray(EachRule[]::new);
        this.counts = new int[this.rules.length];
        this.units = new long[this.rules.length];
        this.touched = new int[this.rules.length];
    }

    boolean isEmpty() {
        return rules.length == 0;
    }

    /** Asks all interactions of the lead that was evaluated. */
    void add(Evaluation evaluation) {
        for (int i = 0; i < end; i++) {
            counts[touched[i]] = 0;
            units[touched[i]] = 0;
        }
        end = 0;
        evaluation.interactions(this);
    }

    @Override
    public void visit(int[] filters, long ageNanos, long ageMillis) {
        for (int number : filters) {
            EachRule rule = rules[number];
            if (ageNanos <= rule.windowNanos() && counts[number] < rule.most()) {
                if (counts[number]++ == 0) {
                    touched[end++] = number;
                }
                units[number] += rule.units(ageMillis);
            }
        }
    }

    /** Tells of the rules that give something. */
    void each(Hits hits) {
        for (int i = 0; i < end; i++) {
            int number = touched[i];
            if (units[number] != 0) {
                hits.add(rules[number].rule(), units[number]);
            }
        }
    }
}

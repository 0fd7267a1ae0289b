package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import java.util.List;
import java.util.TreeSet;

/** Ranges of one number as a tree of comparisons: between two cuts the same rules hold. */
final class Cuts {

    private final List<AttributeRule> rules;
    private final List<Double> cuts;

    /** Rules that are ranges of the same number. */
    Cuts(List<AttributeRule> rules) {
        this.rules = rules;
        TreeSet<Double> sorted = new TreeSet<>();
        for (AttributeRule rule : rules) {
            Ask.Range range = range(rule);
            range.low().ifPresent(low -> sorted.add(low.doubleValue()));
            range.high().ifPresent(high -> sorted.add(Math.nextUp(high.doubleValue())));
        }
        this.cuts = List.copyOf(sorted);
    }

    private static Ask.Range range(AttributeRule rule) {
        return (Ask.Range) rule.when();
    }

    String method(Attribute attribute) {
        return "double value = " + Questions.get(attribute) + ";\nif (value != value) return;\n" + tree(0, cuts.size());
    }

    /** The tree over the pieces from one place to another, both included; the piece n lies before the cut n. */
    private String tree(int from, int to) {
        if (from == to) {
            return leaf(from);
        }
        int middle = (from + to) >>> 1;
        return "if (value < " + Questions.number(cuts.get(middle)) + ") {\n" + tree(from, middle) + "} else {\n"
                + tree(middle + 1, to) + "}\n";
    }

    private String leaf(int piece) {
        double low = piece == 0 ? Double.NEGATIVE_INFINITY : cuts.get(piece - 1);
        Sums sums = new Sums();
        for (AttributeRule rule : rules) {
            Ask.Range range = range(rule);
            boolean above = range.low().isEmpty() || low >= range.low().get().doubleValue();
            boolean below = range.high().isEmpty() || low <= range.high().get().doubleValue();
            if (above && below) {
                sums.add(rule);
            }
        }
        return sums.statements();
    }
}

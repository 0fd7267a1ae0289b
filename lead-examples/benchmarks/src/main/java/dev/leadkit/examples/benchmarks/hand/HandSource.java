package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Group;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a generated class: sums of the groups in an array that the scorer keeps, methods that add to them, the limits of
 * the groups at the end. No method has more than {@value #MOST_OF_A_METHOD} rules: one of more than 8,000 bytes would never be compiled by the virtual
 * machine.
 */
final class HandSource {

    static final int MOST_OF_A_METHOD = 60;

    private final StringBuilder methods = new StringBuilder();
    private final List<String> calls = new ArrayList<>();

    /** Adds a method of the parameters {@code (Prospect p, long[] g)}. */
    void method(String body) {
        String name = "part" + calls.size();
        calls.add(name);
        methods.append("private static void ")
                .append(name)
                .append("(Prospect p, long[] g) {\n")
                .append(body)
                .append("}\n");
    }

    /** Adds methods of so many statements each. */
    void methods(List<String> statements) {
        for (int from = 0; from < statements.size(); from += MOST_OF_A_METHOD) {
            int to = Math.min(statements.size(), from + MOST_OF_A_METHOD);
            method(String.join("", statements.subList(from, to)));
        }
    }

    static String add(int group, long units) {
        return "g[" + group + "] += " + units + "L;\n";
    }

    HandScorer compiled(String form, RuleSet rules) {
        String name = form + rules.name();
        return GeneratedClass.scorer(name, source(name, rules));
    }

    String source(String name, RuleSet rules) {
        StringBuilder source = new StringBuilder("package dev.leadkit.examples.benchmarks.hand;\n")
                .append("import dev.leadkit.examples.benchmarks.workload.Act;\n")
                .append("final class ")
                .append(name)
                .append(" implements HandScorer {\n")
                .append("private final long[] g = new long[")
                .append(rules.groups().size())
                .append("];\n")
                .append("public long sum(Prospect[] leads, int from, int to) {\nlong sum = 0;\n")
                .append("for (int i = from; i < to; i++) sum += total(leads[i]);\nreturn sum;\n}\n")
                .append("public long total(Prospect p) {\nlong[] g = this.g;\njava.util.Arrays.fill(g, 0);\n");
        calls.forEach(call -> source.append(call).append("(p, g);\n"));
        source.append("long total = 0;\n");
        for (int group = 0; group < rules.groups().size(); group++) {
            Group limits = rules.groups().get(group);
            source.append("total += Math.max(%dL, Math.min(%dL, g[%d]));\n"
                    .formatted(limits.floor() * 1_000L, limits.cap() * 1_000L, group));
        }
        return source.append("return total;\n}\n").append(methods).append("}\n").toString();
    }
}

package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.EventRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pass over what a lead did, newest first, with a local variable for each sum and count. What decays is computed in floating
 * point and rounded to a thousandth.
 */
final class EventSource {

    private final StringBuilder variables = new StringBuilder();
    private final Map<String, List<String>> ofType = new TreeMap<>();
    private final StringBuilder end = new StringBuilder();

    private EventSource(List<EventRule> rules) {
        rules.forEach(this::add);
    }

    /** The type is found by an {@code if} after the other. */
    static String chain(List<EventRule> rules) {
        EventSource source = new EventSource(rules);
        List<String> branches = new ArrayList<>();
        source.ofType.forEach((type, body) ->
                branches.add("if (type.equals(" + Questions.quoted(type) + ")) {\n" + String.join("", body) + "}"));
        return source.method(String.join(" else ", branches));
    }

    /** The type is found by a {@code switch}. */
    static String branches(List<EventRule> rules) {
        EventSource source = new EventSource(rules);
        StringBuilder branches = new StringBuilder("switch (type) {\n");
        source.ofType.forEach((type, body) -> branches.append("case ")
                .append(Questions.quoted(type))
                .append(":\n")
                .append(String.join("", body))
                .append("break;\n"));
        return source.method(branches.append("default: break;\n}\n").toString());
    }

    private String method(String branches) {
        return "long asOf = p.getAsOf();\nAct[] acts = p.getActs();\n" + variables
                + "for (int i = acts.length - 1; i >= 0; i--) {\nAct act = acts[i];\n"
                + "long age = asOf - act.getAt();\nString type = act.getType();\nString topic = act.getTopic();\n"
                + branches + "\n}\n" + end;
    }

    private void add(EventRule rule) {
        if (rule instanceof EventRule.Decay decay) {
            add(decay);
        } else {
            String count = "n" + rule.id();
            variables.append("int ").append(count).append(" = 0;\n");
            put(rule, "if (age <= " + rule.within().toMillis() + "L) " + count + "++;\n");
            if (rule instanceof EventRule.Count often) {
                finish(count + " >= " + often.least(), rule, often.points());
            } else if (rule instanceof EventRule.Idle idle) {
                finish(count + " == 0", rule, idle.points());
            }
        }
    }

    private void add(EventRule.Decay rule) {
        String count = "n" + rule.id();
        String sum = "s" + rule.id();
        variables.append("int %s = 0;\nlong %s = 0;\n".formatted(count, sum));
        double perMilli = -Math.log(2) / rule.halfLife().toMillis();
        put(
                rule,
                "if (age <= %dL && %s < %d && %s.equals(topic)) {\n%s++;\n%s += (long) (%s * Math.exp(age * %s) + 0.5);\n}\n"
                        .formatted(
                                rule.within().toMillis(),
                                count,
                                rule.most(),
                                Questions.quoted(rule.topic()),
                                count,
                                sum,
                                Questions.number(rule.points() * 1_000.0),
                                Questions.number(perMilli)));
        end.append("g[%d] += Math.min(%s, %dL);\n".formatted(rule.group(), sum, rule.cap() * 1_000L));
    }

    private void put(EventRule rule, String statement) {
        ofType.computeIfAbsent(rule.type(), type -> new ArrayList<>()).add(statement);
    }

    private void finish(String condition, EventRule rule, int points) {
        end.append("if (").append(condition).append(") ").append(HandSource.add(rule.group(), points * 1_000L));
    }
}

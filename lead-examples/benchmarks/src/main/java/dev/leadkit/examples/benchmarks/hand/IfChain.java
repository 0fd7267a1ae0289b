package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** The plain form: an {@code if} for each rule about attributes, one pass over what the lead did. */
final class IfChain {

    private IfChain() {}

    static HandScorer compiled(RuleSet rules) {
        return compiled("IfChain", rules);
    }

    /** Once more as a class of its own. */
    static HandScorer compiled(String name, RuleSet rules) {
        HandSource source = new HandSource();
        source.methods(statements(rules.attributes()));
        if (!rules.events().isEmpty()) {
            source.method(EventSource.chain(rules.events()));
        }
        return source.compiled(name, rules);
    }

    static List<String> statements(List<AttributeRule> rules) {
        List<String> statements = new ArrayList<>();
        for (AttributeRule rule : rules) {
            statements.add(
                    "if (" + Questions.of(rule.when()) + ") " + HandSource.add(rule.group(), rule.points() * 1_000L));
        }
        return statements;
    }
}

package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of somebody who tunes by hand: a {@code switch} for each text with the points of all its rules added up beforehand, a tree of comparisons
 * for each number likewise; parts, beginnings and conjunctions one by one. Past some thousand rules its methods are too long to be compiled.
 */
final class SwitchForm {

    private SwitchForm() {}

    static HandScorer compiled(RuleSet rules) {
        HandSource source = new HandSource();
        for (Attribute.Text attribute : Attribute.texts()) {
            text(source, attribute, rules.attributes());
        }
        for (Attribute.Amount attribute : Attribute.numbers()) {
            List<AttributeRule> ranges = rules.attributes().stream()
                    .filter(rule -> rule.when() instanceof Ask.Range range
                            && range.attribute().equals(attribute))
                    .toList();
            if (!ranges.isEmpty()) {
                source.method(new Cuts(ranges).method(attribute));
            }
        }
        source.methods(IfChain.statements(rules.attributes().stream()
                .filter(rule -> rule.when() instanceof Ask.All)
                .toList()));
        if (!rules.events().isEmpty()) {
            source.method(EventSource.branches(rules.events()));
        }
        return source.compiled("Switch", rules);
    }

    private static void text(HandSource source, Attribute.Text attribute, List<AttributeRule> rules) {
        Map<String, Sums> ofValue = new TreeMap<>();
        List<AttributeRule> others = new ArrayList<>();
        for (AttributeRule rule : rules) {
            if (rule.when() instanceof Ask.OneOf oneOf && oneOf.attribute().equals(attribute)) {
                oneOf.values()
                        .forEach(value -> ofValue.computeIfAbsent(value, any -> new Sums())
                                .add(rule));
            } else if ((rule.when() instanceof Ask.Contains contains
                            && contains.attribute().equals(attribute))
                    || (rule.when() instanceof Ask.Prefix prefix
                            && prefix.attribute().equals(attribute))) {
                others.add(rule);
            }
        }
        if (!ofValue.isEmpty()) {
            StringBuilder body = new StringBuilder(
                    "String value = " + Questions.get(attribute) + ";\nif (value == null) return;\nswitch (value) {\n");
            ofValue.forEach((value, sums) ->
                    body.append("case " + Questions.quoted(value) + ":\n" + sums.statements() + "break;\n"));
            source.method(body.append("default: break;\n}\n").toString());
        }
        source.methods(IfChain.statements(others));
    }
}

package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.List;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/**
 * Spring's expression language, an expression for each rule. An expression is compiled only after some leads were evaluated
 * by it, so that it knows the types of all its parts.
 */
final class Spel implements Lane {

    private static final Phrases PHRASES = new Phrases(" and ", " or ", "'", true);
    private static final int SAMPLE = 1_000;

    private final EvaluationContext context =
            SimpleEvaluationContext.forReadOnlyDataBinding().withInstanceMethods().build();
    private final Account account;
    private final PeerLead[] leads;
    private final SpelExpression[] expressions;
    private final int attributes;

    Spel(RuleSet rules, List<Person> people) {
        SpelExpressionParser parser = new SpelExpressionParser(
                new SpelParserConfiguration(SpelCompilerMode.OFF, Spel.class.getClassLoader()));
        this.account = new Account(rules);
        this.leads = Peers.leads(rules, people);
        this.attributes = rules.attributes().size();
        this.expressions = new SpelExpression[attributes + rules.events().size()];
        for (int i = 0; i < expressions.length; i++) {
            expressions[i] = parser.parseRaw(
                    i < attributes ? PHRASES.of(when(rules, i)) : "fires(" + (i - attributes) + ")");
        }
        sum(0, Math.min(SAMPLE, leads.length));
        int compiled = 0;
        for (SpelExpression expression : expressions) {
            compiled += expression.compileExpression() ? 1 : 0;
        }
        System.err.printf("SpEL compiled %d of %d expressions%n", compiled, expressions.length);
    }

    private static Ask when(RuleSet rules, int rule) {
        return rules.attributes().get(rule).when();
    }

    @Override
    public long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += total(leads[i]);
        }
        return sum;
    }

    private long total(PeerLead lead) {
        account.clear();
        for (int rule = 0; rule < expressions.length; rule++) {
            if (Boolean.TRUE.equals(expressions[rule].getValue(context, lead))) {
                if (rule < attributes) {
                    account.hit(rule);
                } else {
                    account.add(rule - attributes, lead.unitsOf(rule - attributes));
                }
            }
        }
        return account.total();
    }
}

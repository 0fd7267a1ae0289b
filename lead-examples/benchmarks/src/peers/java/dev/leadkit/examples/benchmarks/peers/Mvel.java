package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.io.Serializable;
import java.util.List;
import org.mvel2.MVEL;

/** MVEL, a compiled expression for each rule, with the bean as its context. */
final class Mvel implements Lane {

    private static final Phrases PHRASES = new Phrases(" && ", " || ", "'", true);

    private final Account account;
    private final PeerLead[] leads;
    private final Serializable[] expressions;
    private final int attributes;

    Mvel(RuleSet rules, List<Person> people) {
        this.account = new Account(rules);
        this.leads = Peers.leads(rules, people);
        this.attributes = rules.attributes().size();
        this.expressions = new Serializable[attributes + rules.events().size()];
        for (int i = 0; i < expressions.length; i++) {
            expressions[i] = MVEL.compileExpression(
                    i < attributes
                            ? PHRASES.of(rules.attributes().get(i).when())
                            : "fires(" + (i - attributes) + ")");
        }
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
            if (Boolean.TRUE.equals(MVEL.executeExpression(expressions[rule], lead))) {
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

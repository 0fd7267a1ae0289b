package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.List;
import java.util.function.Function;

/** The rules as code by hand. */
public final class HandCode implements Contender.Source {

    /** The plain form. */
    public static final String IF = "hand.if";

    /** The plain form, and before it, for eight leads together, the look ahead that LeadKit takes. */
    public static final String IF_AHEAD = "hand.if.ahead";

    /** The form of somebody who tunes. */
    public static final String SWITCH = "hand.switch";

    private static final int TOGETHER = 8;

    /** Makes the source. */
    public HandCode() {}

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender(IF, (rules, people) -> lane(IfChain::compiled, rules, people)),
                new Contender(IF_AHEAD, HandCode::ahead),
                new Contender(SWITCH, (rules, people) -> lane(SwitchForm::compiled, rules, people)));
    }

    private static Lane lane(Function<RuleSet, HandScorer> form, RuleSet rules, List<Person> people) {
        HandScorer scorer = form.apply(rules);
        Prospect[] leads = people.stream().map(Prospect::new).toArray(Prospect[]::new);
        return (from, to) -> scorer.sum(leads, from, to);
    }

    private static Lane ahead(RuleSet rules, List<Person> people) {
        HandScorer scorer = IfChain.compiled("IfChainAhead", rules);
        Prospect[] leads = people.stream().map(Prospect::new).toArray(Prospect[]::new);
        boolean acts = !rules.events().isEmpty();
        long[] looked = new long[1];
        return (from, to) -> {
            long sum = 0;
            for (int start = from; start < to; start += TOGETHER) {
                int end = Math.min(to, start + TOGETHER);
                for (int i = start; i < end; i++) {
                    looked[0] += leads[i].look(acts);
                }
                sum += scorer.sum(leads, start, end);
            }
            return sum;
        };
    }
}

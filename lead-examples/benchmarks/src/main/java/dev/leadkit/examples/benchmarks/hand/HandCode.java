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

    /** The form of somebody who tunes. */
    public static final String SWITCH = "hand.switch";

    /** Makes the source. */
    public HandCode() {}

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender(IF, (rules, people) -> lane(IfChain::compiled, rules, people)),
                new Contender(SWITCH, (rules, people) -> lane(SwitchForm::compiled, rules, people)));
    }

    private static Lane lane(Function<RuleSet, HandScorer> form, RuleSet rules, List<Person> people) {
        HandScorer scorer = form.apply(rules);
        Prospect[] leads = people.stream().map(Prospect::new).toArray(Prospect[]::new);
        return (from, to) -> scorer.sum(leads, from, to);
    }
}

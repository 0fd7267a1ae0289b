package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.scoring.engine.ScoringEngine;
import java.util.ArrayList;
import java.util.List;

/** LeadKit with one thing changed, to tell what that costs. */
final class CostCode implements Contender.Source {

    /** The same rules, but each that asks for a part or a beginning of a text does it by a regular expression. */
    static final String REGEX = "leadkit.regex";

    /** The same rules on leads of whom nothing is missing, who therefore have other totals. */
    static final String FILLED = "leadkit.filled";

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender(
                        REGEX,
                        (rules, people) ->
                                LeadKitCode.totals(ScoringEngine.of(LeadKitModel.withRegex(rules)), rules, people)),
                new Contender(
                        FILLED,
                        false,
                        (rules, people) ->
                                LeadKitCode.totals(ScoringEngine.of(LeadKitModel.of(rules)), rules, filled(people))));
    }

    private static List<Person> filled(List<Person> people) {
        List<Person> filled = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            filled.add(people.get(i).filledFrom(people, i));
        }
        return filled;
    }
}

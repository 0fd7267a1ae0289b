package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.EventRule;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Every rule evaluated as it stands, over a map: what all others must agree with. */
final class Naive implements Lane {

    private final RuleSet rules;
    private final List<Person> people;
    private final List<Map<String, Object>> maps;
    private final long[] sums;

    Naive(RuleSet rules, List<Person> people) {
        this.rules = rules;
        this.people = people;
        this.maps = people.stream().map(Person::map).toList();
        this.sums = new long[rules.groups().size()];
    }

    @Override
    public long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += total(maps.get(i), people.get(i));
        }
        return sum;
    }

    private long total(Map<String, Object> lead, Person person) {
        Arrays.fill(sums, 0);
        for (AttributeRule rule : rules.attributes()) {
            if (rule.when().holds(lead)) {
                sums[rule.group()] += rule.points() * 1_000L;
            }
        }
        for (EventRule rule : rules.events()) {
            sums[rule.group()] += rule.units(person.acts(), person.asOf());
        }
        long total = 0;
        for (int group = 0; group < sums.length; group++) {
            total += rules.groups().get(group).clamp(sums[group]);
        }
        return total;
    }

    /** How many rules hold for a lead, on average. */
    double fired() {
        long fired = 0;
        for (int i = 0; i < people.size(); i++) {
            Map<String, Object> lead = maps.get(i);
            Person person = people.get(i);
            fired += rules.attributes().stream()
                    .filter(rule -> rule.when().holds(lead))
                    .count();
            fired += rules.events().stream()
                    .filter(rule -> rule.units(person.acts(), person.asOf()) != 0)
                    .count();
        }
        return fired / (double) people.size();
    }
}

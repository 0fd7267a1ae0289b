package dev.leadkit.examples.benchmarks.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.contest.Expected;
import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.People;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContendersTest {

    private static final int LEADS = 300;

    @Test
    @DisplayName(
            "All contenders of the ordinary build give the totals of the rules as they stand, attributes and acts alike")
    void agree() {
        for (String name : List.of("10", "100", RuleSet.REAL)) {
            RuleSet rules = RuleSet.named(name);
            List<Person> people = People.of(rules).first(LEADS);
            Expected expected = Expected.of(new Naive(rules, people), LEADS);
            for (Contender contender : Contenders.builtIn()) {
                if (contender.scores()) {
                    expected.check(contender.name(), contender.maker().lane(rules, people));
                }
            }
        }
    }

    @Test
    @DisplayName("Totals vary, and some fifth of the attribute rules holds for a lead")
    void measureSomething() {
        RuleSet rules = RuleSet.named("100");
        List<Person> people = People.of(rules).first(LEADS);
        Naive naive = new Naive(rules, people);
        Set<Long> totals = new HashSet<>();
        for (int i = 0; i < LEADS; i++) {
            totals.add(naive.sum(i, i + 1));
        }
        assertThat(totals).hasSizeGreaterThan(30);
        assertThat(naive.fired()).isBetween(12.0, 28.0);
    }

    @Test
    @DisplayName("A contender that differs in one lead is stopped, with the lead")
    void differenceStops() {
        Lane right = (from, to) -> to - from;
        Expected expected = Expected.of(right, 10);
        Lane wrong = (from, to) -> from == 7 ? 5 : to - from;
        assertThatThrownBy(() -> expected.check("wrong", wrong))
                .hasMessage("wrong gives 1 of 10 leads another total; lead 7 must be 1, was 5");
    }
}

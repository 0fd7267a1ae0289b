package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class StabbingProperties {

    private static final int PLACES = 20;

    private static List<Rule> rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(PLACES);
            Rule rule = new Rule(
                    new Rule.Scope(
                            new Rule.Place(0, 0, i), 0, Choices.NOTHING_ASKED, Rule.Scope.ANY_SIZE, Rule.NO_CONDITION),
                    new PostalSpan("1"),
                    from,
                    from + random.nextInt(6));
            rule.rank = i;
            rules.add(random.nextInt(i + 1), rule);
        }
        return rules;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theBestIsTheOneThatLookingAtEachFinds(@ForAll long seed) {
        Random random = new Random(seed);
        List<Rule> rules = rules(random);
        Stabbing stabbing = Stabbing.of(rules);
        assertThat(stabbing.isEmpty()).isEqualTo(rules.isEmpty());
        for (int code = -1; code < PLACES + 7; code++) {
            int place = code;
            long known = random.nextBoolean() ? Steps.NOBODY : random.nextInt(30);
            Predicate<Rule> fits = rule -> (rule.rank * 31 + place) % 3 > 0;
            long expected = rules.stream()
                    .filter(rule -> rule.postalFrom <= place && place <= rule.postalTo)
                    .filter(fits)
                    .mapToLong(rule -> rule.rank)
                    .filter(rank -> rank < known)
                    .min()
                    .orElse(known);
            assertThat(stabbing.best(place, known, fits)).isEqualTo(expected);
        }
    }
}

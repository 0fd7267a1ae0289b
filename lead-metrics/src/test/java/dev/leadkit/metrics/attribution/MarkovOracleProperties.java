package dev.leadkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Removal effects against the definition, written down: take the channel out, and walk until nobody is left. */
final class MarkovOracleProperties {

    private static final Instant END = Instant.parse("2026-07-10T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(40);
    private static final String BEGIN = "(begin)";
    private static final String WON = "(won)";
    private static final String GONE = "(gone)";

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 150)
    void removalEffectsAreWhatIsLostWhenTheChannelIsTakenOut(@ForAll("leads") List<LeadFacts> leads) {
        MarkovAttribution kpi = new MarkovAttribution(WINDOW);
        Counts counts = kpi.create();
        leads.forEach(lead -> kpi.add(counts, lead));
        MarkovCredits result = kpi.result(counts, END);
        Map<String, Map<String, Double>> chain = chain(leads);
        double all = chance(chain, "");
        if (all == 0) {
            assertThat(result.removal()).isEmpty();
            return;
        }
        SortedMap<String, Double> effects = new TreeMap<>();
        chain.keySet().stream()
                .filter(state -> !state.equals(BEGIN))
                .forEach(channel -> effects.put(channel, 1 - chance(chain, channel) / all));
        double sum = effects.values().stream().mapToDouble(each -> each).sum();
        double touched = leads.stream()
                .filter(lead -> isConverted(lead) && !path(lead).isEmpty())
                .count();
        assertThat(result.removal().keySet()).isEqualTo(effects.keySet());
        effects.forEach((channel, effect) -> {
            assertThat(result.removal().get(channel).doubleValue()).isCloseTo(effect, within(1e-9));
            assertThat(result.credits()
                            .channels()
                            .get(channel)
                            .share()
                            .basis()
                            .numerator()
                            .doubleValue())
                    .isCloseTo(touched * effect / sum, within(1e-7));
        });
    }

    private static Map<String, Map<String, Double>> chain(List<LeadFacts> leads) {
        Map<String, Map<String, Double>> chain = new HashMap<>();
        for (LeadFacts lead : leads) {
            List<String> path = path(lead);
            String state = BEGIN;
            for (String channel : path) {
                step(chain, state, channel);
                state = channel;
            }
            if (!path.isEmpty()) {
                step(chain, state, isConverted(lead) ? WON : GONE);
            }
        }
        return chain;
    }

    private static void step(Map<String, Map<String, Double>> chain, String from, String to) {
        chain.computeIfAbsent(from, state -> new HashMap<>()).merge(to, 1.0, Double::sum);
    }

    private static boolean isConverted(LeadFacts lead) {
        return lead.isConverted() && lead.captured().isPresent();
    }

    private static List<String> path(LeadFacts lead) {
        List<FactEvent> touches = lead.events().stream()
                .filter(event -> event.what() instanceof Occurrence.Touched)
                .toList();
        if (touches.isEmpty() || lead.captured().isEmpty()) {
            return List.of();
        }
        Instant end = lead.converted().orElse(touches.get(touches.size() - 1)).at();
        return touches.stream()
                .filter(touch -> !touch.at().isAfter(end) && !touch.at().isBefore(end.minus(WINDOW)))
                .map(touch -> ((Occurrence.Touched) touch.what()).channel())
                .toList();
    }

    /** The chance to be won from the beginning: everybody walks on until almost nobody is on the way. */
    private static double chance(Map<String, Map<String, Double>> chain, String without) {
        Map<String, Double> people = new HashMap<>(Map.of(BEGIN, 1.0));
        double won = 0;
        for (int step = 0; step < 100_000 && people.values().stream().anyMatch(some -> some > 1e-15); step++) {
            Map<String, Double> next = new HashMap<>();
            for (String state : new ArrayList<>(people.keySet())) {
                Map<String, Double> ways = chain.getOrDefault(state, Map.of());
                double all = ways.values().stream().mapToDouble(each -> each).sum();
                double here = Objects.requireNonNull(people.get(state));
                ways.forEach((to, times) -> next.merge(to, here * times / all, Double::sum));
            }
            won += next.getOrDefault(WON, 0.0);
            next.keySet().removeAll(List.of(WON, GONE, without));
            people = next;
        }
        return won;
    }
}

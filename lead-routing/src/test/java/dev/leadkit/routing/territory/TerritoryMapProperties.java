package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class TerritoryMapProperties {

    private static final int LEADS = 60;

    private static Optional<String> found(TerritoryMap map, TerritoryFinder finder, Facts lead) {
        int number = finder.find(lead);
        return number == TerritoryMap.NONE ? Optional.empty() : Optional.of(map.id(number));
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void theTerritoryFoundIsTheOneThatLookingAtEveryEntryFinds(@ForAll long seed) {
        RandomMarket market = new RandomMarket(seed, seed % 2 == 0);
        agrees(market, RandomMarket.sound(market.territories(8, 6)));
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void thousandsOfEntriesAgreeAsWell(@ForAll long seed) {
        RandomMarket market = new RandomMarket(seed, true);
        List<Territory> many = new ArrayList<>();
        for (Territory each : market.territories(400, 12)) {
            many.add(each.priority(many.size()));
        }
        agrees(market, RandomMarket.sound(many));
    }

    private static void agrees(RandomMarket market, TerritoryPlan plan) {
        Oracle oracle = new Oracle(plan.territories());
        TerritoryMap map = TerritoryMap.of(plan);
        TerritoryFinder finder = map.finder();
        for (int i = 0; i < LEADS; i++) {
            Facts lead = market.lead();
            List<Oracle.Strength> expected = oracle.strengths(lead);
            TerritoryExplanation explanation = map.explain(lead);

            assertThat(found(map, finder, lead)).isEqualTo(oracle.find(lead));
            assertThat(explanation.territory()).isEqualTo(oracle.find(lead));
            assertThat(explanation.matches())
                    .extracting(TerritoryExplanation.Match::territory)
                    .isEqualTo(expected.stream()
                            .map(each ->
                                    plan.territories().get(each.territory()).id())
                            .toList());
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfEntriesAndOfTerritoriesWithoutConditionsMakesNoDifference(@ForAll long seed, @ForAll Random random) {
        RandomMarket market = new RandomMarket(seed, false);
        TerritoryPlan plan = RandomMarket.sound(market.territories(8, 6));
        List<Territory> shuffled = new ArrayList<>();
        for (Territory each : plan.territories()) {
            List<TerritoryEntry> entries = new ArrayList<>(each.entries());
            Collections.shuffle(entries, random);
            shuffled.add(new Territory(
                    each.id(), each.parent(), each.criteria(), entries, each.priority(), each.exclusive()));
        }
        Collections.shuffle(shuffled, random);
        TerritoryMap one = TerritoryMap.of(plan);
        TerritoryMap other = TerritoryMap.of(RandomMarket.builder(shuffled).build());
        for (int i = 0; i < LEADS; i++) {
            Facts lead = market.lead();
            List<Oracle.Strength> ways = new Oracle(plan.territories()).strengths(lead);
            if (!isOpen(ways)) {
                assertThat(found(other, other.finder(), lead)).isEqualTo(found(one, one.finder(), lead));
            }
        }
    }

    /** Whether only the order of the plan tells the first two apart: a company here and a domain there. */
    private static boolean isOpen(List<Oracle.Strength> ways) {
        int compared = 10;
        return ways.size() > 1
                && ways.get(0)
                        .places()
                        .subList(0, compared)
                        .equals(ways.get(1).places().subList(0, compared));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void anEntryThatLosesMayGoAndOneMoreThatWinsNothingMayCome(@ForAll long seed, @ForAll Random random) {
        RandomMarket market = new RandomMarket(seed, true);
        TerritoryPlan plan = RandomMarket.sound(market.territories(8, 6));
        TerritoryMap map = TerritoryMap.of(plan);
        Facts lead = market.lead();
        Optional<String> winner = found(map, map.finder(), lead);

        List<Territory> more = new ArrayList<>(plan.territories());
        more.add(Territory.of("never").priority(1_000).entry(Criteria.any().source("no lead has it")));
        TerritoryMap larger = TerritoryMap.of(RandomMarket.builder(more).build());
        assertThat(found(larger, larger.finder(), lead)).isEqualTo(winner);

        List<Territory> fewer = new ArrayList<>();
        plan.territories()
                .forEach(each -> fewer.add(
                        winner.equals(Optional.of(each.id())) || isAbove(plan, each, winner) ? each : emptied(each)));
        TerritoryMap smaller = TerritoryMap.of(RandomMarket.builder(fewer).build());
        assertThat(found(smaller, smaller.finder(), lead)).isEqualTo(winner);
    }

    private static boolean isAbove(TerritoryPlan plan, Territory each, Optional<String> winner) {
        return plan.territories().stream()
                .anyMatch(other -> other.parent().equals(Optional.of(each.id()))
                        && (winner.equals(Optional.of(other.id())) || isAbove(plan, other, winner)));
    }

    private static Territory emptied(Territory territory) {
        return Territory.of(territory.id());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void repsServeWhatIsBelowThemUntilSomethingExclusiveStandsBetween(@ForAll long seed) {
        List<Territory> territories = new RandomMarket(seed, false).territories(12, 0);
        Oracle oracle = new Oracle(territories);
        Hierarchy hierarchy = new Hierarchy(territories);
        for (int lead = 0; lead < territories.size(); lead++) {
            List<Integer> serving = new ArrayList<>(List.of(lead));
            List<Integer> above = new ArrayList<>(List.of(lead));
            for (int at = lead; at >= 0; at = oracle.above(territories.get(at))) {
                int next = oracle.above(territories.get(at));
                if (next >= 0) {
                    above.add(next);
                    boolean open = above.size() == serving.size() + 1
                            && !territories.get(at).exclusive();
                    if (open) {
                        serving.add(next);
                    }
                }
            }
            int number = lead;
            assertThat(IntStream.range(0, territories.size()).filter(rep -> hierarchy.serves(rep, number)))
                    .containsExactlyInAnyOrderElementsOf(serving);
            assertThat(IntStream.range(0, territories.size()).filter(rep -> hierarchy.holds(rep, number)))
                    .containsExactlyInAnyOrderElementsOf(above);
        }
    }
}

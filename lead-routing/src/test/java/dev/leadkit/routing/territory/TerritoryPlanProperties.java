package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class TerritoryPlanProperties {

    private static final int LEADS = 60;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noLeadOfASoundPlanFallsIntoTwoEquallyStrongTerritoriesUnlessConditionsOrAccountsDiffer(@ForAll long seed) {
        RandomMarket market = new RandomMarket(seed, false);
        TerritoryPlan plan = RandomMarket.sound(market.territories(6, 6));
        Oracle oracle = new Oracle(plan.territories());
        for (int i = 0; i < LEADS; i++) {
            List<Oracle.Strength> ways = oracle.strengths(market.lead());
            for (int way = 1; way < ways.size(); way++) {
                boolean account = ways.get(way).places().get(1) == 0;
                boolean equal = ways.get(way)
                        .places()
                        .subList(0, 10)
                        .equals(ways.get(way - 1).places().subList(0, 10));
                boolean same = ways.get(way).territory() == ways.get(way - 1).territory();
                assertThat(equal && !same && !account).isFalse();
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anEntryThatIsSaidNeverToWinWinsNoLead(@ForAll long seed) {
        RandomMarket market = new RandomMarket(seed, true);
        TerritoryPlan plan = RandomMarket.sound(market.territories(6, 6));
        Set<String> shadowed = plan.warnings().stream().map(Fault::path).collect(Collectors.toSet());
        TerritoryMap map = TerritoryMap.of(plan);
        for (int i = 0; i < LEADS; i++) {
            Facts lead = market.lead();
            map.explain(lead).matches().stream()
                    .findFirst()
                    .filter(match -> match.postalCodes().isEmpty())
                    .ifPresent(match -> assertThat(shadowed).doesNotContain(match.path()));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aPlanIsEqualToOneOfTheSameContent(@ForAll long seed) {
        TerritoryPlan one = RandomMarket.sound(new RandomMarket(seed, true).territories(4, 3));
        TerritoryPlan other = RandomMarket.builder(one.territories()).build();
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
    }
}

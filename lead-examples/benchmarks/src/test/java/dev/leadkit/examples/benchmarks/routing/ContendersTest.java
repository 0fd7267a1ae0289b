package dev.leadkit.examples.benchmarks.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.territory.TerritoryFinder;
import dev.leadkit.routing.territory.TerritoryMap;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Contenders of the routing suite")
class ContendersTest {

    private static final Market MARKET = Market.of(200);
    private static final int LEADS = 400;

    private final Floor floor = Floor.busy(MARKET);
    private Function<Facts, String> territories;

    @BeforeEach
    void map() {
        TerritoryMap map = TerritoryMap.of(floor.plan().territoryPlan());
        TerritoryFinder finder = map.finder();
        territories = lead -> {
            int found = finder.find(lead);
            return found == TerritoryMap.NONE ? "" : map.id(found);
        };
    }

    @Test
    @DisplayName("the naive scan gives every lead to the router's rep, and most leads find one")
    void naiveScanDecidesAlike() {
        NaiveScan scan = new NaiveScan(MARKET, floor.ledger());
        int placed = 0;
        for (Facts lead : Demand.leads(0, LEADS)) {
            Optional<RepId> ours = Optional.empty();
            if (floor.router().route(RoutingRequest.of(lead, 0)) instanceof Decision.Assigned place) {
                ours = Optional.of(place.rep());
                placed++;
            }
            assertThat(scan.take(lead, territories.apply(lead))).isEqualTo(ours);
        }
        assertThat(placed).isBetween(LEADS / 2, LEADS - 1);
    }

    @Test
    @DisplayName("query and scan find those whom the router explains as passing")
    void queryFindsTheSame() throws Exception {
        try (SqlQuery query = new SqlQuery(DriverManager.getConnection("jdbc:h2:mem:"), MARKET, floor.ledger())) {
            NaiveScan scan = new NaiveScan(MARKET, floor.ledger());
            for (Facts lead : Demand.leads(LEADS, LEADS / 4)) {
                String territory = territories.apply(lead);
                List<Integer> passing = passing(floor.router().explain(RoutingRequest.of(lead, 0)));
                assertThat(scan.eligible(lead, territory)).isEqualTo(passing);
                assertThat(query.eligible(lead, territory)).isEqualTo(passing);
                assertThat(passing.isEmpty() ? List.of(-1) : passing).contains(query.first(lead, territory));
            }
        }
    }

    private static List<Integer> passing(Explanation explanation) {
        return explanation.reps().stream()
                .filter(verdict -> verdict.failed().isEmpty())
                .map(verdict -> Integer.valueOf(verdict.rep().value().substring("rep".length())))
                .toList();
    }

    @Test
    @DisplayName("the same lead is the same whenever it is made, and three of ten reps are away")
    void seeded() {
        assertThat(Demand.lead(17).lead().values())
                .isEqualTo(Demand.lead(17).lead().values());
        assertThat(Demand.lead(17).lead().id())
                .isNotEqualTo(Demand.lead(18).lead().id());
        Staff staff = new Staff(2_000, Market.STANDARD_TEAM);
        long away = staff.reps().stream()
                .filter(rep -> staff.isAway(staff.reps().indexOf(rep)))
                .count();
        assertThat(away).isBetween(540L, 660L);
    }
}

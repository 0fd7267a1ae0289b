package dev.leadkit.routing.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.kit.RoutingStrategyContract;
import dev.leadkit.routing.model.RoutingStrategy;

/** A strategy as a host would write it: the first two with a free place. */
final class HostStrategyTest implements RoutingStrategyContract {

    @Override
    public RoutingStrategy strategy() {
        return (situation, active) -> new RoutingStrategy.Choice(
                active.stream()
                        .filter(each -> each.open() < each.rep().capacity())
                        .map(each -> each.rep().id())
                        .limit(2)
                        .toList(),
                "the first two with room");
    }

    @Override
    public Facts lead(long seed) {
        return Facts.of(Leads.lead("lead-" + seed, "DE"), Leads.NOW);
    }
}

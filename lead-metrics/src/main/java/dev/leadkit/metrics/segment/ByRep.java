package dev.leadkit.metrics.segment;

import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.util.Optional;

record ByRep() implements Grouping {

    @Override
    public String of(LeadFacts facts) {
        Optional<FactEvent> outcome = facts.converted().or(facts::lost);
        Optional<RepId> owner = Optional.empty();
        for (FactEvent event : facts.events()) {
            boolean later = outcome.isPresent() && outcome.get().isBefore(event);
            if (!later && event.what() instanceof Occurrence.Owned owned) {
                owner = owned.rep();
            }
        }
        return owner.map(RepId::value).map(Named::of).orElse(MISSING);
    }

    @Override
    public String name() {
        return "rep";
    }
}

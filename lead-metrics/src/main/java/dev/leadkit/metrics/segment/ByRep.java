package dev.leadkit.metrics.segment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.util.Optional;

record ByRep(AsOf when) implements Grouping {

    ByRep {
        requireNonNull(when, "when");
    }

    @Override
    public String of(LeadFacts facts) {
        Optional<FactEvent> until = when.of(facts);
        Optional<RepId> owner = Optional.empty();
        for (FactEvent event : facts.events()) {
            boolean later = until.isPresent() && until.get().isBefore(event);
            if (!later && event.what() instanceof Occurrence.Owned owned) {
                owner = owned.rep();
            }
        }
        return owner.map(RepId::value).map(Named::of).orElse(MISSING);
    }

    @Override
    public String name() {
        return when.equals(AsOf.outcome()) ? "rep" : "rep@" + when.label();
    }
}

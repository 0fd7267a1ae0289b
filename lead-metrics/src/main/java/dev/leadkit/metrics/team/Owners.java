package dev.leadkit.metrics.team;

import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.segment.Grouping;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who owned a lead when, and who had it at all. */
final class Owners {

    private final LeadFacts facts;

    Owners(LeadFacts facts) {
        this.facts = facts;
    }

    /** The owner when something happened, that instant included; the last one without it. */
    String at(Optional<FactEvent> then) {
        String owner = Grouping.MISSING;
        for (FactEvent event : facts.events()) {
            boolean later = then.isPresent() && then.get().isBefore(event);
            if (!later && event.what() instanceof Occurrence.Owned owned) {
                owner = name(owned.rep());
            }
        }
        return owner;
    }

    /** How figures call a rep, or nobody. */
    static String name(Optional<RepId> rep) {
        return rep.map(RepId::value).map(Grouping::named).orElse(Grouping.MISSING);
    }

    /** All who owned the lead until its conversion, or worked on it; nobody if there are none. */
    Set<String> all() {
        Set<String> reps = new TreeSet<>();
        for (FactEvent event : facts.events()) {
            boolean later =
                    facts.converted().isPresent() && facts.converted().get().isBefore(event);
            if (event.what() instanceof Occurrence.Owned owned && !later) {
                owned.rep().map(RepId::value).map(Grouping::named).ifPresent(reps::add);
            } else if (event.what() instanceof Occurrence.Worked worked) {
                worked.rep().map(RepId::value).map(Grouping::named).ifPresent(reps::add);
            }
        }
        if (facts.isConverted()) {
            reps.add(at(facts.converted()));
        }
        return reps.isEmpty() ? Set.of(Grouping.MISSING) : reps;
    }
}

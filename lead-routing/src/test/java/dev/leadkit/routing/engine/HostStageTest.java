package dev.leadkit.routing.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.kit.EligibilityContract;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Verdict;

/** A stage as a host would write it: leads from abroad only to those of weight. */
final class HostStageTest implements EligibilityContract {

    @Override
    public Eligibility stage() {
        return situation -> {
            boolean abroad = !situation
                    .facts()
                    .lead()
                    .get(StandardFields.COUNTRY)
                    .orElse("")
                    .equals("DE");
            return rep -> abroad && rep.weight() < 3 ? Verdict.refuse("only for the experienced") : Verdict.pass();
        };
    }

    @Override
    public Facts lead(long seed) {
        return Facts.of(Leads.lead("lead-" + seed, seed % 2 == 0 ? "DE" : "FR"), Leads.NOW);
    }
}

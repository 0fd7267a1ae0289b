package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.contact.LegalForms;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.kit.ContinuityContract;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Continuity;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A continuity as a host would write it: a lead goes to who has an open lead of the same company. */
final class HostContinuityTest implements ContinuityContract {

    /** By the company's key, who has an open lead of it: a query of the host's, here a map. */
    private final Map<String, RepId> open = new ConcurrentHashMap<>(Map.of("acme", new RepId("bob")));

    @Override
    public Continuity continuity() {
        return situation -> situation
                .facts()
                .lead()
                .get(StandardFields.COMPANY)
                .map(LegalForms.standard()::key)
                .flatMap(company -> Optional.ofNullable(open.get(company)));
    }

    @Override
    public Facts lead(long seed) {
        return Facts.of(of("lead-" + seed, seed % 2 == 0 ? "ACME GmbH" : "Other " + seed), Leads.NOW);
    }

    private static LeadHistory of(String id, String company) {
        LeadId lead = new LeadId(id);
        EventHeader header = new EventHeader(EventId.derived(lead, "update"), lead, Leads.NOW, Leads.NOW);
        FieldValues values =
                FieldValues.builder().set(StandardFields.COMPANY, company).build();
        return LeadHistory.of(lead, List.of(Updated.of(header, new Origin("test", id, true), values)));
    }

    @Test
    @DisplayName("leads of one company go to one rep as long as one of them is open")
    void sameCompany() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withContinuity("company", continuity());
        RoutingPlan plan = RoutingPlan.builder("inbound", "1")
                .queue("waiting")
                .rep(Rep.of("ann", 99))
                .rep(Rep.of("bob", 99))
                .stages("owner", "company", "capacity")
                .ranking("leastLoaded")
                .build(registry);
        Router router = Router.of(plan, registry, AssignmentLedger.inMemory(), 7);
        for (int i = 0; i < 10; i++) {
            assertThat(taker(router.route(of("acme-" + i, "Acme, Inc."), Leads.NOW)))
                    .isEqualTo("bob");
        }
        open.remove("acme");
        assertThat(taker(router.route(of("acme-again", "Acme"), Leads.NOW)))
                .as("who got fewer, as nobody keeps it")
                .isEqualTo("ann");
    }

    private static String taker(Decision decision) {
        return ((Decision.Assigned) decision).rep().value();
    }
}

package dev.leadkit.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.condition.Facts;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.kit.ContinuityContract;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.model.Continuity;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Leads of one company")
final class ColleaguesTest implements ContinuityContract {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final LeadStore store = LeadStore.inMemory();
    private final AssignmentLedger ledger = AssignmentLedger.inMemory();
    private final Colleagues colleagues = Colleagues.of(store, ledger, MatchKeyRule.company());
    private final RoutingRegistry registry = RoutingRegistry.EMPTY.withContinuity("colleagues", colleagues);
    private final RoutingPlan plan = RoutingPlan.builder("inbound", "1")
            .rep(Rep.of("ann", 2))
            .rep(Rep.of("bob", 99))
            .stages("owner", "colleagues", "capacity")
            .ranking("leastLoaded")
            .queue("waiting")
            .build(registry);
    private final LeadDesk desk = LeadDesk.builder(store, () -> NOW)
            .mapping(Mapping.builder(FieldCatalog.standard())
                    .columns(ColumnRule.of("Firm", "company"))
                    .build())
            .sharedKeys(MatchKeyRule.company())
            .router(Router.of(plan, registry, ledger, 7))
            .build();

    private LeadId captured(String id, String company) {
        desk.capture(new Submission("web", id, Optional.empty(), Map.of("Firm", company)));
        return LeadId.derived("web", id);
    }

    private String routed(String id, String company) {
        Placement placement = desk.route(captured(id, company)).orElseThrow();
        return ((Placement.WithRep) placement).rep().value();
    }

    private void give(String id, String company, String rep) {
        captured(id, company);
        hold(id, rep);
    }

    private void hold(String id, String rep) {
        ledger.reserve(new Reservation(
                LeadId.derived("web", id), "inbound", 0, List.of(new Bid(new RepId(rep), 99)), List.of()));
    }

    @Override
    public Continuity continuity() {
        if (ledger.places(Optional.empty(), 1).isEmpty()) {
            give("one", "Acme GmbH", "ann");
        }
        return colleagues;
    }

    @Override
    public Facts lead(long seed) {
        return Facts.of(lead("lead-" + seed, seed % 2 == 0 ? "ACME, Inc." : "Other " + seed), NOW);
    }

    private static Lead lead(String id, String company) {
        return Lead.builder(new LeadId(id)).set(StandardFields.COMPANY, company).build();
    }

    @Test
    @DisplayName(
            "stay with the rep who has one of them, while that rep has room; others and those of no company are free")
    void together() {
        give("one", "Acme GmbH", "ann");

        assertThat(routed("two", "ACME Ltd.")).isEqualTo("ann");
        assertThat(routed("three", "Acme")).as("ann is full").isEqualTo("bob");
        assertThat(routed("four", "Other GmbH")).isEqualTo("bob");
        assertThat(colleagues.keeper(new Situation(Facts.of(lead("five", ""), NOW), 7, rep -> 0, fault -> {})))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "stay with who has most of them, and of equal ones with the first; closed ones and the lead itself do not count")
    void most() {
        give("one", "Acme GmbH", "bob");
        give("two", "Acme GmbH", "ann");
        Situation acme = new Situation(Facts.of(lead("six", "Acme"), NOW), 7, rep -> 0, fault -> {});
        assertThat(colleagues.keeper(acme)).contains(new RepId("ann"));
        give("three", "Acme GmbH", "bob");
        assertThat(colleagues.keeper(acme)).contains(new RepId("bob"));
        ledger.release(LeadId.derived("web", "one"), 1, "won");
        ledger.release(LeadId.derived("web", "three"), 1, "won");
        assertThat(colleagues.keeper(acme)).contains(new RepId("ann"));

        Lead itself = Lead.builder(LeadId.derived("web", "two"))
                .set(StandardFields.COMPANY, "Acme")
                .build();
        assertThat(colleagues.keeper(new Situation(Facts.of(itself, NOW), 7, rep -> 0, fault -> {})))
                .isEmpty();
    }

    @Test
    @DisplayName("count once, however many keys they share with the lead")
    void severalKeys() {
        MatchKeyRule both = MatchKeyRule.company().and(MatchKeyRule.email());
        LeadDesk keyed = LeadDesk.builder(store, () -> NOW)
                .mapping(Mapping.builder(FieldCatalog.standard())
                        .columns(ColumnRule.of("Firm", "company"), ColumnRule.of("Mail", "email"))
                        .build())
                .sharedKeys(both)
                .build();
        keyed.capture(
                new Submission("web", "one", Optional.empty(), Map.of("Firm", "Acme", "Mail", "ada@acme.example")));
        keyed.capture(new Submission("web", "two", Optional.empty(), Map.of("Firm", "Acme")));
        hold("one", "bob");
        hold("two", "ann");
        Lead ada = Lead.builder(new LeadId("ada"))
                .set(StandardFields.COMPANY, "Acme")
                .set(StandardFields.EMAIL, new EmailAddress("ada@acme.example"))
                .build();

        assertThat(Colleagues.of(store, ledger, both)
                        .keeper(new Situation(Facts.of(ada, NOW), 7, rep -> 0, fault -> {})))
                .as("each has one lead")
                .contains(new RepId("ann"));
    }
}

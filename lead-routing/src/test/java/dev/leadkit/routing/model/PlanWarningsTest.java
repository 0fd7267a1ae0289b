package dev.leadkit.routing.model;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.Territory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan that is allowed and probably not meant")
final class PlanWarningsTest {

    private static PlanBuilder plan() {
        return RoutingPlan.builder("inbound", "1").queue("waiting");
    }

    private static List<String> warnings(PlanBuilder plan) {
        assertThat(plan.faults(RoutingRegistry.EMPTY)).isEmpty();
        return plan.warnings().stream().map(Object::toString).toList();
    }

    @Test
    @DisplayName("has nothing to ask where everything can be used")
    void calm() {
        assertThat(warnings(plan().territory("de", field(COUNTRY).is("DE"))
                        .requirement(field(COUNTRY).is("DE"), "german", 3)
                        .work(new WorkKind("demo", field(COUNTRY).is("DE"), 3))
                        .rep(Rep.of("ann", 3).serving("de").skilled("german", 3))
                        .rep(Rep.of("bob", 0).taking("demo", 1).serving("de"))
                        .rep(Rep.of("cem", 0).serving("de").inactive())))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "has territories that nobody serves, if only backups and inactive ones do, or only those around an exclusive one")
    void unserved() {
        Criteria german = Criteria.any().country("DE");
        PlanBuilder plan = plan().territory(
                        Territory.of("dach").where(Criteria.any().country("DE", "AT")))
                .territory(Territory.of("de").where(german).within("dach"))
                .territory(Territory.of("large")
                        .where(Criteria.any().size(1_000, Long.MAX_VALUE))
                        .within("de")
                        .exclusively())
                .territory(Territory.of("huge")
                        .where(Criteria.any().size(9_000, Long.MAX_VALUE))
                        .within("large"))
                .territory(Territory.of("us").where(Criteria.any().country("US")))
                .territory(Territory.of("in").where(Criteria.any().country("IN")))
                .rep(Rep.of("ann", 3).serving("dach"))
                .rep(Rep.of("bob", 3).serving("us").inactive())
                .rep(Rep.of("cem", 3).serving("in"))
                .backup("cem")
                .escalation(Escalation.to(Duration.ofHours(1), List.of(new RepId("cem"))));

        assertThat(warnings(plan))
                .containsExactly(
                        "$.territories[2]: must be a territory that an active rep serves, was \"large\"."
                                + " Leads of it wait until an escalation lets others take them.",
                        "$.territories[3]: must be a territory that an active rep serves, was \"huge\"."
                                + " Leads of it wait until an escalation lets others take them.",
                        "$.territories[4]: must be a territory that an active rep serves, was \"us\"."
                                + " Leads of it wait until an escalation lets others take them.",
                        "$.territories[5]: must be a territory that an active rep serves, was \"in\"."
                                + " Leads of it wait until an escalation lets others take them.");
        assertThat(warnings(plan.rep(Rep.of("dee", 3).serving(Rep.EVERYWHERE)))).isEmpty();
    }

    @Test
    @DisplayName("has levels that nobody reaches, work for which nobody has room, and reps without room for anything")
    void unreachable() {
        assertThat(warnings(plan().requirement(field(COUNTRY).is("DE"), "german", 5)
                        .work(new WorkKind("demo", field(COUNTRY).is("DE"), 3))
                        .rep(Rep.of("ann", 9).taking("demo", 2).skilled("german", 4))
                        .rep(Rep.of("bob", 9).skilled("german", 9).inactive())
                        .at("$.here")
                        .rep(Rep.of("eve", 0))))
                .containsExactly(
                        "$.requirements[0].level: must be a level that an active rep has, 4 at most, was 5."
                                + " Leads that require german so well wait.",
                        "$.work[0].units: must be at most the greatest capacity of an active rep, 2, was 3."
                                + " Nobody ever has room for such a lead.",
                        "$.here.capacity: must be more than 0 for some kind of work, was 0. eve gets no leads.");
    }

    @Test
    @DisplayName("names somebody inactive as the target of an escalation, or as who stands in")
    void inactive() {
        PlanBuilder plan = plan().rep(Rep.of("ann", 3))
                .rep(Rep.of("bob", 3).inactive())
                .escalation(Escalation.to(Duration.ofHours(1), List.of(new RepId("ann"), new RepId("bob"))));
        plan.availability().whenAllAway(new WhenAllAway.FallbackRep(new RepId("bob")));

        assertThat(warnings(plan))
                .containsExactly(
                        "$.escalations[0].to: must be an active rep, was \"bob\". bob takes no leads now.",
                        "$.whenAllAway.rep: must be an active rep, was \"bob\". bob takes no leads now.");
    }

    @Test
    @DisplayName("has entries that can never win")
    void shadowed() {
        assertThat(warnings(plan().territory(Territory.of("all")
                                .where(Criteria.any().country("DE"))
                                .priority(1))
                        .territory(Territory.of("north")
                                .where(Criteria.any().country("DE").region("DE-HH")))
                        .rep(Rep.of("ann", 3).serving(Rep.EVERYWHERE))))
                .singleElement()
                .asString()
                .startsWith("$.territories[1]: must be an entry that some lead falls into");
    }

    @Test
    @DisplayName("may be asked for warnings though it has faults, such as territories in a circle")
    void circle() {
        assertThat(plan().territory(Territory.of("a")
                                .where(Criteria.any().country("DE"))
                                .within("b"))
                        .territory(Territory.of("b")
                                .where(Criteria.any().country("DE"))
                                .within("a"))
                        .rep(Rep.of("ann", 1))
                        .warnings())
                .isNotEmpty();
    }
}

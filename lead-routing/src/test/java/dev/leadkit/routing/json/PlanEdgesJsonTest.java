package dev.leadkit.routing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Trail;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A routing plan in JSON")
final class PlanEdgesJsonTest {

    private static final String REPS = "\"reps\": [{\"id\": \"ann\", \"capacity\": 4}]";

    /** A plan with these members besides its name and queue. */
    private static String plan(String members) {
        return "{\"format\": \"leadkit.routing/1\", \"name\": \"inbound\", \"version\": \"7\", \"queue\": \"waiting\", "
                + members + "}";
    }

    private static RoutingPlan read(String json) {
        return RoutingPlanJson.read(JsonDocument.of(json), FieldCatalog.standard(), RoutingRegistry.EMPTY);
    }

    private static List<String> faults(String members) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> read(plan(members)));
        return refusal.faults().stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("may name its schema, by a text")
    void schema() {
        assertThat(read(plan("\"$schema\": \"routing-plan.schema.json\", " + REPS)))
                .isEqualTo(read(plan(REPS)));
        assertThat(faults("\"$schema\": 7, " + REPS)).singleElement().asString().endsWith("must be a text, was 7");
    }

    @Test
    @DisplayName("says how long a rep must be there yet, in whole seconds, and leaves nothing out of it")
    void openTime() {
        RoutingPlan plan = read(plan("\"openTime\": \"PT2H\", " + REPS));

        assertThat(plan.openTime()).isEqualTo(Duration.ofHours(2));
        assertThat(RoutingPlanJson.write(plan)).contains("\"openTime\": \"PT2H\"");
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
        assertThat(RoutingPlanJson.write(read(plan(REPS)))).doesNotContain("openTime", "calendars", "whenAllAway");
        assertThat(faults("\"openTime\": \"PT1.5S\", " + REPS))
                .singleElement()
                .asString()
                .startsWith("$.openTime: must be ")
                .contains("whole seconds");
        assertThat(faults("\"openTime\": \"soon\", " + REPS))
                .singleElement()
                .asString()
                .startsWith("$.openTime: must be ");
    }

    @Test
    @DisplayName("takes work of one unit where no units are said, and has named capacities only")
    void work() {
        RoutingPlan plan = read(
                plan("\"work\": [{\"kind\": \"demo\", \"when\": {\"field\": \"country\", \"is\": \"DE\"}}], " + REPS));
        assertThat(plan.work()).singleElement().satisfies(kind -> {
            assertThat(kind.units()).isEqualTo(1);
            assertThat(kind.name()).isEqualTo("demo");
        });
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
        assertThat(
                        faults(
                                "\"work\": [{\"when\": {\"all\": []}, \"units\": \"two\", \"unit\": 1}], "
                                        + "\"reps\": [{\"id\": \"ann\", \"capacity\": 4, \"capacities\": {\" \": 1}, \"skills\": {\"\": 1}}]"))
                .extracting(fault -> fault.substring(0, fault.indexOf(", was")))
                .containsExactlyInAnyOrder(
                        "$.work[0].unit: must be a known member",
                        "$.work[0].units: must be a whole number from 1 to 1000000",
                        "$.work[0].kind: must be a text",
                        "$.reps[0].capacities[' ']: must be under a kind of work's name",
                        "$.reps[0].skills['']: must be under a skill's name");
        String tooLong = "k".repeat(256);
        assertThat(faults("\"work\": [{\"kind\": \"" + tooLong + "\", \"when\": {\"all\": []}}, {\"kind\": \"b\"}], "
                        + REPS))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactlyInAnyOrder("$.work[0]", "$.work[1].when");
    }

    @Test
    @DisplayName("has escalations and requirements with nothing but what they need, and told where they are wrong")
    void waiting() {
        String skilled = "\"reps\": [{\"id\": \"ann\", \"capacity\": 4, \"skills\": {\"german\": 1}}]";
        RoutingPlan plan = read(plan("\"escalations\": [{\"after\": \"PT1M\", \"queue\": \"late\"}], "
                + "\"requirements\": [{\"when\": {\"field\": \"country\", \"is\": \"DE\"}, \"skill\": \"german\","
                + " \"level\": 10, \"dropAfter\": \"PT876600H\"}], " + skilled));
        assertThat(plan.escalations().get(0).waives()).isEmpty();
        assertThat(plan.requirements().get(0).dropAfter()).contains(Duration.ofDays(36_525));
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
        assertThat(faults(
                        "\"escalations\": [{\"after\": \"PT1M\", \"queue\": 7, \"waives\": [\"owner\", 8], \"then\": 1}],"
                                + " \"requirements\": [{\"when\": {\"field\": \"country\", \"is\": \"DE\"}, \"skill\": \"german\","
                                + " \"level\": 0, \"dropAfter\": \"PT876600H1S\", \"drop\": 1}], " + skilled))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "$.escalations[0].queue",
                        "$.escalations[0].waives[1]",
                        "$.escalations[0].then",
                        "$.requirements[0].level",
                        "$.requirements[0].dropAfter",
                        "$.requirements[0].drop");
    }

    @Test
    @DisplayName("has stages, a ranking and a strategy that are texts")
    void method() {
        assertThat(faults("\"stages\": [\"capacity\", 7], \"ranking\": 8, " + REPS))
                .extracting(fault -> fault.substring(0, fault.indexOf(", was")))
                .containsExactlyInAnyOrder("$.stages[1]: must be a text", "$.ranking: must be a text");
        assertThat(faults("\"strategy\": true, " + REPS)).containsExactly("$.strategy: must be a text, was true");
        RoutingPlan plan = read(plan("\"stages\": [\"capacity\"], \"ranking\": \"longestWaiting\", " + REPS));
        assertThat(plan.stages()).containsExactly("capacity");
        assertThat(plan.ranking()).contains("longestWaiting");
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    @DisplayName("has territories of priorities within a million, exclusive or not, and written as they were read")
    void territories() {
        String served = "\"reps\": [{\"id\": \"ann\", \"capacity\": 4, \"territories\": [\"*\"]}]";
        RoutingPlan plan = read(plan("\"territories\": ["
                + "{\"id\": \"dach\", \"country\": [\"AT\", \"DE\"], \"priority\": 1000000, \"exclusive\": true},"
                + "{\"id\": \"vienna\", \"parent\": \"dach\", \"country\": \"AT\", \"priority\": -1000000, \"exclusive\": false,"
                + " \"entries\": [{\"postalCode\": \"1*\", \"priority\": 3}, {\"source\": [\"fair\"]}]}], " + served));

        assertThat(plan.territories().get(0).priority()).isEqualTo(OptionalInt.of(1_000_000));
        assertThat(plan.territories().get(0).exclusive()).isTrue();
        assertThat(plan.territories().get(1).exclusive()).isFalse();
        assertThat(plan.territories().get(1).parent()).contains("dach");
        assertThat(plan.territories().get(1).entries().get(0).priority()).isEqualTo(OptionalInt.of(3));
        assertThat(plan.territories().get(1).entries().get(1).priority()).isEmpty();
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
        assertThat(faults("\"territories\": ["
                        + "{\"id\": \"a\", \"country\": \"AT\", \"priority\": 1000001, \"exclusive\": \"yes\"},"
                        + "{\"id\": \"b\", \"country\": \"DE\", \"priority\": -1000001, \"parent\": 7}], " + served))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "$.territories[0].priority",
                        "$.territories[0].exclusive",
                        "$.territories[1].priority",
                        "$.territories[1].parent");
    }

    @Test
    @DisplayName("keeps calendars, hours, absences and the answer to all being away")
    void hours() {
        RoutingPlan plan = read(
                plan(
                        "\"calendars\": {\"office\": {\"zone\": \"UTC\", \"hours\": {\"monday\": [\"09:00-17:00\"]}}},"
                                + " \"whenAllAway\": {\"queue\": \"night\"}, \"reps\": ["
                                + "{\"id\": \"ann\", \"capacity\": 4, \"hours\": \"office\", \"substitute\": \"bob\"},"
                                + "{\"id\": \"bob\", \"capacity\": 4, \"outOfOffice\": [{\"first\": \"2026-12-24\", \"zone\": \"UTC\"}]}]"));

        assertThat(plan.stages()).containsExactly("owner", "available", "capacity");
        assertThat(plan.availability().whenAllAway()).isEqualTo(new WhenAllAway.FallbackQueue("night"));
        assertThat(plan.availability().reps().get(new RepId("ann")).calendar()).contains("office");
        assertThat(plan.availability().reps().get(new RepId("ann")).substitute())
                .contains(new RepId("bob"));
        assertThat(plan.availability().reps().get(new RepId("bob")).outOfOffice())
                .hasSize(1);
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    @DisplayName("gives decisions whose record says where a lead waits, why, until when, and beside whom")
    void queued() {
        Trail trail = Trail.of(
                        new ModelRef("inbound", "7"), 9, Instant.parse("2026-03-01T09:00:00Z"), List.of("a note"))
                .counting(List.of("pool", "capacity"), 2, 0);
        Decision.Queued soon = new Decision.Queued(
                new LeadId("L-1"),
                "waiting",
                "all are full",
                Optional.of(Instant.parse("2026-03-01T10:00:00Z")),
                "like others",
                trail);
        Decision.Queued open = new Decision.Queued(new LeadId("L-1"), "waiting", "nobody", Optional.empty(), "", trail);

        assertThat(DecisionJson.write(soon).replaceAll("\\s+", " "))
                .isEqualTo("{ \"format\": \"leadkit.decision/1\", \"lead\": \"L-1\", \"queue\": \"waiting\","
                        + " \"obstacle\": \"all are full\", \"again\": \"2026-03-01T10:00:00Z\", \"alike\": \"like others\","
                        + " \"plan\": \"inbound\", \"version\": \"7\", \"seed\": 9, \"at\": \"2026-03-01T09:00:00Z\","
                        + " \"stages\": { \"pool\": 2, \"capacity\": 0 }, \"notes\": [ \"a note\" ] }");
        assertThat(DecisionJson.write(open)).doesNotContain("again");
        assertThat(DecisionJson.write(new Decision.Assigned(
                                new LeadId("L-1"),
                                new RepId("ann"),
                                4,
                                Comparison.next(new RepId("ann"), new RepId("bob")),
                                trail))
                        .replaceAll("\\s+", " "))
                .contains("\"rep\": \"ann\", \"token\": 4, \"why\": { \"how\": \"NEXT\", \"winner\": \"ann\","
                        + " \"other\": \"bob\", \"told\": \"\" }");
    }
}

package dev.leadkit.routing.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.SchemaCheck;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingPlanSchemaTest {

    private static final Path DOCS = Path.of(System.getProperty("basedir", ".")).resolve("../docs");
    private static final FieldCatalog CATALOG =
            FieldCatalog.of(Field.text("industry"), Field.number("employees"), Field.number("headcount"));

    /** Everything that a plan can say. */
    private static final String FULL = """
            {"$schema": "x", "format": "leadkit.routing/1", "name": "inbound", "version": "7",
             "territories": [
               {"id": "dach", "country": ["DE", "AT"], "priority": 3},
               {"id": "south", "parent": "dach", "exclusive": true, "entries": [
                 {"country": "DE", "region": "BY", "postalCode": ["80*", "81000..81999"], "priority": -1},
                 {"country": "AT", "size": {"from": 10, "to": 99}, "industry": "it", "source": "fair"}]},
               {"id": "named", "company": "Acme GmbH", "domain": ["acme.com"],
                "when": {"field": "country", "is": "DE"}}],
             "coverage": [{"country": "DE"}],
             "territoryFields": {"size": "headcount"},
             "requirements": [{"when": {"field": "country", "is": "DE"}, "skill": "german", "level": 3, "dropAfter": "PT10M"}],
             "work": [{"kind": "demo", "when": {"field": "country", "is": "DE"}, "units": 3}],
             "escalations": [{"after": "PT1H", "waives": ["skills"], "to": ["bob"], "queue": "overflow"}],
             "backups": ["bob"], "waitingHours": "berlin",
             "calendars": {
               "berlin": {"zone": "Europe/Berlin", "hours": {"monday-friday": ["09:00-17:00"]}, "holidays": ["2026-12-25"],
                 "extra": {"2026-12-19": ["10:00-14:00"]}, "absences": [{"first": "2026-08-03", "last": "2026-08-14"}]},
               "both": {"any": ["berlin", {"open": {"zone": "UTC", "hours": {"sunday": ["08:00-10:00"]}}, "except": "berlin"}]}},
             "whenAllAway": {"rep": "bob"},
             "openTime": "PT30M",
             "reps": [
               {"id": "ann", "territories": ["dach"], "skills": {"german": 5}, "capacity": 40, "weight": 2, "active": true,
                "capacities": {"demo": 9}, "hours": "both", "substitute": "bob", "outOfOffice": [
                  {"first": "2026-12-01", "last": "2026-12-04", "substitute": "bob", "kind": "soft", "zone": "UTC"},
                  {"from": "2026-12-24T00:00:00Z", "until": "2026-12-25T00:00:00Z"}]},
               {"id": "bob", "territories": ["*"], "capacity": 40, "hours": {"zone": "UTC", "hours": {"sunday": ["08:00-10:00"]}}}],
             "stages": ["owner", "territory", "skills", "available", "capacity"], "ranking": "fairShare", "queue": "waiting"}
            """;

    @Provide
    Arbitrary<RoutingPlan> plans() {
        return new RoutingPlanJsonTest().plans();
    }

    private static List<String> faults(String text) {
        return SchemaCheck.faults(RoutingPlanJson.schema(), SchemaCheck.tree(text));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyPlanThatIsWrittenFitsTheSchema(@ForAll("plans") RoutingPlan plan) {
        assertThat(faults(RoutingPlanJson.write(plan))).isEmpty();
    }

    @Test
    @DisplayName("a plan that says everything is read, fits as it is, and fits as it is written")
    void full() {
        RoutingPlan plan = RoutingPlanJson.read(JsonDocument.of(FULL), CATALOG, RoutingRegistry.EMPTY);

        assertThat(faults(FULL)).isEmpty();
        assertThat(faults(RoutingPlanJson.write(plan))).isEmpty();
        for (String answer : List.of("\"override\"", "\"queueUntilNextOpen\"", "{\"queue\": \"x\"}")) {
            assertThat(faults(FULL.replace("{\"rep\": \"bob\"}", answer))).isEmpty();
        }
    }

    @Test
    @DisplayName("the schema in docs is the one of the code, and the documented plans fit it")
    void documented() throws IOException {
        assertThat(Files.readString(DOCS.resolve("routing-plan.schema.json"), StandardCharsets.UTF_8))
                .isEqualTo(RoutingPlanJson.schema());
        for (String page : List.of("routing-plan.md", "routing-territory.md")) {
            String text = Files.readString(DOCS.resolve(page), StandardCharsets.UTF_8);
            String plan = text.substring(text.indexOf("```json\n") + "```json\n".length());
            assertThat(faults(plan.substring(0, plan.indexOf("```")))).as(page).isEmpty();
        }
    }

    @Test
    @DisplayName("the schema has the members that the reader knows, everywhere, and no others")
    void members() {
        Map<?, ?> schema = (Map<?, ?>) SchemaCheck.tree(RoutingPlanJson.schema());
        assertMembers(schema, PlanReader.PLAN);
        Map<?, ?> parts = (Map<?, ?>) schema.get("$defs");
        assertMembers(parts.get("requirement"), PlanReader.REQUIREMENT);
        assertMembers(parts.get("work"), PlanReader.WORK);
        assertMembers(parts.get("escalation"), PlanReader.ESCALATION);
        assertMembers(parts.get("rep"), PlanReader.REP);
        assertMembers(parts.get("criteria"), TerritoryReader.CRITERIA);
        assertMembers(parts.get("entry"), TerritoryReader.ENTRY);
        assertMembers(parts.get("territory"), TerritoryReader.TERRITORY);
        assertMembers(parts.get("outOfOffice"), AvailabilityReader.OUT_OF_OFFICE);
    }

    private static void assertMembers(Object part, String... known) {
        Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) part).get("properties");
        assertThat(properties.keySet().stream().map(Object::toString)).containsExactlyInAnyOrder(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leadkit.routing/1|leadkit.routing/9",
                "\"version\": \"7\"|\"verzion\": \"7\"",
                "\"version\": \"7\"|\"version\": \" \"",
                "\"queue\": \"waiting\"|\"kueue\": \"waiting\"",
                "\"level\": 3|\"level\": 11",
                "\"level\": 3|\"level\": 2.5",
                "\"weight\": 2|\"weight\": 0",
                "\"capacity\": 40, \"weight\"|\"weight\"",
                "\"active\": true|\"active\": \"yes\"",
                "\"PT10M\"|\"10 minutes\"",
                "\"PT1H\"|\"P1Y\"",
                "\"demo\": 9|\"demo\": -1",
                "\"german\": 5|\"german\": \"good\"",
                "{\"from\": 10, \"to\": 99}|{}",
                "\"country\": [\"DE\", \"AT\"]|\"country\": []",
                "{\"rep\": \"bob\"}|{\"rep\": \"bob\", \"queue\": \"x\"}",
                "{\"rep\": \"bob\"}|\"ignore\"",
                "\"soft\"|\"softly\"",
                "\"2026-12-25\"|\"Christmas\"",
                "\"priority\": 3|\"priority\": 1000001",
                "\"is\": \"DE\"|\"equals\": \"DE\"",
                "\"monday-friday\": [\"09:00-17:00\"]|\"monday-friday\": \"09:00-17:00\""
            })
    void aFaultThatASchemaCanSeeIsSeen(String change) {
        String[] parts = change.split("\\|", -1);
        String faulty = FULL.replace(parts[0], parts[1]);
        assertThat(faulty).isNotEqualTo(FULL);
        assertThat(faults(faulty)).isNotEmpty();
    }
}

package dev.leadkit.routing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.territory.TerritoryExplanation;
import dev.leadkit.routing.territory.TerritoryMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Territories in JSON")
final class TerritoryJsonTest {

    private static final Field<String> INDUSTRY = Field.text("industry");
    private static final Field<BigDecimal> SIZE = Field.number("employees");
    private static final FieldCatalog CATALOG = FieldCatalog.of(INDUSTRY, SIZE, Field.number("headcount"));

    private static RoutingPlan read(String json) {
        return RoutingPlanJson.read(JsonDocument.of(json), CATALOG, RoutingRegistry.EMPTY);
    }

    private static String block(String page, String start) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static Lead.Builder lead(String country) {
        return Lead.builder(new LeadId("x")).set(StandardFields.COUNTRY, country);
    }

    private static Lead.Builder munich(long employees) {
        return lead("DE")
                .set(StandardFields.POSTAL_CODE, "81541")
                .set(StandardFields.REGION, "Bayern")
                .set(INDUSTRY, "Software")
                .set(SIZE, BigDecimal.valueOf(employees));
    }

    @Test
    @DisplayName("do what docs/routing-territory.md says, and are written as they are read")
    void page() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("basedir", ".")).resolve("../docs/routing-territory.md"));
        RoutingPlan plan = read(block(page, "```json\n"));
        TerritoryMap map = TerritoryMap.of(plan.territoryPlan());
        List<String> lines = Stream.of(
                        munich(1_200),
                        munich(20),
                        lead("AT").set(StandardFields.EMAIL, new EmailAddress("jo@mail.acme.example")),
                        lead("AT").set(StandardFields.CITY, "Wien"),
                        lead("FR").set(StandardFields.CAMPAIGN, "fair-paris"))
                .map(lead -> map.explain(Facts.of(lead.build(), Instant.EPOCH)))
                .map(TerritoryJsonTest::line)
                .toList();

        assertThat(block(page, "```text\n")).isEqualTo(String.join("\n", lines) + "\n");
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
    }

    private static String line(TerritoryExplanation explanation) {
        List<String> all = explanation.matches().stream()
                .map(TerritoryExplanation.Match::territory)
                .toList();
        return explanation.territory().orElse("none") + ": " + explanation.reason() + " " + all;
    }

    @Test
    @DisplayName("are refused with every fault, each where it stands")
    void faults() {
        String json = """
                {"format": "leadkit.routing/1", "name": "p", "version": "1", "queue": "q",
                 "territoryFields": {"industry": "headcount", "size": "headcont"},
                 "territories": [
                   {"id": "a", "country": "DE", "postalCode": ["80*", "8?"], "colour": 1},
                   {"id": "b", "parent": "c", "entries": [
                     {"country": [], "source": "x"},
                     {"size": {}, "source": "y", "priority": 1.5},
                     {"country": "DE", "postalCode": "9..8"}]}],
                 "coverage": [{"country": "FR"}],
                 "reps": [{"id": "ann", "territories": ["a"], "capacity": 1}]}
                """;
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(json));
        assertThat(refused.faults())
                .extracting(Fault::path)
                .containsExactly(
                        "$.territoryFields.industry",
                        "$.territoryFields.size",
                        "$.territories[0].colour",
                        "$.territories[0].postalCode[1]",
                        "$.territories[1].entries[0].country",
                        "$.territories[1].entries[1].size",
                        "$.territories[1].entries[1].priority",
                        "$.territories[1].parent",
                        "$.territories[1].entries[2].postalCode",
                        "$.coverage[0]");
    }

    @Test
    @DisplayName("may ask fields of other names, if the host has them")
    void fields() {
        String start = "{\"format\": \"leadkit.routing/1\", \"name\": \"p\", \"version\": \"1\", \"queue\": \"q\", ";
        String rest = "\"territories\": [{\"id\": \"a\", \"size\": {\"to\": 9}, \"exclusive\": true, \"priority\": 2}],"
                + " \"reps\": [{\"id\": \"ann\", \"territories\": [\"a\"], \"capacity\": 1}]}";
        RoutingPlan plan = read(start + "\"territoryFields\": {\"size\": \"headcount\"}, " + rest);
        assertThat(plan.territoryPlan().fields().size().name()).isEqualTo("headcount");
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> RoutingPlanJson.read(
                        JsonDocument.of(start + rest), FieldCatalog.standard(), RoutingRegistry.EMPTY));
        assertThat(refused.faults()).extracting(Fault::path).containsExactly("$.territories[0].size");
    }
}

package dev.leadkit.json;

import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EventJsonTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    private static final FieldCatalog CATALOG = FieldCatalog.of(EMPLOYEES);
    private static final String HEADER = "\"format\": \"leadkit.event/1\", \"id\": \"E-1\", \"lead\": \"L-1\","
            + " \"occurredAt\": \"2026-11-22T08:00:00Z\", \"recordedAt\": \"2026-11-22T08:00:01Z\", ";

    private static LeadEvent captured() {
        return Captured.of(
                new EventHeader(
                        new EventId("E-1"),
                        new LeadId("L-1"),
                        Instant.parse("2026-11-22T08:00:00Z"),
                        Instant.parse("2026-11-22T08:00:01Z")),
                new Origin("web", "17", true),
                new Stage("new"),
                FieldValues.builder()
                        .set(StandardFields.COUNTRY, "DE")
                        .set(EMPLOYEES, new BigDecimal("50"))
                        .set(StandardFields.EMAIL, new EmailAddress("ann@example.com"))
                        .clear("region")
                        .build());
    }

    private static LeadEvent read(JsonDocument document, FieldCatalog catalog) {
        return document.as("event", json -> EventJson.read(json, catalog));
    }

    @Test
    void captureIsWrittenWithItsPersonalValuesApart() {
        assertThat(JsonText.pretty(EventJson.write(captured()))).isEqualTo("""
                        {
                          "format": "leadkit.event/1",
                          "kind": "captured",
                          "id": "E-1",
                          "lead": "L-1",
                          "occurredAt": "2026-11-22T08:00:00Z",
                          "recordedAt": "2026-11-22T08:00:01Z",
                          "origin": {
                            "system": "web",
                            "externalId": "17",
                            "dated": true
                          },
                          "stage": "new",
                          "facts": {
                            "country": "DE",
                            "employees": 50
                          },
                          "cleared": [
                            "region"
                          ],
                          "personal": {
                            "email": "ann@example.com"
                          }
                        }""");
    }

    @Test
    void eventWithoutItsPersonalMemberIsTheRedactedEvent() {
        Map<String, Object> tree = EventJson.write(captured());
        tree.remove("personal");
        assertThat(read(JsonDocument.of(tree), CATALOG)).isEqualTo(captured().redacted());
    }

    @Test
    void fieldThatBecamePersonalIsReadIntoThePersonalSection() {
        FieldCatalog stricter = FieldCatalog.of(EMPLOYEES.asPersonal());
        Captured read = (Captured) read(JsonDocument.of(EventJson.write(captured())), stricter);
        assertThat(read.personal().get(EMPLOYEES.asPersonal())).contains(new BigDecimal("50"));
        assertThat(read.facts().text("employees")).isEmpty();
    }

    @Test
    void fieldOfAnotherCatalogIsAFaultWithAHint() {
        assertThat(faults(
                        "{" + HEADER + "\"kind\": \"updated\", \"origin\": {\"system\": \"web\", \"externalId\": \"1\","
                                + " \"dated\": false}, \"facts\": {\"employes\": 5, \"shoeSize\": 43}}",
                        json -> EventJson.read(json, CATALOG)))
                .containsExactly(
                        "$.facts.employes: must be a field of the catalog, was a number. Did you mean \"employees\"?",
                        "$.facts.shoeSize: must be a field of the catalog, was a number. Declare the field: a catalog keeps"
                                + " every field that was ever used.");
    }

    @Test
    void everyFaultIsToldAtOnceAndShowsNoValue() {
        assertThat(faults(
                        "{\"format\": \"leadkit.event/2\", \"kind\": \"captured\", \"id\": \"\", \"occurredAt\": \"Ann\","
                                + " \"recordedAt\": \"2026-11-22T08:00:01Z\", \"origin\": \"Ann\", \"stage\": \"new\","
                                + " \"facts\": {\"employees\": \"Ann\"}, \"personal\": {\"email\": \"Ann\"}, \"name\": \"Ann\"}",
                        json -> EventJson.read(json, CATALOG)))
                .containsExactlyInAnyOrder(
                        "$.format: must be a known word, was text of 15 characters. Did you mean \"leadkit.event/1\"?",
                        "$.id: must be a text, was text of 0 characters",
                        "$.lead: must be a text, was missing",
                        "$.occurredAt: must be an instant like \"2026-11-22T08:00:00Z\", was text of 3 characters",
                        "$.origin: must be an object, was text of 3 characters",
                        "$.facts.employees: must be a number, was text of 3 characters",
                        "$.personal.email: must be a value of the type email, was text of 3 characters",
                        "$.name: must be a known member, was \"name\". Known: cleared, facts, format, id, kind, lead,"
                                + " occurredAt, origin, personal, recordedAt, stage.");
    }

    @Test
    void unknownKindIsOneFault() {
        assertThat(faults(
                        "{" + HEADER + "\"kind\": \"capturd\", \"whatever\": 1}",
                        json -> EventJson.read(json, CATALOG)))
                .containsExactly("$.kind: must be a known word, was text of 7 characters. Did you mean \"captured\"?");
    }

    @Test
    void scoreThatDoesNotAddUpIsAFault() {
        assertThat(faults(
                        "{" + HEADER
                                + "\"kind\": \"scored\", \"score\": {\"model\": {\"name\": \"b2b\", \"version\": \"1\"},"
                                + " \"dimensions\": {\"fit\": 4}, \"contributions\": [{\"dimension\": \"fit\","
                                + " \"rule\": \"big\", \"kind\": \"rule\", \"points\": 5}]}}",
                        json -> EventJson.read(json, CATALOG)))
                .singleElement()
                .asString()
                .startsWith("$.score: must be valid, was an object. Dimensions must be the sums");
    }

    @Test
    void pointsOfTooManyDecimalsAndUnknownCurrencyAreFaults() {
        assertThat(faults(
                        "{" + HEADER + "\"kind\": \"converted\", \"stage\": \"won\", \"value\": {\"minor\": 1.5,"
                                + " \"currency\": \"EURO\"}}",
                        json -> EventJson.read(json, CATALOG)))
                .containsExactly(
                        "$.value.minor: must be a whole number from -9223372036854775808 to 9223372036854775807, was a"
                                + " number",
                        "$.value.currency: must be an ISO 4217 code such as EUR, was text of 4 characters");
    }

    private static String written(String kind, String content) {
        return "{" + HEADER + "\"kind\": \"" + kind + "\", " + content + "}";
    }

    private static List<String> faultsOf(String kind, String content) {
        return faults(written(kind, content), json -> EventJson.read(json, CATALOG));
    }

    @Test
    void touchIsWrittenWithItsClickIdentifiersApart() {
        Touch touch = Touch.of(Map.of("utm_source", "google", "gclid", "Cj0K")).orElseThrow();
        Map<String, Object> tree = EventJson.write(new Touched(captured().header(), touch));
        assertThat(tree)
                .containsEntry("kind", "touched")
                .containsEntry("tags", Map.of("utm_source", "google"))
                .containsEntry("personal", Map.of("gclid", "Cj0K"));
        tree.remove("personal");
        assertThat(read(JsonDocument.of(tree), CATALOG))
                .isEqualTo(new Touched(captured().header(), touch.redacted()));
    }

    @Test
    void touchWithParametersOfNoListIsRefusedWithoutTheirValues() {
        assertThat(faultsOf("touched", "\"tags\": {\"utm_sauce\": \"Ann\", \"gclid\": \"Ann\"}"))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("$.tags.utm_sauce: "))
                .anySatisfy(fault -> assertThat(fault).startsWith("$.tags.gclid: "))
                .noneSatisfy(fault -> assertThat(fault).contains("Ann"));
        assertThat(faultsOf("touched", "\"tags\": {\"landing_page\": \"/a?mail=Ann\"}"))
                .singleElement()
                .asString()
                .contains("landing_page")
                .doesNotContain("Ann");
    }

    @Test
    void enrichmentIsWrittenWithItsProviderAndConfidence() {
        Enriched event = new Enriched(
                captured().header(),
                "acme",
                FieldValues.builder().set(StandardFields.COUNTRY, "DE").build(),
                FieldValues.builder()
                        .set(StandardFields.EMAIL, new EmailAddress("ann@example.com"))
                        .build(),
                new TreeMap<>(Map.of("country", 80)));
        assertThat(EventJson.write(event))
                .containsEntry("kind", "enriched")
                .containsEntry("provider", "acme")
                .containsEntry("facts", Map.of("country", "DE"))
                .containsEntry("personal", Map.of("email", "ann@example.com"))
                .containsEntry("confidence", Map.of("country", 80));
        assertThat(read(JsonDocument.of(EventJson.write(event)), CATALOG)).isEqualTo(event);
    }

    @Test
    void enrichmentThatClearsIsAFaultAndNoOtherException() {
        assertThat(faultsOf("enriched", "\"provider\": \"acme\", \"facts\": {}, \"cleared\": [\"city\"]"))
                .singleElement()
                .asString()
                .startsWith("$.cleared: must be a known member");
        assertThat(faultsOf("enriched", "\"provider\": \" \", \"facts\": {}, \"confidence\": {\"city\": 101}"))
                .hasSize(2);
    }

    @Test
    void wishesAreRead() {
        assertThat(read(JsonDocument.of(written("channelPreferred", "\"channel\": \"sms\"")), CATALOG))
                .isEqualTo(new ChannelPreferred(captured().header(), Channel.SMS));
        assertThat(read(JsonDocument.of(written("appointmentRequested", "\"at\": \"2026-12-01T08:00:00Z\"")), CATALOG))
                .isEqualTo(new AppointmentRequested(captured().header(), Instant.parse("2026-12-01T08:00:00Z")));
        assertThat(faultsOf("channelPreferred", "\"channel\": \"\"")).hasSize(1);
        assertThat(faultsOf("appointmentRequested", "\"at\": \"tomorrow\"")).hasSize(1);
    }
}

package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class LeadJsonTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void leadIsWrittenWithItsValuesAndTheirTypes() {
        Lead lead = Lead.builder(new LeadId("L-1"))
                .set(StandardFields.EMAIL, new EmailAddress("ann@example.com"))
                .set(Field.number("employees"), new BigDecimal("50"))
                .set(Field.flag("subscribed"), true)
                .set(Field.date("founded"), LocalDate.of(1999, 12, 31))
                .overlay(FieldValues.builder().clear("region").build())
                .capturedAt(THEN)
                .stage(new Stage("mql"), THEN.plusSeconds(60))
                .owner(new RepId("r7"))
                .build();
        assertThat(JsonText.pretty(LeadJson.write(lead))).isEqualTo("""
                        {
                          "format": "leadkit.lead/1",
                          "id": "L-1",
                          "stage": "mql",
                          "stageSince": "2026-11-22T08:01:00Z",
                          "owner": "r7",
                          "capturedAt": "2026-11-22T08:00:00Z",
                          "values": {
                            "email": {
                              "type": "email",
                              "personal": true,
                              "value": "ann@example.com"
                            },
                            "employees": {
                              "type": "number",
                              "value": 50
                            },
                            "founded": {
                              "type": "date",
                              "value": "1999-12-31"
                            },
                            "subscribed": {
                              "type": "flag",
                              "value": true
                            }
                          },
                          "cleared": [
                            "region"
                          ]
                        }""");
    }

    @Test
    void whenItWasConvertedOrLostIsWritten() {
        Lead lead = Lead.builder(new LeadId("L-1"))
                .convertedAt(THEN)
                .lostAt(THEN.plusSeconds(60))
                .build();
        assertThat(JsonText.line(LeadJson.write(lead)))
                .isEqualTo("{\"format\":\"leadkit.lead/1\",\"id\":\"L-1\",\"convertedAt\":\"2026-11-22T08:00:00Z\","
                        + "\"lostAt\":\"2026-11-22T08:01:00Z\",\"values\":{}}");
    }

    @Test
    void leadOfWhichNothingIsKnownHasItsIdentityOnly() {
        assertThat(JsonText.line(LeadJson.write(Lead.builder(new LeadId("L-1")).build())))
                .isEqualTo("{\"format\":\"leadkit.lead/1\",\"id\":\"L-1\",\"values\":{}}");
    }
}

package dev.leadkit.routing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.kit.Tickets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TicketJsonTest {

    @Property(tries = 500)
    void everyTicketIsReadAsItWasWritten(@ForAll long seed) {
        Ticket ticket = new Tickets(seed).next("lead");
        String text = TicketJson.write(ticket);

        assertThat(text).doesNotContain("\n");
        assertThat(TicketJson.read(JsonDocument.of(text))).isEqualTo(ticket);
    }

    @Test
    @DisplayName("The form is the one that is written down here")
    void form() {
        Ticket ticket = TicketJson.read(JsonDocument.of("""
                {"format": "leadkit.ticket/1", "lead": "one", "priority": 3, "since": "2026-03-02T09:00:00Z",
                 "resting": {"ann": "2026-03-02T10:00:00Z"}, "queue": "late",
                 "offer": {"rep": "bob", "token": 7, "until": "2026-03-02T09:05:00Z"}}
                """));

        assertThat(TicketJson.write(ticket))
                .isEqualTo("{\"format\":\"leadkit.ticket/1\",\"lead\":\"one\",\"priority\":3,"
                        + "\"since\":\"2026-03-02T09:00:00Z\",\"resting\":{\"ann\":\"2026-03-02T10:00:00Z\"},"
                        + "\"queue\":\"late\",\"offer\":{\"rep\":\"bob\",\"token\":7,"
                        + "\"until\":\"2026-03-02T09:05:00Z\"}}");
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(RefusedException.class, () -> TicketJson.read(JsonDocument.of(text)))
                .faults()
                .stream()
                .map(Fault::path)
                .toList();
    }

    @Test
    @DisplayName("Every fault is told at once, with its path")
    void faultsAtOnce() {
        assertThat(faults("""
                {"format": "leadkit.ticket/9", "lead": " ", "priority": 3.5, "since": "today", "queue": 4, "why": 1,
                 "resting": {" ": "2026-03-02T10:00:00Z", "ann": "soon"},
                 "offer": {"rep": "", "token": 1.5, "until": "x", "y": 1},
                 "promise": {"token": 1, "since": "x", "due": "y"}}
                """))
                .containsExactlyInAnyOrder(
                        "$.format",
                        "$.lead",
                        "$.priority",
                        "$.since",
                        "$.queue",
                        "$.why",
                        "$.resting[' ']",
                        "$.resting.ann",
                        "$.offer.rep",
                        "$.offer.token",
                        "$.offer.until",
                        "$.offer.y",
                        "$.promise.rep",
                        "$.promise.since",
                        "$.promise.due");
        assertThat(faults("""
                {"format": "leadkit.ticket/1", "lead": "one", "priority": 3, "since": "2026-03-02T09:00:00Z",
                 "resting": {}, "queue": "",
                 "offer": {"rep": "bob", "token": 7, "until": "2026-03-02T09:05:00Z"},
                 "promise": {"rep": "bob", "token": 7, "since": "2026-03-02T09:05:00Z", "due": "2026-03-02T09:05:00Z"}}
                """)).containsExactly("$");
    }
}

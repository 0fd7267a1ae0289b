package dev.leadkit.store;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RepeatedTest {

    private final Repeated repeated = new Repeated();

    private static LeadEvent visit(int number, String page, String seconds) {
        Interaction interaction = new Interaction(
                "page.viewed", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", page, "seconds", seconds));
        EventHeader header = new EventHeader(new EventId("e" + number), LEAD, Instant.EPOCH, Instant.EPOCH);
        return new Interacted(header, interaction);
    }

    @Test
    void equalInteractionsBecomeOneAndNoEventChanges() {
        for (int i = 0; i < 50_000; i++) {
            LeadEvent told = visit(i, "/page-" + i % 7, Integer.toString(i / 7));
            assertThat(repeated.shared(List.of(told))).containsExactly(told);
        }
        List<LeadEvent> twice = repeated.shared(List.of(visit(1, "/a", "1"), visit(2, "/a", "1")));
        assertThat(((Interacted) twice.get(0)).interaction()).isSameAs(((Interacted) twice.get(1)).interaction());
    }

    @Test
    void textsOfInteractionsThatDifferAreShared() {
        List<LeadEvent> two =
                repeated.shared(List.of(visit(1, new String("/a"), "1"), visit(2, new String("/a"), "2")));
        assertThat(page(two.get(0))).isSameAs(page(two.get(1)));
    }

    private static String page(LeadEvent event) {
        return ((Interacted) event).interaction().properties().get("page");
    }
}

package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Origin;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExampleTest {

    private static final LeadId LEAD = new LeadId("lead-1");
    private static final Instant CAPTURED = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant DECIDED = CAPTURED.plus(Duration.ofHours(1));
    private static final Instant LATER = DECIDED.plus(Duration.ofDays(9));
    private static final Origin ORIGIN = new Origin("form", "1", true);
    private static final Stage NEW = new Stage("new");
    private static final Stage END = new Stage("end");

    private static EventHeader header(String id, Instant at) {
        return new EventHeader(new EventId(id), LEAD, at, at);
    }

    private static LeadHistory history(LeadEvent... more) {
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, "AT").build();
        return LeadHistory.of(LEAD, List.of(Captured.of(header("e1", CAPTURED), ORIGIN, NEW, values)))
                .plus(more);
    }

    private static LeadEvent won(Instant at) {
        return new Converted(header("won", at), END, Optional.empty());
    }

    private static LeadEvent lost(Instant at) {
        return new Lost(header("lost", at), END, "no budget");
    }

    @Test
    @DisplayName("A lead that was converted after the decision was won, as it was at the decision")
    void won() {
        FieldValues learned =
                FieldValues.builder().set(StandardFields.JOB_TITLE, "boss").build();
        LeadEvent update = Updated.of(header("e2", LATER.minusSeconds(1)), ORIGIN, learned);
        Example example = Example.of(history(update, won(LATER)), DECIDED).orElseThrow();
        assertThat(example.won()).isTrue();
        assertThat(example.facts().asOf()).isEqualTo(DECIDED);
        assertThat(example.facts().lead().get(StandardFields.COUNTRY)).contains("AT");
        assertThat(example.facts().lead().get(StandardFields.JOB_TITLE)).isEmpty();
        assertThat(example).hasToString("Example[won, decided at 2026-03-01T10:00:00Z]");
    }

    @Test
    @DisplayName("A lead that was given up was lost, unless it was won nevertheless or is taken up again")
    void lost() {
        assertThat(Example.of(history(lost(LATER)), DECIDED).orElseThrow().won())
                .isFalse();
        assertThat(Example.of(history(lost(LATER), won(LATER.plusSeconds(1))), DECIDED)
                        .orElseThrow()
                        .won())
                .isTrue();
        LeadEvent again = new StageMoved(header("e9", LATER.plusSeconds(1)), END, NEW, "");
        assertThat(Example.of(history(lost(LATER), again), DECIDED)).isEmpty();
    }

    @Test
    @DisplayName("A lead whose outcome is open, or was known at the decision, is no example")
    void noExample() {
        assertThat(Example.of(history(), DECIDED)).isEmpty();
        assertThat(Example.of(history(won(DECIDED)), DECIDED)).isEmpty();
        assertThat(Example.of(history(lost(DECIDED)), DECIDED)).isEmpty();
        assertThat(Example.of(history(won(DECIDED.plusNanos(1))), DECIDED)).isPresent();
    }
}

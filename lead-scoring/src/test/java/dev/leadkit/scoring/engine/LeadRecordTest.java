package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record of a lead")
final class LeadRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L-1");

    @Test
    @DisplayName("takes more interactions than the history had that it was read from, and leaves that as it was")
    void goesOnFromAHistory() {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension(
                        "d",
                        d -> d.each(
                                "visits",
                                interaction("visit").filter(),
                                Worth.points(3).days(7)))
                .build());
        EventHeader header = new EventHeader(new EventId("E-1"), LEAD, NOW.minusSeconds(60), NOW);
        LeadHistory history = LeadHistory.of(LEAD, List.of(new Interacted(header, Interaction.inbound("visit"))));
        Scorer scorer = engine.scorer();
        LeadRecord record = engine.record().read(history);
        assertThat(scorer.total(record, NOW)).isEqualTo(Points.of(3).units());
        record.interaction(Interaction.inbound("visit"), NOW);
        assertThat(scorer.total(record, NOW)).isEqualTo(Points.of(6).units());
        assertThat(history.interactions()).hasSize(1);
        assertThat(scorer.total(record.read(history), NOW))
                .isEqualTo(Points.of(3).units());
    }

    @Test
    @DisplayName("is not changed by texts that are fetched")
    void fetchingChangesNothing() {
        Field<String> country = Field.text("country");
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("d", d -> d.rule("de", field(country).is("DE"), 5))
                .build());
        LeadRecord record = engine.record().set(engine.slot(country), "DE");
        assertThat(record.fetch("FR").fetch(null).fetch("")).isSameAs(record);
        assertThat(engine.scorer().total(record, NOW)).isEqualTo(Points.of(5).units());
        assertThat(engine.scorer().total(engine.record().fetch("DE"), NOW)).isZero();
    }

    @Test
    @DisplayName(
            "refuses what is older than the last one told or read, whether a rule asks for it or not, and nothing else")
    void refusesWhatIsOlder() {
        Interaction visit = Interaction.inbound("visit");
        EventHeader header = new EventHeader(new EventId("E-1"), LEAD, NOW.minusSeconds(60), NOW);
        LeadHistory history = LeadHistory.of(LEAD, List.of(new Interacted(header, visit)));
        ScoringModel asking = ScoringModel.builder("m", "1")
                .dimension("d", d -> d.each("visits", interaction("visit").filter(), Worth.points(3)))
                .build();
        ScoringModel silent = ScoringModel.builder("m", "1")
                .dimension("d", d -> d.rule("r", field(Field.text("f")).is("x"), 1))
                .build();
        for (ScoringModel model : List.of(asking, silent)) {
            LeadRecord record = ScoringEngine.of(model).record().interaction(visit, NOW);
            record.read(history).interaction(visit, NOW.minusSeconds(60)).interaction(visit, NOW.minusSeconds(30));
            assertThatThrownBy(() -> record.interaction(visit, NOW.minusSeconds(31)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("oldest first");
            assertThatThrownBy(() -> record.read(history).interaction(visit, NOW.minusSeconds(61)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("takes a double for the shortest decimal, whatever the JDK writes it as")
    void takesTheShortestDecimal() {
        Field<BigDecimal> size = Field.number("size");
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("d", d -> d.rule("big", field(size).atLeast(new BigDecimal("1e23")), 5))
                .build());
        LeadRecord record = engine.record().set(engine.slot(size), Double.parseDouble("1e23"));
        assertThat(engine.scorer().total(record, NOW)).isEqualTo(Points.of(5).units());
    }
}

package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static dev.leadkit.desk.Desks.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.lifecycle.StandardStages;
import dev.leadkit.store.LeadStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadingTest {

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk =
            Desks.on(store).scorer(Desks.counting()).router(new OneRepRouter(1)).build();

    @Test
    void aViewHasTheLeadItsHistoryItsScoreAndItsPlace() {
        Desks.captured(desk);
        desk.record(ADA, Interaction.inbound("page.viewed"));
        desk.route(ADA);
        LeadView view = desk.read(ADA).orElseThrow();
        assertThat(view.lead().stage()).contains(StandardStages.NEW);
        assertThat(view.history().events()).hasSize(3);
        assertThat(view.version()).isEqualTo(3);
        assertThat(view.score()).contains(points(1));
        assertThat(view.placement()).contains(OneRepRouter.withBen(1));
        assertThat(view.faults()).isEmpty();
        assertThat(view.toString()).doesNotContain("ada@example.org");
        assertThat(Desks.feed(store)).noneMatch(Scored.class::isInstance);
    }

    @Test
    void lookingBackShowsTheLeadAsItWasThen() {
        Desks.captured(desk);
        desk.record(ADA, Interaction.inbound("page.viewed"));
        desk.move(ADA, StandardStages.MQL, "");
        LeadView then = desk.at(NOW.minusSeconds(1)).read(ADA).orElseThrow();
        assertThat(then.lead().stage()).contains(StandardStages.NEW);
        assertThat(then.score()).contains(points(0));
        assertThat(desk.at(NOW.minus(Duration.ofDays(2))).read(ADA)).isEmpty();
        assertThat(desk.read(new LeadId("L-0"))).isEmpty();
    }

    @Test
    void aScoreForADecisionIsKeptAndOneThatIsAsItWasIsNoNews() {
        Desks.captured(desk);
        assertThat(desk.score(ADA)).isEqualTo(new DeskResult.Done<>(points(0), 2, List.of()));
        assertThat(desk.score(ADA)).isEqualTo(new DeskResult.Done<>(points(0), 2, List.of()));
        desk.record(ADA, Interaction.inbound("page.viewed"));
        assertThat(desk.score(ADA).orElseThrow()).isEqualTo(points(1));
        LeadView view = Desks.on(store).build().read(ADA).orElseThrow();
        assertThat(view.score()).as("without a scorer the latest one kept").contains(points(1));
        assertThat(view.lead().get(StandardFields.SCORE)).contains(BigDecimal.ONE);
    }

    @Test
    void aScoreFromAClockALittleBehindIsTheLatestAllTheSame() {
        Desks.captured(desk);
        desk.score(ADA).orElseThrow();
        LeadDesk slow = Desks.on(store, NOW.minusMillis(3))
                .scorer((history, asOf) -> points(5))
                .build();
        assertThat(slow.score(ADA)).isEqualTo(new DeskResult.Done<>(points(5), 3, List.of()));
        assertThat(slow.score(ADA)).as("no news").isEqualTo(new DeskResult.Done<>(points(5), 3, List.of()));
        assertThat(Desks.on(store).build().read(ADA).orElseThrow().score()).contains(points(5));
    }

    @Test
    void aScorerThatThrowsIsNamedAndTheLeadCanStillBeRead() {
        Desks.captured(desk);
        LeadDesk unlucky = Desks.on(store)
                .scorer((history, asOf) -> {
                    throw new IllegalStateException("ada@example.org");
                })
                .build();
        LeadView view = unlucky.read(ADA).orElseThrow();
        assertThat(view.score()).isEmpty();
        assertThat(view.faults().toString())
                .contains("scorer: must be able to answer, was java.lang.IllegalStateException")
                .doesNotContain("ada@example.org");
        DeskResult<Score> result = unlucky.score(ADA);
        assertThat(result).isInstanceOf(DeskResult.Failed.class);
        assertThat(result.toString()).contains("scorer").doesNotContain("ada@example.org");
        assertThatIllegalStateException()
                .isThrownBy(result::orElseThrow)
                .withMessage("result must be Done, was " + result)
                .havingCause()
                .withMessage("ada@example.org");
        assertThat(Desks.on(store).build().score(ADA).toString()).contains("scorer: must be handed");
        assertThat(desk.score(new LeadId("L-0"))).isInstanceOf(DeskResult.NoSuchLead.class);
    }

    @Test
    void theShortestDeskReadsSubmissionsByAMapping() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("E-mail", StandardFields.EMAIL))
                .build();
        LeadDesk shortest = LeadDesk.builder(LeadStore.inMemory(), () -> NOW)
                .mapping(mapping)
                .build();
        CaptureOutcome outcome =
                shortest.capture(new Submission("form", "7", Optional.empty(), Map.of("E-mail", "Ada@Example.org")));
        LeadView view = shortest.read(outcome.leadId().orElseThrow()).orElseThrow();
        assertThat(view.lead().get(StandardFields.EMAIL)).isPresent();
    }
}

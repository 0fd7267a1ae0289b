package dev.leadkit.metrics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LeadFactsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private static Instant at(long minutes) {
        return T0.plusSeconds(60 * minutes);
    }

    @Test
    void anUndatedCaptureGivesNoCaptureInstantButItsStage() {
        LeadFacts facts = LeadFacts.of(
                new Story("a").captured(T0, false, "mql", FieldValues.EMPTY).history());
        assertThat(facts.captured().map(FactEvent::at)).isEmpty();
        assertThat(facts.entries()).extracting(StageEntry::stage).containsExactly(new Stage("mql"));
    }

    @Test
    void onlyTheFirstEntryIntoAStageCounts() {
        LeadFacts facts = LeadFacts.of(new Story("a")
                .captured(T0, "web")
                .moved(at(5), "mql")
                .moved(at(9), "new")
                .moved(at(12), "mql")
                .history());
        assertThat(facts.firstReached(Set.of(new Stage("mql"))).map(FactEvent::at))
                .contains(at(5));
        assertThat(facts.firstReached(Set.of(new Stage("new"), new Stage("mql")))
                        .map(FactEvent::at))
                .contains(T0);
        assertThat(facts.firstReached(Set.of(new Stage("sql")))).isEmpty();
    }

    @Test
    void theResponseIsTheFirstHumanOutboundInteractionThatIsNotBeforeTheCapture() {
        LeadFacts facts = LeadFacts.of(new Story("a")
                .interacted(at(-9), Direction.OUTBOUND, Actor.HUMAN)
                .captured(T0, "web")
                .interacted(at(1), Direction.OUTBOUND, Actor.AUTOMATED)
                .interacted(at(2), Direction.INBOUND, Actor.HUMAN)
                .interacted(at(3), Direction.OUTBOUND, Actor.HUMAN)
                .interacted(at(4), Direction.OUTBOUND, Actor.HUMAN)
                .history());
        assertThat(facts.responded().map(FactEvent::at)).contains(at(3));
    }

    @Test
    void aContactInTheMomentOfTheCaptureIsAResponse() {
        LeadFacts facts = LeadFacts.of(new Story("a")
                .interacted(T0, Direction.OUTBOUND, Actor.HUMAN)
                .captured(T0, "web")
                .history());
        assertThat(facts.responded().map(FactEvent::at)).contains(T0);
    }

    @Test
    void theSourceIsTheFirstThatWasTold() {
        LeadFacts facts = LeadFacts.of(new Story("a")
                .captured(T0, "")
                .updated(at(1), Story.source("ads"))
                .updated(at(2), Story.source("web"))
                .history());
        assertThat(facts.source()).contains("ads");
        assertThat(facts.values().get(StandardFields.SOURCE)).contains("web");
    }

    @Test
    void aReopenedLeadIsNotLost() {
        LeadFacts facts = LeadFacts.of(new Story("a")
                .captured(T0, "web")
                .lost(at(5))
                .moved(at(9), "mql")
                .history());
        assertThat(facts.lost().map(FactEvent::at)).isEmpty();
    }

    @Test
    void theScoreIsTheLatestAtTheFirstAssignmentOrQueueing() {
        Story story = new Story("a")
                .captured(T0, "web")
                .scored(at(1), 10)
                .scored(at(3), 30)
                .queued(at(3))
                .scored(at(4), 40)
                .assigned(at(5));
        assertThat(LeadFacts.of(story.history()).decisionScore()).contains(Points.of(30));
    }

    @Test
    void aScoreAfterTheOutcomeIsNotTheDecisions() {
        Story story = new Story("a").captured(T0, "web").scored(at(1), 10).converted(at(2));
        story.scored(at(3), 99).assigned(at(4));
        assertThat(LeadFacts.of(story.history()).decisionScore()).contains(Points.of(10));
        Story late = new Story("b").captured(T0, "web").lost(at(2)).scored(at(3), 99);
        assertThat(LeadFacts.of(late.history()).decisionScore()).isEmpty();
    }

    @Test
    void onAnUndatedLeadTheInstantOfTheOutcomeDecidesNothing() {
        Story story = new Story("a")
                .captured(T0, false, "new", FieldValues.EMPTY)
                .converted(T0)
                .scored(at(1), 20)
                .assigned(at(1));
        assertThat(LeadFacts.of(story.history()).decisionScore()).contains(Points.of(20));
    }

    @Test
    void withoutAnyDecisionTheLatestScoreCounts() {
        Story story = new Story("a").captured(T0, "web").scored(at(1), 10).scored(at(2), 20);
        assertThat(LeadFacts.of(story.history()).decisionScore()).contains(Points.of(20));
    }

    @Test
    void noPersonalDataIsKept() {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress("jane@example.com"))
                .set(StandardFields.CITY, "Porto")
                .build();
        LeadFacts facts =
                LeadFacts.of(new Story("a").captured(T0, true, "new", values).history());
        assertThat(facts.values().get(StandardFields.EMAIL)).isEmpty();
        assertThat(facts.values().get(StandardFields.CITY)).contains("Porto");
        assertThat(facts).asString().doesNotContain("Porto");
    }
}

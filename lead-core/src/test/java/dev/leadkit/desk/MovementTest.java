package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static dev.leadkit.lifecycle.StandardStages.CONTACTED;
import static dev.leadkit.lifecycle.StandardStages.CONVERTED;
import static dev.leadkit.lifecycle.StandardStages.LOST;
import static dev.leadkit.lifecycle.StandardStages.MQL;
import static dev.leadkit.lifecycle.StandardStages.RECYCLED;
import static dev.leadkit.lifecycle.StandardStages.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.StageMoved;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MovementTest {

    private static final Money PRICE = new Money(12_50, Currency.getInstance("EUR"));
    private static final Instant DAY = NOW.minus(Duration.ofHours(5));

    private final RacingStore store = new RacingStore();
    private final OneRepRouter router = new OneRepRouter(1);
    private final LeadDesk desk = Desks.on(store).router(router).build();
    private final LeadDesk rival = Desks.on(store.calm()).build();

    private static Optional<Stage> stage(DeskResult<Lead> result) {
        return result.orElseThrow().stage();
    }

    @Test
    void aMoveThatIsAllowedIsKeptAndOneThatIsNotSaysWhy() {
        Desks.captured(desk);
        assertThat(stage(desk.move(ADA, MQL, ""))).contains(MQL);
        assertThat(desk.move(ADA, CONTACTED, "")).isInstanceOf(DeskResult.Refused.class);
        assertThat(desk.lose(ADA, "")).isInstanceOf(DeskResult.Refused.class);
        assertThat(stage(desk.lose(ADA, "no budget"))).contains(LOST);
        assertThat(stage(desk.move(ADA, RECYCLED, "new budget"))).contains(RECYCLED);
        assertThat(stage(desk.move(ADA, MQL, ""))).contains(MQL);
        assertThat(desk.read(ADA).orElseThrow().lead().stage()).contains(MQL);
        assertThat(desk.move(Desks.ADA, new Stage("mqll"), "").toString()).contains("Did you mean");
        assertThat(desk.convert(new dev.leadkit.lead.LeadId("L-0")))
                .isEqualTo(new DeskResult.NoSuchLead<Lead>(new dev.leadkit.lead.LeadId("L-0")));
    }

    @Test
    void movingToTheWonStageIsConvertingSoThatThereIsOneDefinitionOfIt() {
        Desks.captured(desk);
        assertThat(stage(desk.move(ADA, CONVERTED, ""))).contains(CONVERTED);
        assertThat(Desks.feed(store).get(1)).isInstanceOf(Converted.class);
        assertThat(desk.read(ADA).orElseThrow().lead().convertedAt()).contains(NOW);
    }

    @Test
    void aConversionOfThePastIsToldWithItsMomentAndWorth() {
        Desks.captured(desk);
        Lead lead = desk.at(DAY).convert(ADA, PRICE).orElseThrow();
        assertThat(lead.convertedAt()).contains(DAY);
        LeadEvent event = Desks.feed(store).get(1);
        assertThat(event.header().recordedAt()).isEqualTo(NOW);
        assertThat(event)
                .isInstanceOfSatisfying(
                        Converted.class, sold -> assertThat(sold.value()).contains(PRICE));
    }

    @Test
    void aPastThatIsToldTwiceHappenedOnce() {
        Desks.captured(desk);
        for (int time = 0; time < 2; time++) {
            assertThat(desk.at(DAY).move(ADA, CONTACTED, "").answer()).isPresent();
            assertThat(desk.at(DAY).move(ADA, SQL, "").answer()).isPresent();
            assertThat(desk.at(DAY.plusSeconds(60)).convert(ADA, PRICE).answer())
                    .isPresent();
        }
        assertThat(Desks.feed(store)).hasSize(4);
    }

    @Test
    void movesOfOneDayWithoutATimeStayInTheOrderTold() {
        Desks.captured(desk);
        desk.at(DAY).move(ADA, CONTACTED, "");
        desk.at(DAY).move(ADA, MQL, "");
        desk.at(DAY).move(ADA, SQL, "");
        assertThat(desk.read(ADA).orElseThrow().lead().stage()).contains(SQL);
        assertThat(desk.read(ADA).orElseThrow().history().events().stream()
                        .filter(StageMoved.class::isInstance)
                        .map(LeadEvent::occurredAt))
                .containsExactly(DAY, DAY.plusNanos(1_000), DAY.plusNanos(2_000));
    }

    @Test
    void aMoveStandsAtItsMoment() {
        Desks.captured(desk);
        desk.at(DAY).move(ADA, CONTACTED, "").orElseThrow();
        desk.at(DAY.plusSeconds(60)).move(ADA, MQL, "").orElseThrow();
        desk.move(ADA, SQL, "").orElseThrow();
        assertThat(desk.read(ADA).orElseThrow().history().events().stream()
                        .filter(StageMoved.class::isInstance)
                        .map(LeadEvent::occurredAt))
                .containsExactly(DAY, DAY.plusSeconds(60), NOW);
    }

    @Test
    void aMoveFromBeforeTheLatestIsRefusedNotFoldedIn() {
        Desks.captured(desk);
        desk.at(DAY).move(ADA, MQL, "");
        assertThat(desk.at(DAY.minusSeconds(2)).move(ADA, SQL, "").toString()).contains("occurredAt", "in the order");
        assertThat(desk.read(ADA).orElseThrow().lead().stage()).contains(MQL);
    }

    @Test
    void anUndatedLeadMayHaveMovedBeforeItWasRecorded() {
        desk.capture(new Submission("web", "1", Optional.empty(), Map.of()));
        assertThat(stage(desk.at(DAY).convert(ADA, PRICE))).contains(CONVERTED);
        assertThat(desk.read(ADA).orElseThrow().lead().stage()).contains(CONVERTED);
    }

    @Test
    void aLeadThatChangedMeanwhileIsAConflictAndNothingIsWritten() {
        Desks.captured(desk);
        store.beforeNextCommit(() -> rival.record(ADA, Interaction.inbound("page.viewed")));
        assertThat(desk.move(ADA, MQL, "")).isEqualTo(new DeskResult.Conflict<Lead>(2));
        store.beforeNextCommit(() -> rival.move(ADA, MQL, ""));
        assertThat(desk.record(ADA, Interaction.inbound("page.closed"))).isEqualTo(new DeskResult.Conflict<Lead>(3));
        assertThat(Desks.feed(store)).hasSize(3);
    }

    @Test
    void whoeverLeavesTheOpenStagesGivesTheNewestPlaceBackAndMayTakeOneAgain() {
        Desks.captured(desk);
        desk.route(ADA).orElseThrow();
        desk.move(ADA, MQL, "").orElseThrow();
        assertThat(router.places).containsKey(ADA);
        desk.lose(ADA, "no budget").orElseThrow();
        assertThat(router.places).isEmpty();
        desk.move(ADA, RECYCLED, "new budget").orElseThrow();
        desk.move(ADA, MQL, "").orElseThrow();
        assertThat(desk.route(ADA).orElseThrow()).isEqualTo(OneRepRouter.withBen(2));
        desk.convert(ADA).orElseThrow();
        assertThat(router.places).isEmpty();
        assertThat(router.asked).endsWith("release 2");
    }

    @Test
    void aRouterThatCannotTakeThePlaceBackDoesNotUndoTheConversion() {
        Desks.captured(desk);
        desk.route(ADA).orElseThrow();
        LeadDesk unlucky = Desks.on(store).router(new BrokenRouter()).build();
        DeskResult<Lead> result = unlucky.convert(ADA);
        assertThat(stage(result)).contains(CONVERTED);
        assertThat(result.toString()).contains("router: must be able to answer").doesNotContain("ada@example.org");
        assertThat(unlucky.at(NOW).convert(ADA)).as("told again").isInstanceOf(DeskResult.Done.class);
    }

    @Test
    void interactionsGoInWithOneCommitAndOnce() {
        Desks.captured(desk);
        List<TimedInteraction> visits = List.of(
                new TimedInteraction(Interaction.inbound("page.viewed"), DAY),
                new TimedInteraction(Interaction.inbound("page.viewed"), DAY.minusSeconds(1)),
                new TimedInteraction(Interaction.outbound("call"), DAY),
                new TimedInteraction(Interaction.inbound("page.viewed"), DAY));
        assertThat(desk.record(ADA, visits))
                .isInstanceOfSatisfying(
                        DeskResult.Done.class,
                        done -> assertThat(done.version()).isEqualTo(2));
        assertThat(desk.record(ADA, visits))
                .isInstanceOfSatisfying(
                        DeskResult.Done.class,
                        done -> assertThat(done.version()).isEqualTo(2));
        assertThat(desk.read(ADA).orElseThrow().history().interactions()).hasSize(3);
        assertThat(desk.record(ADA, List.of()).answer()).isPresent();
    }

    @Test
    void interactionsThatDifferInOneRespectAloneAreTwo() {
        Desks.captured(desk);
        List<Interaction> all = List.of(
                call(Map.of()),
                Interaction.outbound("call"),
                Interaction.inbound("mail"),
                new Interaction("call", Direction.INBOUND, Actor.HUMAN, Map.of()),
                call(Map.of("minutes", "3")),
                call(Map.of("minutes", "4")),
                call(Map.of("seconds", "3")));
        desk.record(ADA, all.toArray(Interaction[]::new)).orElseThrow();
        assertThat(desk.read(ADA).orElseThrow().history().interactions()).hasSize(all.size());
    }

    private static Interaction call(Map<String, String> properties) {
        return new Interaction("call", Direction.INBOUND, Actor.AUTOMATED, properties);
    }
}

package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.submission;
import static dev.leadkit.desk.OneRepRouter.waiting;
import static dev.leadkit.desk.OneRepRouter.withBen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.Queued;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.store.Commit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RoutingTest {

    private static final LeadId BOB = LeadId.derived("web", "2");

    private final RacingStore store = new RacingStore();
    private final OneRepRouter router = new OneRepRouter(1);
    private final LeadDesk desk = Desks.on(store).router(router).build();
    private final LeadDesk rival = Desks.on(store.calm()).router(router).build();

    @BeforeEach
    void capture() {
        Desks.captured(desk);
        desk.capture(submission("2", "bob@example.org"));
    }

    private Placement placement(LeadId lead) {
        return desk.read(lead).orElseThrow().placement().orElseThrow();
    }

    @Test
    void aPlaceIsReservedCommittedAndConfirmedInThisOrder() {
        assertThat(desk.route(ADA)).isEqualTo(new DeskResult.Done<>(withBen(1), 2, List.of()));
        assertThat(router.asked).containsExactly("reserve", "confirm 1");
        assertThat(router.confirmed).containsExactly(ADA);
        assertThat(desk.read(ADA).orElseThrow().lead().owner()).contains(new RepId("ben"));
        assertThat(placement(ADA)).isEqualTo(withBen(1));
    }

    @Test
    void aLeadThatHasAPlaceKeepsItWithoutANewEvent() {
        desk.route(ADA);
        assertThat(desk.route(ADA)).isEqualTo(new DeskResult.Done<>(withBen(1), 2, List.of()));
        assertThat(Desks.feed(store)).filteredOn(Assigned.class::isInstance).hasSize(1);
    }

    @Test
    void whereThereIsNoRoomTheLeadWaitsAndWaitingOnIsNoNews() {
        desk.route(ADA);
        assertThat(desk.route(BOB).orElseThrow()).isEqualTo(waiting());
        assertThat(desk.route(BOB).orElseThrow()).isEqualTo(waiting());
        assertThat(Desks.feed(store)).filteredOn(Queued.class::isInstance).hasSize(1);
        desk.lose(ADA, "no budget").orElseThrow();
        assertThat(desk.route(BOB).orElseThrow()).isEqualTo(withBen(2));
        assertThat(placement(BOB))
                .as("though both were decided at the same instant")
                .isEqualTo(withBen(2));
    }

    @Test
    void aPlaceIsGivenBackWhenTheLeadChangedMeanwhile() {
        store.beforeNextCommit(() -> rival.record(ADA, Interaction.inbound("page.viewed")));
        assertThat(desk.route(ADA)).isEqualTo(new DeskResult.Conflict<Placement>(2));
        assertThat(router.asked).containsExactly("reserve", "release 1");
        assertThat(router.places).isEmpty();
    }

    @Test
    void aPlaceThatSomebodyElseCommittedForTheLeadIsNotGivenBack() {
        store.beforeNextCommit(() -> rival.route(ADA));
        assertThat(desk.route(ADA)).isEqualTo(new DeskResult.Done<>(withBen(1), 2, List.of()));
        assertThat(router.places).containsEntry(ADA, 1L);
        assertThat(router.asked).doesNotContain("release 1");
    }

    @Test
    void aPlaceIsGivenBackWhenTheStoreThrowsAndTheCallerHearsOfIt() {
        store.beforeNextCommit(() -> {
            throw new IllegalStateException("connection lost");
        });
        assertThatThrownBy(() -> desk.route(ADA)).hasMessage("connection lost").hasNoSuppressedExceptions();
        assertThat(router.places).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeGivenBackEitherIsToldBesideWhatTheStoreSays() {
        store.beforeNextCommit(() -> {
            throw new IllegalStateException("connection lost");
        });
        LeadRouter held = new ShakyRouter(router).throwing("release");
        assertThatThrownBy(() -> Desks.on(store).router(held).build().route(ADA))
                .hasMessage("connection lost")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly(ShakyRouter.FAILURE));
    }

    @Test
    void ofTwoQueuesTheLaterIsThePlace() {
        for (int i = 1; i <= 2; i++) {
            EventHeader header = new EventHeader(new EventId("E-" + i), ADA, Desks.NOW.plusSeconds(i), Desks.NOW);
            Queued queued = new Queued(header, "queue " + i, OneRepRouter.PLAN, "told by the host");
            store.commit(Commit.of(ADA, i, List.of(queued)));
        }
        assertThat(placement(ADA)).isEqualTo(new Placement.InQueue("queue 2", OneRepRouter.PLAN, "told by the host"));
    }

    @Test
    void aPlaceThatWasGoneBeforeItWasConfirmedIsAWarningAndRoutingAgainMendsIt() {
        store.beforeNextCommit(() -> router.release(ADA, 1));
        assertThat(desk.route(ADA).toString()).contains("Route the lead again.");
        assertThat(desk.route(ADA)).isEqualTo(new DeskResult.Done<>(withBen(2), 3, List.of()));
        assertThat(placement(ADA)).isEqualTo(withBen(2));
    }

    @Test
    void aRouterThatThrowsFailsWithItsNameAndTheLeadIsAsItWas() {
        int before = Desks.feed(store).size();
        DeskResult<Placement> result =
                Desks.on(store).router(new BrokenRouter()).build().route(ADA);
        assertThat(result)
                .isInstanceOfSatisfying(
                        DeskResult.Failed.class,
                        failed -> assertThat(failed.fault().toString())
                                .startsWith("router: must be able to answer, was java.lang.IllegalStateException"));
        assertThat(Desks.feed(store)).hasSize(before);
    }

    @Test
    void aRouterThatGivesAnOldTokenIsRefused() {
        desk.route(ADA);
        router.release(ADA, 1);
        router.places.put(ADA, 0L);
        assertThat(desk.route(ADA)).isInstanceOf(DeskResult.Refused.class);
        assertThat(router.places).isEmpty();
    }

    @Test
    void aRouterThatGivesATokenAgainThatAnotherFollowedIsRefused() {
        desk.route(ADA);
        router.release(ADA, 1);
        desk.route(ADA);
        router.places.put(ADA, 1L);
        LeadDesk later =
                Desks.on(store, Desks.NOW.plusSeconds(60)).router(router).build();
        assertThat(later.route(ADA)).isInstanceOf(DeskResult.Refused.class);
        assertThat(router.places).isEmpty();
    }

    @Test
    void aPlaceThatSomebodyElseCommittedIsNotGivenBackThoughTheStoreThrows() {
        store.beforeNextCommit(() -> {
            rival.route(ADA);
            throw new IllegalStateException("connection lost");
        });
        assertThatThrownBy(() -> desk.route(ADA)).hasMessage("connection lost");
        assertThat(router.places).containsEntry(ADA, 1L);
        assertThat(placement(ADA)).isEqualTo(withBen(1));
    }

    @Test
    void whatAClockALittleBehindDecidesStandsBehindWhatWasDecidedBefore() {
        desk.route(ADA);
        desk.route(BOB);
        desk.lose(ADA, "no budget").orElseThrow();
        LeadDesk slow = Desks.on(store, Desks.NOW.minusMillis(3)).router(router).build();
        assertThat(slow.route(BOB).orElseThrow()).isEqualTo(withBen(2));
        assertThat(placement(BOB)).isEqualTo(withBen(2));
    }

    @Test
    void ofTwoAssignmentsWithOneTokenTheOwnersIsThePlace() {
        desk.route(ADA);
        EventHeader header = new EventHeader(new EventId("E-2"), ADA, Desks.NOW.plusSeconds(1), Desks.NOW);
        Assigned again = new Assigned(header, new RepId("eve"), 1, OneRepRouter.PLAN, "told by the host");
        store.commit(Commit.of(ADA, 2, List.of(again)));
        LeadView view = desk.read(ADA).orElseThrow();
        assertThat(view.lead().owner()).contains(new RepId("eve"));
        assertThat(view.placement().toString()).contains("eve");
    }

    @Test
    void aLeadThatIsWonOrLostIsNotRoutedAndNeitherIsOneWithoutARouter() {
        desk.convert(ADA).orElseThrow();
        desk.lose(BOB, "no budget").orElseThrow();
        assertThat(desk.route(ADA)).isInstanceOf(DeskResult.Refused.class);
        assertThat(desk.route(BOB)).isInstanceOf(DeskResult.Refused.class);
        assertThat(router.asked).doesNotContain("reserve");
        assertThat(Desks.on(store).build().route(ADA).toString()).contains("router: must be handed");
        assertThat(desk.route(new LeadId("L-0"))).isInstanceOf(DeskResult.NoSuchLead.class);
    }
}

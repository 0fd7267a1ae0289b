package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.desk.Reconciliation.Cursor;
import dev.leadkit.desk.Reconciliation.How;
import dev.leadkit.desk.Reconciliation.Settled;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ReconcileTest {

    private static final LeadId BOB = LeadId.derived("web", "2");

    private final RacingStore store = new RacingStore();
    private final OneRepRouter router = new OneRepRouter(9);
    private final LeadDesk desk = Desks.on(store).router(router).build();

    @BeforeEach
    void capture() {
        Desks.captured(desk);
        desk.capture(submission("2", "bob@example.org"));
    }

    private List<Settled> all(int most) {
        List<Settled> settled = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            Reconciliation page = desk.reconcile(next.get(), most);
            assertThat(page.faults()).isEmpty();
            settled.addAll(page.settled());
            next = page.next();
        }
        return settled;
    }

    private static Settled settled(LeadId lead, How how, long token) {
        return new Settled(lead, how, token, "");
    }

    @Test
    @DisplayName("Where nothing is wrong nothing is settled, and the pages come to an end")
    void calm() {
        desk.route(ADA);
        desk.route(BOB);
        router.asked.clear();
        assertThat(all(1)).isEmpty();
        assertThat(router.asked).containsExactly("confirm 1", "confirm 2");
        assertThat(desk.reconcile(Cursor.START, 1).next())
                .contains(new Cursor(
                        true,
                        Optional.of(router.held(Optional.empty(), 1).get(0).lead())));
        assertThat(desk.reconcile(Cursor.START, 9).next()).contains(new Cursor(false, Optional.empty()));
        assertThat(desk.reconcile(new Cursor(false, Optional.empty()), 9).next())
                .isEmpty();
    }

    @Test
    @DisplayName("A place that the store knows is confirmed")
    void confirms() {
        desk.route(ADA);
        router.confirmed.clear();
        assertThat(all(9)).containsExactly(settled(ADA, How.CONFIRMED, 1));
        assertThat(router.confirmed).containsExactly(ADA);
    }

    @Test
    @DisplayName("A place that no lead owns is given back, also of a lead that the store does not know")
    void releases() {
        LeadId ghost = new LeadId("ghost");
        router.places.put(ADA, 5L);
        router.places.put(ghost, 6L);
        assertThat(all(9)).containsExactlyInAnyOrder(settled(ADA, How.RELEASED, 5), settled(ghost, How.RELEASED, 6));
        assertThat(router.places).isEmpty();
    }

    @Test
    @DisplayName("A place that lapses by itself is left to that, unless an owner has come after it")
    void lapsing() {
        router.places.put(ADA, 5L);
        router.lapsing.add(ADA);
        assertThat(all(9)).isEmpty();
        assertThat(router.places).containsEntry(ADA, 5L);
        router.places.remove(ADA);
        desk.route(ADA);
        router.places.put(ADA, 0L);
        assertThat(all(9)).containsExactly(settled(ADA, How.RELEASED, 0), settled(ADA, How.RETAKEN, 1));
    }

    @Test
    @DisplayName("A lead that was lost, won or parked keeps no place; one that was routed while it was parked does")
    void stages() {
        desk.route(ADA);
        desk.lose(ADA, "no budget").orElseThrow();
        router.places.put(ADA, 1L);
        desk.route(BOB);
        desk.move(BOB, new Stage("recycled"), "later").orElseThrow();
        router.places.put(BOB, 2L);
        assertThat(all(9)).containsExactlyInAnyOrder(settled(ADA, How.RELEASED, 1), settled(BOB, How.RELEASED, 2));
        desk.at(Desks.NOW.plusSeconds(60)).route(BOB).orElseThrow();
        assertThat(router.places).containsOnlyKeys(BOB);
        assertThat(all(9)).isEmpty();
        assertThat(router.places).containsOnlyKeys(BOB);
    }

    @Test
    @DisplayName("A lead that was moved twice and routed before it was parked keeps no place")
    void parkedAfterwards() {
        desk.move(ADA, new Stage("mql"), "").orElseThrow();
        desk.route(ADA).orElseThrow();
        desk.move(ADA, new Stage("recycled"), "later").orElseThrow();
        router.places.put(ADA, 1L);
        assertThat(all(9)).containsExactly(settled(ADA, How.RELEASED, 1));
    }

    @Test
    @DisplayName("What came differently between the question and the answer is nothing to tell")
    void meanwhile() {
        desk.route(ADA);
        router.confirmed.clear();
        LeadDesk late = Desks.on(store)
                .router(new ShakyRouter(router).refusing("confirm", "release"))
                .build();
        assertThat(late.reconcile(Cursor.START, 9).settled()).isEmpty();
        desk.lose(ADA, "no budget").orElseThrow();
        router.places.put(ADA, 1L);
        assertThat(late.reconcile(Cursor.START, 9).settled()).isEmpty();
    }

    @Test
    @DisplayName("A place that cannot be taken again is told with the reason")
    void notRetaken() {
        desk.route(ADA);
        router.places.clear();
        LeadDesk shaky = Desks.on(store)
                .router(new ShakyRouter(router).throwing("retake"))
                .build();
        assertThat(shaky.reconcile(new Cursor(false, Optional.empty()), 9).settled())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.lead()).isEqualTo(ADA);
                    assertThat(each.how()).isEqualTo(How.FAILED);
                    assertThat(each.token()).isEqualTo(1);
                    assertThat(each.words()).startsWith("router: must be able to answer");
                });
        assertThat(router.places).isEmpty();
    }

    @Test
    @DisplayName("A place newer than the owner that the store knows is committed")
    void rollsForward() {
        desk.route(ADA);
        router.places.put(ADA, 7L);
        assertThat(all(9)).containsExactly(settled(ADA, How.ROUTED, 7));
        assertThat(desk.read(ADA).orElseThrow().placement()).contains(OneRepRouter.withBen(7));
        assertThat(all(9)).isEmpty();
    }

    @Test
    @DisplayName("An owner without a place gets it again")
    void retakes() {
        desk.route(ADA);
        router.places.clear();
        assertThat(all(9)).containsExactly(settled(ADA, How.RETAKEN, 1));
        assertThat(router.places).containsEntry(ADA, 1L);
    }

    @Test
    @DisplayName("An owner whose place another one followed is routed, or waits")
    void routes() {
        desk.route(ADA);
        desk.route(BOB);
        router.remembers = false;
        router.places.remove(ADA);
        assertThat(all(9)).containsExactly(settled(ADA, How.ROUTED, 3));
        OneRepRouter full = new OneRepRouter(0);
        full.remembers = false;
        LeadDesk later = Desks.on(store, Desks.NOW.plusSeconds(60))
                .router(new ShakyRouter(full).refusing("retake"))
                .build();
        assertThat(later.reconcile(new Cursor(false, Optional.empty()), 9).settled())
                .containsExactlyInAnyOrder(settled(ADA, How.QUEUED, 3), settled(BOB, How.QUEUED, 2));
        assertThat(desk.read(ADA).orElseThrow().placement()).contains(OneRepRouter.waiting());
    }

    @Test
    @DisplayName("A lead that somebody changes meanwhile is left for the next time")
    void left() {
        desk.route(ADA);
        router.places.put(ADA, 7L);
        LeadDesk rival = Desks.on(store.calm()).router(router).build();
        store.beforeNextCommit(() -> rival.record(ADA, Interaction.inbound("page.viewed")));
        assertThat(desk.reconcile(Cursor.START, 9).settled()).containsExactly(settled(ADA, How.LEFT, 7));
    }

    @Test
    @DisplayName("A router that throws is named, and the page can be asked for again")
    void broken() {
        desk.route(ADA);
        LeadDesk broken = Desks.on(store).router(new BrokenRouter()).build();
        Reconciliation places = broken.reconcile(Cursor.START, 9);
        assertThat(places.next()).contains(Cursor.START);
        assertThat(places.faults()).hasSize(1).first().asString().startsWith("router: must be able to answer");
        List<Settled> failed =
                broken.reconcile(new Cursor(false, Optional.empty()), 9).settled();
        assertThat(failed).hasSize(1).first().satisfies(each -> {
            assertThat(each.how()).isEqualTo(How.FAILED);
            assertThat(each.words()).contains("router").doesNotContain("ada@example.org");
        });
    }

    @Test
    @DisplayName("A page of nothing, or a desk without a router, is a mistake of the program")
    void mistakes() {
        assertThatThrownBy(() -> desk.reconcile(Cursor.START, 0)).hasMessageContaining("most must be 1 or more");
        LeadDesk alone = Desks.on(LeadStore.inMemory()).build();
        assertThatThrownBy(() -> alone.reconcile(Cursor.START, 1)).hasMessageContaining("router must be handed");
    }
}

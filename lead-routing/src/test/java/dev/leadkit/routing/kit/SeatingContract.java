package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Seating;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.Lag;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A seating is the same ledger, seen by numbers. */
abstract class SeatingContract extends KeyContract {

    private static final List<RepId> REPS = List.of(BOB, ANN);
    private static final int[] BOTH = {0, 1};

    @Test
    void whatIsReservedByNumbersIsReserved() {
        AssignmentLedger ledger = newLedger();
        Seating seating = ledger.seating("pool", "demo", REPS);
        Bidding bidding = new Bidding()
                .on(Terms.STANDARD.leased(Lease.direct()))
                .after(41)
                .bid(1, 3, 2)
                .bid(0, 3, 3)
                .share(0, Lag.ONE_LEAD - 1)
                .share(1, 1);

        Place place = granted(seating.reserve(LEAD, bidding));

        assertThat(place).isEqualTo(new Place(LEAD, BOB, 42, new Work("demo", 3), true, Optional.empty()));
        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(ledger.standings("pool", "demo", REPS)).containsExactly(new Standing(3, -1), new Standing(0, 1));
        seating.refresh(BOTH, 2);
        assertThat(seating.size()).isEqualTo(2);
        assertThat(seating.used(0)).isEqualTo(3);
        assertThat(seating.used(1)).isZero();
        assertThat(seating.lag(0)).isEqualTo(-1);
        assertThat(seating.lag(1)).isEqualTo(1);
        int[] used = {7, 7, 7};
        seating.used(new int[] {1, 0, 0}, 2, used);
        assertThat(used).containsExactly(0, 3, 7);
        long[] lags = {7, 7, 7};
        seating.lags(new int[] {1, 0, 0}, 2, lags);
        assertThat(lags).containsExactly(1, -1, 7);
        assertThat(seating.reserve(LEAD, bidding.clear().bid(1, 1, 9))).isEqualTo(new ReserveResult.Held(place));
        assertThat(seating.reserve(OTHER, bidding.clear().bid(0, 1, 3))).isEqualTo(new ReserveResult.Full());
        assertThat(ledger.find(OTHER)).isEmpty();
    }

    @Test
    void toExpectALeadChangesNothing() {
        AssignmentLedger ledger = newLedger();
        Seating seating = ledger.seating("pool", Work.KIND, REPS);

        seating.expect(LEAD);

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(ledger.changes(0, 9).list()).isEmpty();
        assertThat(ledger.standings("pool", REPS)).containsOnly(Standing.NEW);
        Place place = granted(seating.reserve(LEAD, new Bidding().bid(0, 1, 9)));
        seating.expect(LEAD);
        assertThat(ledger.find(LEAD)).contains(place);
    }

    @Test
    void aSeatingSeesWhatOthersDo() {
        AssignmentLedger ledger = newLedger();
        Seating seating = ledger.seating("pool", Work.KIND, REPS);
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2, 9))));
        seating.refresh(BOTH, 2);
        assertThat(seating.used(1)).isEqualTo(2);
        ledger.release(LEAD, place.token(), "");
        seating.refresh(BOTH, 2);
        assertThat(seating.used(1)).isZero();
    }

    @Test
    void whoIsReadAnewIsAsTheLedgerSays() {
        AssignmentLedger ledger = newLedger();
        granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2, 9))));
        Seating seating = ledger.seating("pool", Work.KIND, REPS);
        granted(ledger.reserve(ask(OTHER, new Bid(BOB, 3, 9))));
        assertThat(seating.used(0)).isEqualTo(seating.isLive() ? 3 : 0);
        assertThat(seating.used(1)).isEqualTo(seating.isLive() ? 2 : 0);

        seating.refresh(new int[] {1, 0}, 1);

        assertThat(seating.used(1)).isEqualTo(2);
        seating.refresh(new int[] {0}, 1);
        assertThat(seating.used(0)).isEqualTo(3);
        assertThat(seating.used(1)).isEqualTo(2);
    }

    @Test
    void aBiddingIsClearedOfEverything() {
        AssignmentLedger ledger = newLedger();
        Seating seating = ledger.seating("pool", Work.KIND, REPS);
        Bidding bidding =
                new Bidding().after(9).on(keyed("key", "hash")).bid(1, 1, 9).share(1, Lag.ONE_LEAD);
        granted(seating.reserve(LEAD, bidding));

        Place place = granted(seating.reserve(OTHER, bidding.clear().bid(0, 1, 9)));

        assertThat(place).isEqualTo(new Place(OTHER, BOB, place.token(), false));
        assertThat(place.token()).isLessThan(9);
        assertThat(ledger.standings("pool", REPS)).containsExactly(new Standing(1, 0), new Standing(1, 0));
    }

    @Test
    void thereMayBeManyBidsAndShares() {
        AssignmentLedger ledger = newLedger();
        List<RepId> many =
                IntStream.range(0, 100).mapToObj(i -> new RepId("rep-" + i)).toList();
        Seating seating = ledger.seating("pool", Work.KIND, many);
        Bidding bidding = new Bidding();
        for (int i = 0; i < 100; i++) {
            bidding.bid(i, 1, i < 99 ? 0 : 1).share(i, i < 99 ? 2 : Lag.ONE_LEAD - 198);
        }

        assertThat(granted(seating.reserve(LEAD, bidding)).rep()).isEqualTo(many.get(99));

        int[] everybody = IntStream.range(0, 100).toArray();
        seating.refresh(everybody, 100);
        assertThat(IntStream.range(0, 99).mapToLong(seating::lag)).containsOnly(2L);
        assertThat(seating.lag(99)).isEqualTo(-198);
    }

    @Test
    void whoIsNotThereOrDoesNotAddUpIsRefusedBeforeAnythingChanges() {
        AssignmentLedger ledger = newLedger();
        Seating seating = ledger.seating("pool", Work.KIND, REPS);
        List<Bidding> wrong = List.of(
                new Bidding().bid(0, 1, 9).bid(2, 1, 9),
                new Bidding().bid(-1, 1, 9),
                new Bidding().bid(0, 1, 9).share(2, Lag.ONE_LEAD),
                new Bidding().bid(0, 1, 9).share(0, 1));

        for (Bidding bidding : wrong) {
            assertThatIllegalArgumentException().isThrownBy(() -> seating.reserve(LEAD, bidding));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.seating("pool", Work.KIND, List.of(ANN, ANN)));
        assertThat(ledger.find(new LeadId(LEAD.value()))).isEmpty();
        assertThat(ledger.standings("pool", REPS)).containsOnly(Standing.NEW);
        assertThat(granted(seating.reserve(LEAD, new Bidding().bid(0, 1, 9))).rep())
                .isEqualTo(BOB);
    }
}

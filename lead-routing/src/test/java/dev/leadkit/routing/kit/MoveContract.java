package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.Lag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a lead moves from one rep to another in one step, and how a place is put in again from the host's records. */
abstract class MoveContract extends LeaseContract {

    private static Terms from(long token) {
        return Terms.STANDARD.replacing(token);
    }

    @Test
    void aLeadMovesToAnotherRepInOneStepUnderANewToken() {
        AssignmentLedger ledger = newLedger();
        Place first = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2, 2))));
        ledger.commit(LEAD, first.token());

        Place second = granted(ledger.reserve(ask(LEAD, from(first.token()), new Bid(BOB, 3, 3))));

        assertThat(second)
                .isEqualTo(new Place(LEAD, BOB, second.token(), new Work(Work.KIND, 3), false, Optional.empty()));
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(ledger.find(LEAD)).contains(second);
        assertThat(open(ledger, ANN)).isZero();
        assertThat(open(ledger, BOB)).isEqualTo(3);
        assertThat(ledger.commit(LEAD, first.token())).isEqualTo(Settlement.STALE);
    }

    @Test
    void aLeadThatNobodyHasRoomForStaysWhereItIs() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));

        assertThat(ledger.reserve(ask(LEAD, from(place.token()), new Bid(BOB, 0))))
                .isEqualTo(new ReserveResult.Full());

        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aLeadThatMovedMeanwhileIsNotMoved() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));

        assertThat(ledger.reserve(ask(LEAD, from(place.token() + 1), new Bid(BOB, 1))))
                .isEqualTo(new ReserveResult.Held(place));
        assertThat(open(ledger, BOB)).isZero();
    }

    @Test
    void aLeadWithoutAPlaceCannotBeMoved() {
        AssignmentLedger ledger = newLedger();
        assertThat(ledger.reserve(ask(OTHER, from(1), new Bid(BOB, 1)))).isEqualTo(new ReserveResult.Free());
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));
        ledger.release(LEAD, place.token(), "");
        assertThat(ledger.reserve(ask(LEAD, from(place.token()), new Bid(BOB, 1))))
                .isEqualTo(new ReserveResult.Free());
        Place lapsed = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 1))));
        pass(MINUTE);
        assertThat(ledger.reserve(ask(LEAD, from(lapsed.token()), new Bid(BOB, 1))))
                .isEqualTo(new ReserveResult.Free());
        assertThat(open(ledger, BOB)).isZero();
    }

    @Test
    void theLeadsOwnUnitsDoNotCountAgainstItsRep() {
        AssignmentLedger ledger = newLedger();
        Place one = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1, 3))));
        granted(ledger.reserve(ask(OTHER, new Bid(ANN, 1, 3))));

        Place two = granted(ledger.reserve(ask(LEAD, from(one.token()), new Bid(ANN, 2, 3))));

        assertThat(two.token()).isGreaterThan(one.token());
        assertThat(open(ledger, ANN)).isEqualTo(3);
        assertThat(ledger.reserve(ask(LEAD, from(two.token()), new Bid(ANN, 3, 3))))
                .isEqualTo(new ReserveResult.Full());
        ledger.release(LEAD, two.token(), "");
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aMoveToAnotherKindOfWorkMovesTheLoad() {
        AssignmentLedger ledger = newLedger();
        Place lead = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));

        granted(ledger.reserve(ask(LEAD, from(lead.token()).ofKind("demo"), new Bid(ANN, 1))));

        assertThat(open(ledger, ANN)).isZero();
        assertThat(ledger.standings("pool", "demo", List.of(ANN))).containsExactly(new Standing(1, 0));
    }

    @Test
    void aMoveIsHandedOutAnewAndTakesNothingBackFromTheAccount() {
        AssignmentLedger ledger = newLedger();
        List<Share> shares = List.of(new Share(ANN, 1), new Share(BOB, Lag.ONE_LEAD - 1));
        Place place = granted(ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(new Bid(ANN, 1)), shares)));

        ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(new Bid(BOB, 1)), shares, from(place.token())));

        assertThat(ledger.standings("pool", List.of(ANN, BOB)))
                .containsExactly(new Standing(0, 2 - Lag.ONE_LEAD), new Standing(1, Lag.ONE_LEAD - 2));
    }

    @Test
    void aMovedLeadsOldLeaseEndsNoMore() {
        AssignmentLedger ledger = newLedger();
        Place old = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 1))));
        Terms longer = from(old.token()).leased(Lease.of(MINUTE.multipliedBy(3)));
        Place place = granted(ledger.reserve(ask(LEAD, longer, new Bid(BOB, 1))));
        pass(MINUTE);

        assertThat(ledger.expire(9)).isEmpty();
        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(ledger.nextExpiry()).isEqualTo(place.until());
    }

    @Test
    void aPlaceThatTheLedgerLostIsPutInOverEveryLimit() {
        AssignmentLedger ledger = newLedger();
        granted(ledger.reserve(ask(OTHER, new Bid(ANN, 1))));
        Place lost = new Place(LEAD, ANN, 7, new Work(Work.KIND, 2), true, Optional.empty());

        assertThat(ledger.restore(lost)).isEqualTo(Settlement.DONE);
        assertThat(ledger.restore(lost)).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).contains(lost);
        assertThat(open(ledger, ANN)).isEqualTo(3);
        assertThat(ledger.release(LEAD, 7, "")).isEqualTo(Settlement.DONE);
        assertThat(granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2)))).token()).isGreaterThan(7);
    }

    @Test
    void aPlaceThatLapsedOrWasReleasedIsPutInAgainWithItsWork() {
        for (boolean lapses : List.of(true, false)) {
            AssignmentLedger ledger = newLedger();
            Place place = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 4, 9))));
            if (lapses) {
                pass(MINUTE);
            } else {
                ledger.release(LEAD, place.token(), "");
            }

            assertThat(ledger.restore(new Place(LEAD, ANN, place.token(), true)))
                    .isEqualTo(Settlement.DONE);

            assertThat(ledger.find(LEAD)).contains(place.asCommitted());
            assertThat(open(ledger, ANN)).isEqualTo(4);
        }
    }

    @Test
    void puttingInAHeldPlaceOnlyCommitsIt() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 4, 9))));

        assertThat(ledger.restore(place)).isEqualTo(Settlement.DONE);
        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(ledger.restore(place.asCommitted())).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).contains(place.asCommitted());
        assertThat(open(ledger, ANN)).isEqualTo(4);
    }

    @Test
    void anOlderPlaceOrAnotherRepIsNotPutInOverWhatTheLedgerKnows() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(new Reservation(LEAD, "pool", 5, List.of(new Bid(ANN, 1)), List.of())));

        assertThat(ledger.restore(new Place(LEAD, ANN, 5, true))).isEqualTo(Settlement.STALE);
        assertThat(ledger.restore(new Place(LEAD, BOB, place.token(), true))).isEqualTo(Settlement.STALE);
        assertThat(ledger.find(LEAD)).contains(place);
        ledger.release(LEAD, place.token(), "");
        assertThat(ledger.restore(new Place(LEAD, ANN, 5, true))).isEqualTo(Settlement.STALE);
        assertThat(ledger.find(LEAD)).isEmpty();
    }

    @Test
    void aNewerPlaceFromTheRecordsTakesTheStandOfAnOlderOne() {
        AssignmentLedger ledger = newLedger();
        Place old = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 1))));
        Place newer = new Place(LEAD, BOB, old.token() + 3, true);

        assertThat(ledger.restore(newer)).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).contains(newer);
        assertThat(open(ledger, ANN)).isZero();
        assertThat(open(ledger, BOB)).isEqualTo(1);
        pass(MINUTE);
        assertThat(ledger.expire(9)).isEmpty();
    }

    @Test
    void allPlacesAreOnExactlyOnePage() {
        AssignmentLedger ledger = newLedger();
        for (int i = 0; i < 7; i++) {
            ledger.reserve(ask(new LeadId("paged-" + i), leased(MINUTE), new Bid(ANN, 9)));
        }
        ledger.release(new LeadId("paged-3"), 1, "");
        pass(MINUTE);

        Optional<LeadId> last = Optional.empty();
        List<Place> all = new ArrayList<>();
        List<Place> page = ledger.places(last, 4);
        while (!page.isEmpty() && all.size() < 100) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            all.addAll(page);
            last = Optional.of(page.get(page.size() - 1).lead());
            page = ledger.places(last, 4);
        }

        assertThat(all.stream().map(Place::lead).map(LeadId::value))
                .containsExactlyInAnyOrder("paged-0", "paged-1", "paged-2", "paged-4", "paged-5", "paged-6");
    }
}

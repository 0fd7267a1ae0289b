package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.leadkit.routing.model.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leases are, by the ledger's own clock. */
abstract class LeaseContract extends AssignmentLedgerContract {

    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration STEP = Lease.SHORTEST;

    static Terms leased(Duration span) {
        return Terms.STANDARD.leased(Lease.of(span));
    }

    private static Place leasedPlace(AssignmentLedger ledger, LeadId lead, Duration span) {
        return granted(ledger.reserve(ask(lead, leased(span), new Bid(ANN, 9))));
    }

    @Test
    void aLeaseIsHeldUntilItsEndAndCanBeCommittedUntilThen() {
        AssignmentLedger ledger = newLedger();
        Place place = leasedPlace(ledger, LEAD, MINUTE);
        assertThat(place.until()).contains(now().plus(MINUTE));

        pass(MINUTE.minus(STEP));

        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(ledger.expire(9)).isEmpty();
        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.DONE);
        pass(Duration.ofDays(1000));
        assertThat(ledger.find(LEAD)).contains(place.asCommitted());
        assertThat(ledger.expire(9)).isEmpty();
        assertThat(ledger.nextExpiry()).isEmpty();
    }

    @Test
    void atItsEndALeaseIsOverThoughNobodyElseTookTheLead() {
        AssignmentLedger ledger = newLedger();
        Place place = leasedPlace(ledger, LEAD, MINUTE);

        pass(MINUTE);

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.EXPIRED);
        assertThat(ledger.renew(LEAD, place.token(), MINUTE)).isEqualTo(Settlement.EXPIRED);
        assertThat(ledger.release(LEAD, place.token(), "")).isEqualTo(Settlement.EXPIRED);
        assertThat(open(ledger, ANN)).isZero();
    }

    @Test
    void aLapsedPlaceCountsUntilSomebodyTouchesTheLeadAndIsGivenBackOnce() {
        AssignmentLedger ledger = newLedger();
        Place place = leasedPlace(ledger, LEAD, MINUTE);
        leasedPlace(ledger, OTHER, Duration.ofHours(1));
        pass(MINUTE);
        assertThat(open(ledger, ANN)).isEqualTo(2);

        assertThat(ledger.expire(9)).containsExactly(place);

        assertThat(open(ledger, ANN)).isEqualTo(1);
        assertThat(ledger.expire(9)).isEmpty();
        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.EXPIRED);
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aLapsedPlaceMakesRoomForTheNextReservationOfItsLead() {
        AssignmentLedger ledger = newLedger();
        Place first = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 1))));
        pass(MINUTE);

        Place second = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 1))));

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(open(ledger, ANN)).isEqualTo(1);
        assertThat(ledger.commit(LEAD, first.token())).isEqualTo(Settlement.STALE);
    }

    @Test
    void aRenewedLeaseRunsFromNow() {
        AssignmentLedger ledger = newLedger();
        Place place = leasedPlace(ledger, LEAD, MINUTE);
        pass(MINUTE.minus(STEP));

        assertThat(ledger.renew(LEAD, place.token(), MINUTE)).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).contains(place.leasedUntil(now().plus(MINUTE)));
        assertThat(ledger.nextExpiry()).contains(now().plus(MINUTE));
        pass(MINUTE.minus(STEP));
        assertThat(ledger.find(LEAD)).isPresent();
        pass(STEP);
        assertThat(ledger.expire(9)).hasSize(1);
    }

    @Test
    void whatIsKeptWithoutEndStaysSo() {
        AssignmentLedger ledger = newLedger();
        Place open = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 9))));
        Place direct = granted(ledger.reserve(ask(OTHER, Terms.STANDARD.leased(Lease.direct()), new Bid(ANN, 9))));

        assertThat(ledger.renew(LEAD, open.token(), MINUTE)).isEqualTo(Settlement.DONE);
        assertThat(ledger.renew(OTHER, direct.token(), MINUTE)).isEqualTo(Settlement.DONE);
        pass(Duration.ofDays(1000));

        assertThat(ledger.expire(9)).isEmpty();
        assertThat(ledger.find(LEAD)).contains(open);
        assertThat(ledger.find(OTHER)).contains(direct);
    }

    @Test
    void leasesExpireInTheOrderOfTheirEndsAndNoMoreThanAskedFor() {
        AssignmentLedger ledger = newLedger();
        Place late = leasedPlace(ledger, LEAD, MINUTE.multipliedBy(3));
        Place early = leasedPlace(ledger, OTHER, MINUTE);
        Place middle = leasedPlace(ledger, THIRD, MINUTE.multipliedBy(2));
        pass(MINUTE.multipliedBy(5));

        assertThat(ledger.nextExpiry()).isEqualTo(early.until());
        assertThat(ledger.expire(2)).containsExactly(early, middle);
        assertThat(ledger.nextExpiry()).isEqualTo(late.until());
        assertThat(open(ledger, ANN)).isEqualTo(1);
        assertThat(ledger.expire(2)).containsExactly(late);
        assertThat(ledger.nextExpiry()).isEmpty();
        assertThatThrownBy(() -> ledger.expire(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsReleasedOrCommittedExpiresNoMore() {
        AssignmentLedger ledger = newLedger();
        Place released = leasedPlace(ledger, LEAD, MINUTE);
        Place committed = leasedPlace(ledger, OTHER, MINUTE);
        ledger.release(LEAD, released.token(), "");
        ledger.commit(OTHER, committed.token());
        pass(MINUTE);

        assertThat(ledger.nextExpiry()).isEqualTo(Optional.empty());
        assertThat(ledger.expire(9)).isEmpty();
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void anExpiryLeavesTheLagsAsTheyAre() {
        AssignmentLedger ledger = newLedger();
        List<Share> shares = List.of(new Share(BOB, Lag.ONE_LEAD));
        ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(new Bid(ANN, 5)), shares, leased(MINUTE)));
        pass(MINUTE);

        ledger.expire(1);

        assertThat(ledger.standings("pool", List.of(ANN, BOB)))
                .containsExactly(new Standing(0, -Lag.ONE_LEAD), new Standing(0, Lag.ONE_LEAD));
    }

    @Test
    void aLapsedPlaceIsGivenBackEvenIfNobodyHasRoomThen() {
        AssignmentLedger ledger = newLedger();
        leasedPlace(ledger, LEAD, MINUTE);
        pass(MINUTE);

        assertThat(ledger.reserve(ask(LEAD, new Bid(BOB, 0)))).isEqualTo(new ReserveResult.Full());
        assertThat(open(ledger, ANN)).isZero();
        assertThat(ledger.expire(9)).isEmpty();
    }
}

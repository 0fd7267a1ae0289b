package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Lag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AssignmentLedger} must do, one thread at a time. */
public abstract class AssignmentLedgerContract {

    private static final LeadId LEAD = new LeadId("lead-1");
    private static final LeadId OTHER = new LeadId("lead-2");
    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    /** A new, empty ledger, apart from all earlier ones. */
    protected abstract AssignmentLedger newLedger();

    /** Asks for a place with somebody, without shares. */
    protected static Reservation ask(LeadId lead, Bid... bids) {
        return new Reservation(lead, "pool", 0, List.of(bids), List.of());
    }

    /** The place that a reservation was granted; fails if it was not. */
    protected static Place granted(ReserveResult result) {
        assertThat(result).isInstanceOf(ReserveResult.Granted.class);
        return ((ReserveResult.Granted) result).place();
    }

    private static int open(AssignmentLedger ledger, RepId rep) {
        return ledger.standings("pool", List.of(rep)).get(0).open();
    }

    @Test
    void aGrantedPlaceIsFoundAndCounts() {
        AssignmentLedger ledger = newLedger();

        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));

        assertThat(place.rep()).isEqualTo(ANN);
        assertThat(place.lead()).isEqualTo(LEAD);
        assertThat(place.committed()).isFalse();
        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void theFirstBidderWithRoomTakesTheLead() {
        AssignmentLedger ledger = newLedger();
        ledger.reserve(ask(OTHER, new Bid(ANN, 1)));

        assertThat(granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1), new Bid(BOB, 1))))
                        .rep())
                .isEqualTo(BOB);
    }

    @Test
    void nothingChangesWhereNobodyHasRoom() {
        AssignmentLedger ledger = newLedger();

        assertThat(ledger.reserve(ask(LEAD, new Bid(ANN, 0)))).isEqualTo(new ReserveResult.Full());
        assertThat(ledger.reserve(ask(LEAD))).isEqualTo(new ReserveResult.Full());
        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(open(ledger, ANN)).isZero();
    }

    @Test
    void aLeadThatHasAPlaceKeepsItAndNothingChanges() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));

        ReserveResult again = ledger.reserve(
                new Reservation(LEAD, "pool", 0, List.of(new Bid(BOB, 2)), List.of(new Share(BOB, Lag.ONE_LEAD))));

        assertThat(again).isEqualTo(new ReserveResult.Held(place));
        assertThat(ledger.standings("pool", List.of(ANN, BOB))).containsExactly(new Standing(1, 0), new Standing(0, 0));
    }

    @Test
    void committingTwiceIsTrueTwiceAndKeepsThePlace() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));

        assertThat(ledger.commit(LEAD, place.token())).isTrue();
        assertThat(ledger.commit(LEAD, place.token())).isTrue();

        assertThat(ledger.find(LEAD)).contains(new Place(LEAD, ANN, place.token(), true));
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void releasingTwiceGivesThePlaceBackOnce() {
        AssignmentLedger ledger = newLedger();
        ledger.reserve(ask(OTHER, new Bid(ANN, 2)));
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));

        assertThat(ledger.release(LEAD, place.token())).isTrue();
        assertThat(ledger.release(LEAD, place.token())).isTrue();

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aCommittedPlaceCanBeReleased() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.commit(LEAD, place.token());

        assertThat(ledger.release(LEAD, place.token())).isTrue();
        assertThat(open(ledger, ANN)).isZero();
    }

    @Test
    void aReleasedPlaceCannotBeCommitted() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.release(LEAD, place.token());

        assertThat(ledger.commit(LEAD, place.token())).isFalse();
        assertThat(ledger.find(LEAD)).isEmpty();
    }

    @Test
    void eachTokenOfALeadIsGreaterThanAllBeforeAndAStaleOneDoesNothing() {
        AssignmentLedger ledger = newLedger();
        Place first = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.release(LEAD, first.token());
        Place second = granted(ledger.reserve(ask(LEAD, new Bid(BOB, 2))));

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(ledger.commit(LEAD, first.token())).isFalse();
        assertThat(ledger.release(LEAD, first.token())).isFalse();
        assertThat(ledger.find(LEAD)).contains(second);
        assertThat(open(ledger, BOB)).isEqualTo(1);
    }

    @Test
    void aTokenIsGreaterThanTheOneThatTheLeadsHistoryKnows() {
        AssignmentLedger ledger = newLedger();

        Place place = granted(ledger.reserve(new Reservation(LEAD, "pool", 57, List.of(new Bid(ANN, 1)), List.of())));

        assertThat(place.token()).isGreaterThan(57);
    }

    @Test
    void anUnknownLeadHasNoPlaceToCommitOrRelease() {
        AssignmentLedger ledger = newLedger();

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(ledger.commit(LEAD, 1)).isFalse();
        assertThat(ledger.release(LEAD, 1)).isFalse();
    }

    @Test
    void anUnknownRepAndPoolStandAtZero() {
        assertThat(newLedger().standings("nowhere", List.of(BOB))).containsExactly(Standing.NEW);
    }

    @Test
    void standingsComeInTheOrderAskedFor() {
        AssignmentLedger ledger = newLedger();
        ledger.reserve(ask(LEAD, new Bid(ANN, 2)));

        assertThat(ledger.standings("pool", List.of(BOB, ANN))).containsExactly(new Standing(0, 0), new Standing(1, 0));
    }

    @Test
    void aLimitBelowTheLoadAdmitsNobodyUntilTheLoadHasFallen() {
        AssignmentLedger ledger = newLedger();
        Place one = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.reserve(ask(OTHER, new Bid(ANN, 2)));
        LeadId third = new LeadId("lead-3");

        assertThat(ledger.reserve(ask(third, new Bid(ANN, 1)))).isEqualTo(new ReserveResult.Full());
        assertThat(open(ledger, ANN)).isEqualTo(2);
        ledger.release(LEAD, one.token());
        assertThat(ledger.reserve(ask(third, new Bid(ANN, 1)))).isEqualTo(new ReserveResult.Full());
        assertThat(granted(ledger.reserve(ask(third, new Bid(ANN, 2)))).rep()).isEqualTo(ANN);
    }

    @Test
    void whoTakesALeadOwesItToTheSharesOfThePoolAlone() {
        AssignmentLedger ledger = newLedger();
        long third = Lag.ONE_LEAD / 3;
        List<Share> shares = List.of(new Share(ANN, third), new Share(BOB, Lag.ONE_LEAD - third));

        ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(new Bid(ANN, 5)), shares));

        assertThat(ledger.standings("pool", List.of(ANN, BOB)))
                .containsExactly(new Standing(1, third - Lag.ONE_LEAD), new Standing(0, Lag.ONE_LEAD - third));
        assertThat(ledger.standings("other", List.of(ANN, BOB)))
                .containsExactly(new Standing(1, 0), new Standing(0, 0));
    }

    @Test
    void releasingLeavesTheLagsAsTheyAre() {
        AssignmentLedger ledger = newLedger();
        List<Share> shares = List.of(new Share(BOB, Lag.ONE_LEAD));
        Place place = granted(ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(new Bid(ANN, 5)), shares)));

        ledger.release(LEAD, place.token());

        assertThat(ledger.standings("pool", List.of(ANN, BOB)))
                .containsExactly(new Standing(0, -Lag.ONE_LEAD), new Standing(0, Lag.ONE_LEAD));
    }

    @Test
    void identifiersAreToldApartLetterByLetter() {
        AssignmentLedger ledger = newLedger();
        RepId big = new RepId("I");
        RepId small = new RepId("\u0131");
        ledger.reserve(ask(LEAD, new Bid(big, 1)));
        String longest = "\u00e9".repeat(255);

        assertThat(open(ledger, small)).isZero();
        assertThat(granted(ledger.reserve(ask(new LeadId(longest), new Bid(new RepId(longest), 1))))
                        .rep())
                .isEqualTo(new RepId(longest));
    }
}

package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AssignmentLedger} must do with places, loads and lags, one thread at a time. */
public abstract class AssignmentLedgerContract {

    static final LeadId LEAD = new LeadId("lead-1");
    static final LeadId OTHER = new LeadId("lead-2");
    static final LeadId THIRD = new LeadId("lead-3");
    static final RepId ANN = new RepId("ann");
    static final RepId BOB = new RepId("bob");

    /** A new, empty ledger, apart from all earlier ones. */
    protected abstract AssignmentLedger newLedger();

    /** Lets the clock of the ledgers go on by this much; it stands still otherwise. At least to the microsecond. */
    protected abstract void pass(Duration time);

    /** What the clock of the ledgers says. */
    protected abstract Instant now();

    /** Asks for a place with somebody, without shares. */
    protected static Reservation ask(LeadId lead, Bid... bids) {
        return new Reservation(lead, "pool", 0, List.of(bids), List.of());
    }

    /** The place that a reservation was granted; fails if it was not. */
    protected static Place granted(ReserveResult result) {
        assertThat(result).isInstanceOf(ReserveResult.Granted.class);
        return ((ReserveResult.Granted) result).place();
    }

    static int open(AssignmentLedger ledger, RepId rep) {
        return ledger.standings("pool", List.of(rep)).get(0).open();
    }

    static Reservation ask(LeadId lead, Terms terms, Bid... bids) {
        return ask(lead, bids).on(terms);
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
        assertThat(granted(ledger.reserve(ask(THIRD, new Bid(ANN, 2), new Bid(BOB, 2))))
                        .rep())
                .isEqualTo(ANN);
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

        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.DONE);
        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).contains(new Place(LEAD, ANN, place.token(), true));
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void releasingTwiceGivesThePlaceBackOnce() {
        AssignmentLedger ledger = newLedger();
        ledger.reserve(ask(OTHER, new Bid(ANN, 2)));
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));

        assertThat(ledger.release(LEAD, place.token(), "")).isEqualTo(Settlement.DONE);
        assertThat(ledger.release(LEAD, place.token(), "")).isEqualTo(Settlement.DONE);

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aCommittedPlaceCanBeReleased() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.commit(LEAD, place.token());

        assertThat(ledger.release(LEAD, place.token(), "")).isEqualTo(Settlement.DONE);
        assertThat(open(ledger, ANN)).isZero();
    }

    @Test
    void aReleasedPlaceCannotBeCommitted() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.release(LEAD, place.token(), "");

        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.RELEASED);
        assertThat(ledger.renew(LEAD, place.token(), Duration.ofDays(1))).isEqualTo(Settlement.RELEASED);
        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(open(ledger, ANN)).isZero();
    }

    @Test
    void eachTokenOfALeadIsGreaterThanAllBeforeAndAStaleOneDoesNothing() {
        AssignmentLedger ledger = newLedger();
        Place first = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 2))));
        ledger.release(LEAD, first.token(), "");
        Place second = granted(ledger.reserve(ask(LEAD, new Bid(BOB, 2))));

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(ledger.commit(LEAD, first.token())).isEqualTo(Settlement.STALE);
        assertThat(ledger.release(LEAD, first.token(), "")).isEqualTo(Settlement.STALE);
        assertThat(ledger.renew(LEAD, first.token(), Duration.ofDays(1))).isEqualTo(Settlement.STALE);
        assertThat(ledger.renew(LEAD, second.token() + 1, Duration.ofDays(1))).isEqualTo(Settlement.STALE);
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
        assertThat(ledger.commit(LEAD, 1)).isEqualTo(Settlement.UNKNOWN);
        assertThat(ledger.release(LEAD, 1, "")).isEqualTo(Settlement.UNKNOWN);
        assertThat(ledger.renew(LEAD, 1, Duration.ofDays(1))).isEqualTo(Settlement.UNKNOWN);
        ledger.reserve(ask(LEAD, new Bid(ANN, 0)));
        assertThat(ledger.commit(LEAD, 1)).isEqualTo(Settlement.UNKNOWN);
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

        assertThat(ledger.reserve(ask(THIRD, new Bid(ANN, 1)))).isEqualTo(new ReserveResult.Full());
        assertThat(open(ledger, ANN)).isEqualTo(2);
        ledger.release(LEAD, one.token(), "");
        assertThat(ledger.reserve(ask(THIRD, new Bid(ANN, 1)))).isEqualTo(new ReserveResult.Full());
        assertThat(granted(ledger.reserve(ask(THIRD, new Bid(ANN, 2)))).rep()).isEqualTo(ANN);
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

        ledger.release(LEAD, place.token(), "");

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

    @Test
    void whoReservesDirectlyHasCommittedAtOnce() {
        AssignmentLedger ledger = newLedger();

        Place place = granted(ledger.reserve(ask(LEAD, Terms.STANDARD.leased(Lease.direct()), new Bid(ANN, 1))));

        assertThat(place).isEqualTo(new Place(LEAD, ANN, place.token(), true));
        assertThat(ledger.find(LEAD)).contains(place);
        assertThat(ledger.commit(LEAD, place.token())).isEqualTo(Settlement.DONE);
    }

    @Test
    void unitsOfAllSizesFillTheLimitExactlyAndNotOneMore() {
        AssignmentLedger ledger = newLedger();

        Place big = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 3, 5))));
        assertThat(big.work()).isEqualTo(new Work(Work.KIND, 3));
        assertThat(ledger.reserve(ask(OTHER, new Bid(ANN, 3, 5)))).isEqualTo(new ReserveResult.Full());
        granted(ledger.reserve(ask(OTHER, new Bid(ANN, 2, 5))));
        assertThat(ledger.reserve(ask(THIRD, new Bid(ANN, 1, 5)))).isEqualTo(new ReserveResult.Full());

        assertThat(open(ledger, ANN)).isEqualTo(5);
        ledger.release(LEAD, big.token(), "");
        assertThat(open(ledger, ANN)).isEqualTo(2);
    }

    @Test
    void kindsOfWorkAreCountedApart() {
        AssignmentLedger ledger = newLedger();
        Terms demos = Terms.STANDARD.ofKind("demo");
        granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));

        Place demo = granted(ledger.reserve(ask(OTHER, demos, new Bid(ANN, 4, 4))));

        assertThat(demo.work()).isEqualTo(new Work("demo", 4));
        assertThat(open(ledger, ANN)).isEqualTo(1);
        assertThat(ledger.standings("pool", "demo", List.of(ANN))).containsExactly(new Standing(4, 0));
        assertThat(ledger.reserve(ask(THIRD, demos, new Bid(ANN, 4)))).isEqualTo(new ReserveResult.Full());
        ledger.release(OTHER, demo.token(), "");
        assertThat(open(ledger, ANN)).isEqualTo(1);
        assertThat(ledger.standings("pool", "demo", List.of(ANN))).containsExactly(Standing.NEW);
    }

    @Test
    void noLoadIsSoLargeThatItTurnsIntoRoom() {
        AssignmentLedger ledger = newLedger();
        int most = Integer.MAX_VALUE;
        int steps = most / Work.MOST_UNITS;
        for (int i = 0; i < steps; i++) {
            granted(ledger.reserve(ask(new LeadId("big-" + i), new Bid(ANN, Work.MOST_UNITS, most))));
        }

        assertThat(ledger.reserve(ask(LEAD, new Bid(ANN, Work.MOST_UNITS, most))))
                .isEqualTo(new ReserveResult.Full());
        assertThat(open(ledger, ANN)).isEqualTo(steps * Work.MOST_UNITS);
    }
}

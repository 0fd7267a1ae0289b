package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.store.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What an {@link AssignmentLedger} must do beyond {@link ConcurrentAssignmentLedgerContract} if it outlives its process. The process
 * dies within a step, at each place where it can: then all of the step is there or nothing, and to do it again ends as if it had
 * been done once.
 */
public abstract class DurableAssignmentLedgerContract extends ConcurrentAssignmentLedgerContract {

    private static final int MOST_CALLS = 1_000;
    private static final List<Share> SHARES = List.of(new Share(ANN, 5), new Share(BOB, Lag.ONE_LEAD - 5));

    /** The ledger that {@link #newLedger} made last, as another process sees it. */
    protected abstract AssignmentLedger reopened();

    /** The ledger that {@link #newLedger} made last, in a process that dies after some calls of the database. */
    protected abstract AssignmentLedger dying(int calls);

    /** Something to do; on another ledger it gives an equal answer. */
    private interface Deed {
        Object on(AssignmentLedger ledger);
    }

    private static Reservation asked(Terms terms, Bid... bids) {
        return new Reservation(LEAD, "pool-0", 0, List.of(bids), SHARES, terms);
    }

    private static Terms once() {
        return Terms.STANDARD.keyed(new IdempotencyKey("try", "hash"));
    }

    @Test
    void whatWasDoneIsThereWhenTheProcessIsGone() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(asked(once(), new Bid(ANN, 2, 9))));
        ledger.commit(LEAD, place.token());

        AssignmentLedger later = reopened();

        assertThat(later.find(LEAD)).contains(place.asCommitted());
        assertThat(open(later, ANN)).isEqualTo(2);
        assertThat(granted(later.reserve(asked(once(), new Bid(ANN, 2, 9))))).isEqualTo(place);
        assertThat(later.changes(0, 9).list()).hasSize(2);
    }

    @Test
    void aReservationIsThereWholeOrNotAtAll() {
        allOrNothing(ledger -> "", ledger -> ledger.reserve(asked(once(), new Bid(ANN, 0), new Bid(BOB, 9))));
    }

    @Test
    void aMoveIsThereWholeOrNotAtAll() {
        allOrNothing(
                ledger -> ledger.reserve(asked(Terms.STANDARD, new Bid(ANN, 9))),
                ledger -> ledger.reserve(asked(once().replacing(1), new Bid(BOB, 9))));
    }

    @Test
    void aCommitIsThereOrNot() {
        allOrNothing(
                ledger -> ledger.reserve(asked(leased(MINUTE), new Bid(ANN, 9))), ledger -> ledger.commit(LEAD, 1));
    }

    @Test
    void aReleaseIsThereWholeOrNotAtAll() {
        allOrNothing(
                ledger -> ledger.reserve(asked(Terms.STANDARD, new Bid(ANN, 9))),
                ledger -> ledger.release(LEAD, 1, "gone"));
    }

    @Test
    void aRenewalIsThereOrNot() {
        allOrNothing(
                ledger -> ledger.reserve(asked(leased(MINUTE), new Bid(ANN, 9))),
                ledger -> ledger.renew(LEAD, 1, MINUTE.multipliedBy(2)));
    }

    @Test
    void aRepairIsThereWholeOrNotAtAll() {
        allOrNothing(
                ledger -> ledger.reserve(asked(Terms.STANDARD, new Bid(ANN, 9))),
                ledger -> ledger.restore(new Place(LEAD, BOB, 2, true)));
    }

    @Test
    void aRegroupingIsThereWholeOrNotAtAll() {
        allOrNothing(ledger -> ledger.reserve(asked(Terms.STANDARD, new Bid(ANN, 9))), ledger -> {
            ledger.regroup("pool-0", Map.of(BOB, 2, new RepId("cem"), 1));
            return "";
        });
    }

    @Test
    void anExpiryIsThereWholeOrNotAtAll() {
        Deed leased = ledger -> ledger.reserve(asked(leased(MINUTE), new Bid(ANN, 9)));
        // what a repetition finds depends on whether the first one came through
        allOrNothing(leased, MINUTE, ledger -> ledger.expire(9).size() < 9);
        allOrNothing(leased, MINUTE, ledger -> ledger.commit(LEAD, 1));
    }

    private void allOrNothing(Deed setUp, Deed deed) {
        allOrNothing(setUp, Duration.ZERO, deed);
    }

    private void allOrNothing(Deed setUp, Duration wait, Deed deed) {
        assertThat(died(0, setUp, wait, deed))
                .as("a ledger that may not call at all must fail")
                .isTrue();
        int calls = 1;
        while (died(calls, setUp, wait, deed)) {
            calls++;
            assertThat(calls).as("calls of the database in one step").isLessThan(MOST_CALLS);
        }
    }

    private boolean died(int calls, Deed setUp, Duration wait, Deed deed) {
        AssignmentLedger before = new PlainLedger(this::now, Optional.empty());
        AssignmentLedger after = new PlainLedger(this::now, Optional.empty());
        List.of(newLedger(), before, after).forEach(setUp::on);
        pass(wait);
        boolean died = dies(dying(calls), deed);
        Object answer = deed.on(after);
        AssignmentLedger later = reopened();
        assertThat(died ? List.of(seen(before), seen(after)) : List.of(seen(after)))
                .as("what may be seen after %d calls", calls)
                .contains(seen(later));
        assertThat(deed.on(later)).as("the answer to a repetition").isEqualTo(answer);
        assertThat(seen(later)).as("what is there after a repetition").isEqualTo(seen(after));
        return died;
    }

    private static List<Object> seen(AssignmentLedger ledger) {
        return new LedgerScript(ledger).seen();
    }

    private static boolean dies(AssignmentLedger ledger, Deed deed) {
        try {
            deed.on(ledger);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}

package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Lag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever leaves a pool for good leaves the lag to those who stay. */
abstract class RegroupContract extends SeatingContract {

    private static final RepId CEM = new RepId("cem");
    private static final RepId DAN = new RepId("dan");
    private static final List<RepId> ALL = List.of(ANN, BOB, CEM, DAN);

    /** Ann is 7 units behind, Bob is ahead by as much. */
    private static void owe(AssignmentLedger ledger, String pool) {
        List<Share> shares = List.of(new Share(ANN, 7), new Share(BOB, Lag.ONE_LEAD - 7));
        granted(ledger.reserve(new Reservation(new LeadId("of-" + pool), pool, 0, List.of(new Bid(BOB, 9)), shares)));
    }

    private static List<Long> lags(AssignmentLedger ledger, String pool) {
        return ledger.standings(pool, ALL).stream().map(Standing::lag).toList();
    }

    @Test
    void whatALeaverIsBehindPassesToTheOthersByWeightToTheUnit() {
        AssignmentLedger ledger = newLedger();
        owe(ledger, "pool");

        ledger.regroup("pool", Map.of(DAN, 1, CEM, 2, BOB, 1));

        // 7 in the ratio 1 : 2 : 1 is 1.75, 3.5 and 1.75; of the two units left Bob and Cem get one each
        assertThat(lags(ledger, "pool")).containsExactly(0L, -7L + 1 + 1, 3L + 1, 1L);
    }

    @Test
    void whatALeaverIsAheadPassesToo() {
        AssignmentLedger ledger = newLedger();
        owe(ledger, "pool");

        ledger.regroup("pool", Map.of(ANN, 1, CEM, 2));

        // -7 in the ratio 1 : 2 is -2.33 and -4.67; rounded down -3 and -5, and Ann gets the unit that is left
        assertThat(lags(ledger, "pool")).containsExactly(7L - 3 + 1, 0L, -5L, 0L);
    }

    @Test
    void whoHasNoWeightBelongsToThePoolAndKeepsTheLag() {
        AssignmentLedger ledger = newLedger();
        owe(ledger, "pool");

        ledger.regroup("pool", Map.of(ANN, 0, DAN, 5));

        assertThat(lags(ledger, "pool")).containsExactly(7L, 0L, 0L, -7L);
    }

    @Test
    void regroupingTwiceOrWhereNobodyLeftOrInAnotherPoolChangesNothing() {
        AssignmentLedger ledger = newLedger();
        owe(ledger, "pool");
        owe(ledger, "other");

        ledger.regroup("pool", Map.of(ANN, 1, BOB, 3));
        assertThat(lags(ledger, "pool")).containsExactly(7L, -7L, 0L, 0L);
        ledger.regroup("pool", Map.of(CEM, 1));
        ledger.regroup("pool", Map.of(CEM, 1));
        assertThat(lags(ledger, "pool")).containsOnly(0L);
        assertThat(lags(ledger, "other")).containsExactly(7L, -7L, 0L, 0L);
        assertThat(open(ledger, BOB)).isEqualTo(2);
    }

    @Test
    void somebodyMustHaveAWeightAndNobodyANegativeOne() {
        AssignmentLedger ledger = newLedger();
        owe(ledger, "pool");

        for (Map<RepId, Integer> wrong : List.of(Map.<RepId, Integer>of(), Map.of(CEM, 0), Map.of(CEM, 1, DAN, -1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ledger.regroup("pool", wrong));
        }
        assertThat(lags(ledger, "pool")).containsExactly(7L, -7L, 0L, 0L);
    }

    @Test
    void aPlaceBehindWhoseTokenThereIsNoOtherIsRefused() {
        AssignmentLedger ledger = newLedger();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.restore(new Place(LEAD, ANN, Long.MAX_VALUE, true)));

        assertThat(ledger.find(LEAD)).isEmpty();
        Place last = new Place(LEAD, ANN, Place.MOST_RESTORED, true);
        assertThat(ledger.restore(last)).isEqualTo(Settlement.DONE);
        ledger.release(LEAD, last.token(), "");
        ReserveResult next = ledger.reserve(ask(LEAD, new Bid(BOB, 1)));
        assertThat(granted(next).token()).isGreaterThan(last.token());
    }
}

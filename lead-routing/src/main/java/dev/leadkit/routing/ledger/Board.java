package dev.leadkit.routing.ledger;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import java.util.List;

/**
 * Which columns a bidding is about, and where in them the reps stand that it counts.
 *
 * @param loads the loads of the kind of work
 * @param lags the lags of the pool
 * @param kind the kind of work
 * @param reps the reps by the bidding's numbers
 * @param rows their places in the columns
 */
record Board(Column loads, Column lags, String kind, List<RepId> reps, int... rows) {

    int used(int rep) {
        return loads.units(rows[rep]);
    }

    long lag(int rep) {
        return lags.get(rows[rep]);
    }

    void checkLags(Bidding bidding) {
        for (int i = 0; i < bidding.shares(); i++) {
            lags.checkLag(rows[bidding.sharer(i)]);
        }
    }

    void owe(Bidding bidding, int winner) {
        for (int i = 0; i < bidding.shares(); i++) {
            lags.add(rows[bidding.sharer(i)], bidding.part(i));
        }
        if (bidding.shares() > 0) {
            lags.add(winner, -Lag.ONE_LEAD);
        }
    }
}

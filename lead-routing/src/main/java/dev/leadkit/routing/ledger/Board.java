package dev.leadkit.routing.ledger;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import java.util.List;

/** Which columns a bidding is about, and where in them the reps stand that it counts. */
final class Board {

    private final Column loads;
    private final Column lags;
    private final String kind;
    private final List<RepId> reps;
    private final int[] rows;

    Board(Column loads, Column lags, String kind, List<RepId> reps, int... rows) {
        this.loads = loads;
        this.lags = lags;
        this.kind = kind;
        this.reps = reps;
        this.rows = rows;
    }

    Column loads() {
        return loads;
    }

    String kind() {
        return kind;
    }

    List<RepId> reps() {
        return reps;
    }

    int row(int rep) {
        return rows[rep];
    }

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
        for (int i = 0; i < bidding.bids() && bidding.shares() > 0; i++) {
            lags.checkLag(rows[bidding.bidder(i)]);
        }
    }

    void owe(Bidding bidding, int winner) {
        boolean owes = bidding.shares() > 0;
        for (int i = 0; i < bidding.shares(); i++) {
            int row = rows[bidding.sharer(i)];
            lags.add(row, bidding.part(i) - (owes && row == winner ? Lag.ONE_LEAD : 0));
            owes &= row != winner;
        }
        if (owes) {
            lags.add(winner, -Lag.ONE_LEAD);
        }
    }
}

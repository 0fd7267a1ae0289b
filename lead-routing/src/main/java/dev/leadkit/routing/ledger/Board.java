package dev.leadkit.routing.ledger;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import org.jspecify.annotations.Nullable;

/** Which columns a bidding is about, and where in them the reps stand that it counts. */
final class Board {

    private static final int USUAL = 8;

    private final Column loads;
    private final Column lags;
    private final String kind;

    /** An array: what comes out of a list is cast, and so looked at where it lies, even if it is only handed on. */
    private final RepId[] reps;

    private final int[] rows;

    /** How much work leads usually are, so that their places need not each have their own. */
    private final @Nullable Work[] usual = new @Nullable Work[USUAL];

    Board(Column loads, Column lags, String kind, RepId[] reps, int... rows) {
        this.loads = loads;
        this.lags = lags;
        this.kind = kind;
        this.reps = reps;
        this.rows = rows;
    }

    Column loads() {
        return loads;
    }

    Work work(int units) {
        Work known = units <= USUAL ? usual[units - 1] : null;
        return known == null ? newWork(units) : known;
    }

    private Work newWork(int units) {
        Work work = new Work(kind, units);
        if (units <= USUAL) {
            usual[units - 1] = work;
        }
        return work;
    }

    RepId rep(int number) {
        return reps[number];
    }

    int size() {
        return reps.length;
    }

    int row(int rep) {
        return rows[rep];
    }

    int used(int rep) {
        return loads.units(rows[rep]);
    }

    void used(int[] some, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = loads.units(rows[some[i]]);
        }
    }

    long lag(int rep) {
        return lags.get(rows[rep]);
    }

    void lags(int[] some, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = lags.get(rows[some[i]]);
        }
    }

    void checkLags(Bidding bidding) {
        if (!lags.isFar()) {
            return;
        }
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

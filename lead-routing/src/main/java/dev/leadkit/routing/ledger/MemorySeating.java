package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;

/** Reads the columns directly, and so tells always the latest. */
final class MemorySeating implements Seating {

    private final InMemoryAssignmentLedger ledger;
    private final Board board;

    /** Of no use but that the memory of leads was looked at. */
    @SuppressWarnings("UnusedVariable")
    private int looked;

    MemorySeating(InMemoryAssignmentLedger ledger, Board board) {
        this.ledger = ledger;
        this.board = board;
    }

    @Override
    public int size() {
        return board.size();
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void refresh(int[] reps, int count) {
        // there is nothing older than the latest here
    }

    @Override
    public int used(int rep) {
        return board.used(rep);
    }

    @Override
    public void used(int[] reps, int count, int[] into) {
        board.used(reps, count, into);
    }

    @Override
    public long lag(int rep) {
        return board.lag(rep);
    }

    @Override
    public void lags(int[] reps, int count, long[] into) {
        board.lags(reps, count, into);
    }

    @Override
    public void expect(LeadId lead) {
        looked += ledger.look(lead);
    }

    @Override
    public ReserveResult reserve(LeadId lead, Bidding bidding) {
        bidding.check(size());
        return ledger.reserve(lead, board, bidding);
    }
}

package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;

/** Reads the columns directly, and so tells always the latest. */
final class MemorySeating implements Seating {

    private final InMemoryAssignmentLedger ledger;
    private final Board board;

    MemorySeating(InMemoryAssignmentLedger ledger, Board board) {
        this.ledger = ledger;
        this.board = board;
    }

    @Override
    public int size() {
        return board.reps().size();
    }

    @Override
    public void refresh() {
        // there is nothing older than the latest here
    }

    @Override
    public int used(int rep) {
        return board.used(rep);
    }

    @Override
    public long lag(int rep) {
        return board.lag(rep);
    }

    @Override
    public ReserveResult reserve(LeadId lead, Bidding bidding) {
        bidding.check(size());
        return ledger.reserve(lead, board, bidding);
    }
}

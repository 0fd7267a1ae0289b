package dev.leadkit.routing.engine;

import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;

/**
 * When each rep of a plan last got a lead, as places in the order of the ledger's changes; read on from where it stopped. What
 * the ledger does not keep any more was so long ago that it counts as never. For one thread.
 */
final class Turns {

    private static final int PAGE = 1_000;

    private final AssignmentLedger ledger;
    private final CompiledPlan plan;
    private final long[] last;
    private long seen;

    Turns(AssignmentLedger ledger, CompiledPlan plan) {
        this.ledger = ledger;
        this.plan = plan;
        this.last = new long[plan.size()];
    }

    void readOn() {
        Changes page;
        do {
            page = ledger.changes(seen, PAGE);
            page.list().forEach(this::see);
        } while (page.list().size() == PAGE);
    }

    private void see(Change change) {
        seen = change.position();
        int rep = change.sort() == Change.Sort.GRANTED
                ? plan.number(change.place().rep())
                : -1;
        if (rep >= 0) {
            last[rep] = change.position();
        }
    }

    long last(int rep) {
        return last[rep];
    }
}

package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.ledger.Bidding;
import org.jspecify.annotations.Nullable;

/** Who should take a lead, before the ledger has said so; used again for lead after lead. For one thread. */
final class Proposal {

    /** How many of the best bid at first, unless there is no second time: enough that one rarely has to ask twice. */
    static final int FIRST_BIDS = 2;

    static final int MOST_BIDS = 16;

    final int[] order = new int[MOST_BIDS];
    private final CompiledPlan plan;
    private int size;
    private String obstacle = "";
    private @Nullable Comparer comparer;
    private @Nullable Sharer sharer;

    /** Why one rep is before another, both by number. */
    @FunctionalInterface
    interface Comparer {
        Comparison of(int winner, int other);
    }

    /** Says what was due to whom. */
    @FunctionalInterface
    interface Sharer {
        void into(Bidding bidding);
    }

    Proposal(CompiledPlan plan) {
        this.plan = plan;
    }

    void nobody(String why) {
        size = 0;
        obstacle = why;
    }

    void of(int count, Comparer how, @Nullable Sharer shares) {
        size = count;
        obstacle = "";
        comparer = how;
        sharer = shares;
    }

    boolean isEmpty() {
        return size == 0;
    }

    String obstacle() {
        return obstacle;
    }

    RepId winner() {
        return plan.id(order[0]);
    }

    int first() {
        return order[0];
    }

    /** Where a rep stands among those who bid; negative if the rep did not. */
    int rank(RepId rep) {
        for (int i = 0; i < size; i++) {
            if (plan.id(order[i]).equals(rep)) {
                return i;
            }
        }
        return -1;
    }

    void bids(Bidding bidding, Deliberation deliberation) {
        for (int i = 0; i < size; i++) {
            bidding.bid(order[i], deliberation.units(), deliberation.capacity(order[i]));
        }
        if (sharer != null) {
            sharer.into(bidding);
        }
    }

    /** Why the one whom the ledger took: against the next in the order, or after those who filled up meanwhile. */
    Comparison why(int rank) {
        if (rank > 0) {
            return Comparison.next(plan.id(order[rank]), plan.id(order[rank - 1]));
        }
        return size == 1 ? Comparison.only(plan.id(order[0])) : against(order[0], order[1]);
    }

    Comparison against(int winner, int other) {
        return requireNonNull(comparer, "comparer").of(winner, other);
    }
}

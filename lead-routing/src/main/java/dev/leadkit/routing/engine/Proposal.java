package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.model.Candidate;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Who should take a lead, before the ledger has said so.
 *
 * @param order the best first, maybe not all of them; empty if nobody can
 * @param shares what was due to whom
 * @param comparison one candidate against another, in words
 * @param obstacle why nobody can; empty if somebody can
 */
record Proposal(
        List<Candidate> order,
        List<Share> shares,
        BiFunction<Candidate, Candidate, String> comparison,
        String obstacle) {

    static Proposal nobody(String obstacle) {
        return new Proposal(List.of(), List.of(), (one, other) -> "", obstacle);
    }

    List<Bid> bids() {
        return order.stream()
                .map(each -> new Bid(each.rep().id(), each.rep().capacity()))
                .toList();
    }

    /** Why the one whom the ledger took: against the next in the order, or after those who filled up meanwhile. */
    String words(RepId taken) {
        int at = 0;
        while (!order.get(at).rep().id().equals(taken)) {
            at++;
        }
        if (at > 0) {
            return taken + " was next after " + order.get(at - 1).rep().id() + ", who filled up meanwhile";
        }
        return order.size() == 1 ? taken + " is the only one who can" : against(order.get(0), order.get(1));
    }

    String against(Candidate winner, Candidate next) {
        try {
            return Guard.call("comparison", () -> comparison.apply(winner, next));
        } catch (Guard.Failure failure) {
            return failure.words();
        }
    }
}

package dev.leadkit.routing.workload;

import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Verdict;

/** Capacity as a stage. */
public final class Capacity {

    private Capacity() {}

    /**
     * The stage that lets a rep pass who has fewer open leads than the capacity. It spares the ledger vain attempts and gives
     * the reason; the ledger alone guarantees the limit.
     *
     * @return the stage, thread-safe
     */
    public static Eligibility free() {
        return Eligibility.of((situation, rep) -> test(rep, situation.open(rep.id())));
    }

    private static Verdict test(Rep rep, int open) {
        return open < rep.capacity()
                ? Verdict.pass()
                : Verdict.refuse(() -> rep.id() + " has " + open + (open == 1 ? " open lead" : " open leads")
                        + ", the capacity is " + rep.capacity());
    }
}

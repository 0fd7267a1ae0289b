package dev.leadkit.routing.model;

import java.util.function.BiFunction;

/**
 * A stage of a plan: which reps may take a lead. A host writes its own and puts it into a {@link RoutingRegistry}. The same
 * situation and rep must always give the same verdict; an implementation must be thread-safe. If it throws, the rep (or,
 * from {@link #about}, every rep) does not pass, and the decision says so.
 */
@FunctionalInterface
public interface Eligibility {

    /**
     * Looks at a lead, once, before any rep is tested.
     *
     * @param situation the lead, the moment and the open leads
     * @return the test for reps
     */
    Check about(Situation situation);

    /** The test for reps, about one lead. */
    @FunctionalInterface
    interface Check {

        /**
         * Tests a rep.
         *
         * @param rep an active rep who passed the stages before
         * @return passes, or why not
         */
        Verdict test(Rep rep);
    }

    /**
     * A stage that looks at the lead anew for each rep.
     *
     * @param test tests a rep in a situation
     * @return the stage
     */
    static Eligibility of(BiFunction<Situation, Rep, Verdict> test) {
        return situation -> rep -> test.apply(situation, rep);
    }
}

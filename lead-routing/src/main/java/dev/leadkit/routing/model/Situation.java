package dev.leadkit.routing.model;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.RepId;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** What a stage, a strategy and a draw look at: a lead at a moment, and the open leads of reps. For one decision. */
public final class Situation {

    private final Facts facts;
    private final long lot;
    private final ToIntFunction<RepId> open;
    private final Consumer<Fault> problems;

    /**
     * Makes a situation; the router does it, and whoever tests a stage of their own.
     *
     * @param facts the lead at the moment
     * @param seed what draws depend on
     * @param open the open leads of a rep
     * @param problems told of conditions that could not be answered
     */
    public Situation(Facts facts, long seed, ToIntFunction<RepId> open, Consumer<Fault> problems) {
        this.facts = facts;
        this.lot = Draw.of(seed, facts.lead().id().value());
        this.open = open;
        this.problems = problems;
    }

    /**
     * The lead at the moment.
     *
     * @return the facts
     */
    public Facts facts() {
        return facts;
    }

    /**
     * Whether a condition is true of the lead.
     *
     * @param condition the condition
     * @return false also if it is unknown
     */
    public boolean holds(Condition condition) {
        return condition.evaluate(facts, problems) == Truth.TRUE;
    }

    /**
     * How many open leads a rep has.
     *
     * @param rep the rep
     * @return the number as of this decision, always the same within it
     */
    public int open(RepId rep) {
        return open.applyAsInt(rep);
    }

    /**
     * A rep's lot for this lead, by which ties are resolved: the lowest wins.
     *
     * @param rep the rep
     * @return a number that depends on the seed, the lead and the rep alone
     */
    public long draw(RepId rep) {
        return Draw.of(lot, rep.value());
    }
}

package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.model.Verdict;

/** A stage of a compiled plan: narrows all reps at once, or says of one what it would do. Immutable. */
abstract class PlanStage {

    final String name;

    PlanStage(String name) {
        this.name = name;
    }

    /** Looks at the lead, once. What is found is left with the deliberation, under this stage's place in the plan. */
    abstract void open(Deliberation deliberation, int place);

    /** Narrows to those who pass. */
    abstract void narrow(Deliberation deliberation, int place);

    /** Whether a rep passes, and why not; the same answer as that of narrowing. */
    abstract Verdict test(Deliberation deliberation, int place, int rep);

    /** What would have to be otherwise for a rep to pass who does not. */
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return new Remedy.Said(Deliberation.words(name, verdict));
    }

    /** Whether who does not pass fits nevertheless, and only cannot take the lead now. */
    boolean isOfTheMoment() {
        return false;
    }

    /** Whether those to whom a lead escalates pass it in any case. */
    boolean sparesTargets() {
        return false;
    }

    /** Whether it is about one rep who keeps the lead, if that rep passes all others. */
    boolean isOfKeeper() {
        return false;
    }
}

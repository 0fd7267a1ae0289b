package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Verdict;

/**
 * Lets pass who has room for the lead's units. It spares the ledger vain attempts and gives the reason; the ledger alone
 * guarantees the limit.
 */
final class CapacityStage extends PlanStage {

    CapacityStage() {
        super(BuiltIn.CAPACITY);
    }

    @Override
    void open(Deliberation deliberation, int place) {
        // the ledger is asked of those who are left
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        Survivors left = deliberation.left();
        int[] reps = left.list();
        int[] room = deliberation.loads().open(reps, left.size());
        for (int i = 0; i < left.size(); i++) {
            room[i] = Math.max(-1, deliberation.capacity(reps[i]) - room[i]) - deliberation.units();
        }
        left.keepNotNegative(room);
    }

    static boolean hasRoom(Deliberation deliberation, int rep) {
        return deliberation.capacity(rep) - deliberation.loads().open(rep) >= deliberation.units();
    }

    @Override
    boolean isOfTheMoment() {
        return true;
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        return test(deliberation, rep);
    }

    static Verdict test(Deliberation deliberation, int rep) {
        return hasRoom(deliberation, rep)
                ? Verdict.pass()
                : Verdict.refuse(remedy(deliberation, rep).words(deliberation.id(rep)));
    }

    @Override
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return remedy(deliberation, rep);
    }

    static Remedy remedy(Deliberation deliberation, int rep) {
        return new Remedy.Room(
                deliberation.kind(), deliberation.loads().open(rep), deliberation.capacity(rep), deliberation.units());
    }
}

package dev.leadkit.routing.engine;

import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.model.WorkKind;

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
        deliberation.left().keepIf(rep -> hasRoom(deliberation, rep));
    }

    static boolean hasRoom(Deliberation deliberation, int rep) {
        return deliberation.capacity(rep) - deliberation.loads().open(rep) >= deliberation.units();
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        return test(deliberation, rep);
    }

    static Verdict test(Deliberation deliberation, int rep) {
        return hasRoom(deliberation, rep) ? Verdict.pass() : Verdict.refuse(words(deliberation, rep));
    }

    private static String words(Deliberation deliberation, int rep) {
        int open = deliberation.loads().open(rep);
        String kind = deliberation.kind();
        String what = kind.equals(WorkKind.USUAL) ? (open == 1 ? " open lead" : " open leads") : " units of " + kind;
        String asked = deliberation.units() == 1 ? "" : ", the lead is " + deliberation.units();
        return deliberation.id(rep) + " has " + open + what + ", the capacity is " + deliberation.capacity(rep) + asked;
    }
}

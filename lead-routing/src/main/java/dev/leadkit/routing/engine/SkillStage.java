package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.decision.Remedy.Skills.Lacking;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Lets pass who has, of every requirement that the lead has now, the skill at the required level or higher. */
final class SkillStage extends PlanStage {

    SkillStage() {
        super(BuiltIn.SKILLS);
    }

    @Override
    void open(Deliberation deliberation, int place) {
        // the deliberation finds the requirements together with the kind of work
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        for (int i = 0; i < deliberation.required(); i++) {
            deliberation.left().meeting(deliberation.required(i));
        }
    }

    @Override
    boolean sparesTargets() {
        return true;
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        CompiledPlan plan = deliberation.plan();
        for (int i = 0; i < deliberation.required(); i++) {
            if (!plan.everybody().meets(deliberation.required(i), rep)) {
                return Verdict.refuse(() -> remedy(deliberation, plan.rep(rep)).words(plan.id(rep)));
            }
        }
        return Verdict.pass();
    }

    @Override
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return remedy(deliberation, deliberation.plan().rep(rep));
    }

    /** Every lacking skill: whoever mends only the first one named would be refused again. */
    private static Remedy remedy(Deliberation deliberation, Rep rep) {
        List<Lacking> lacking = new ArrayList<>();
        for (int i = 0; i < deliberation.required(); i++) {
            Requirement requirement = deliberation.plan().requirement(deliberation.required(i));
            int level = rep.level(requirement.skill());
            if (level < requirement.level()) {
                lacking.add(new Lacking(requirement.skill(), requirement.level(), level));
            }
        }
        return new Remedy.Skills(lacking);
    }
}

package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Verdict;

/** A stage of the host's own, behind the guard. */
final class HostStage extends PlanStage {

    private final Eligibility stage;
    private final String what;

    HostStage(String name, Eligibility stage) {
        super(name);
        this.stage = stage;
        this.what = "stage " + name;
    }

    @Override
    void open(Deliberation deliberation, int place) {
        deliberation.keep(place, opened(deliberation));
    }

    private Eligibility.Check opened(Deliberation deliberation) {
        try {
            return Guard.call(what, () -> stage.about(deliberation.situation()));
        } catch (Guard.Failure failure) {
            deliberation.note(failure.words());
            return rep -> Verdict.refuse(failure.words());
        }
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        deliberation.left().keepIf(rep -> test(deliberation, place, rep).passes());
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        Eligibility.Check check = (Eligibility.Check) requireNonNull(deliberation.kept(place), "check");
        try {
            return Guard.call(what, () -> check.test(deliberation.plan().rep(rep)));
        } catch (Guard.Failure failure) {
            deliberation.note(failure.words());
            return Verdict.refuse(failure.words());
        }
    }
}

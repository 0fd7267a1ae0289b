package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.routing.availability.AvailabilityTimeline;
import dev.leadkit.routing.availability.AvailableReps;
import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Verdict;

/** Lets pass who is at work; a rep who keeps the lead passes also when only new leads are to stay away. */
final class AvailableStage extends PlanStage {

    private final AvailabilityTimeline timeline;

    AvailableStage(AvailabilityTimeline timeline) {
        super(BuiltIn.AVAILABLE);
        this.timeline = timeline;
    }

    @Override
    void open(Deliberation deliberation, int place) {
        deliberation.keep(place, timeline.at(deliberation.request().at()));
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        AvailableReps there = there(deliberation, place);
        int keeper = deliberation.keeper();
        if (keeper >= 0 && !there.isAvailable(keeper)) {
            deliberation.left().keepIf(rep -> isThere(deliberation, there, rep));
        } else {
            deliberation.left().present(there);
        }
    }

    static AvailableReps there(Deliberation deliberation, int place) {
        return (AvailableReps) requireNonNull(deliberation.kept(place), "reps who are there");
    }

    private static boolean isThere(Deliberation deliberation, AvailableReps there, int rep) {
        return rep == deliberation.keeper() ? there.isAvailableToOwn(rep) : there.isAvailable(rep);
    }

    @Override
    boolean isOfTheMoment() {
        return true;
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        return isThere(deliberation, there(deliberation, place), rep)
                ? Verdict.pass()
                : Verdict.refuse(() -> remedy(deliberation, rep).words(deliberation.id(rep)));
    }

    @Override
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return remedy(deliberation, rep);
    }

    private Remedy remedy(Deliberation deliberation, int rep) {
        return new Remedy.Presence(
                timeline.firstAvailable(deliberation.request().at(), new int[] {rep}, 1));
    }

    /** Everybody who fits is away, or full: what the plan says to that may leave some after all. */
    void answer(Deliberation deliberation, int place) {
        AvailableReps there = there(deliberation, place);
        deliberation.refill(stage -> !stage.isOfTheMoment());
        Survivors left = deliberation.left();
        boolean somebodyFits = left.size() > 0;
        left.present(there);
        boolean somebodyIsThere = left.size() > 0;
        left.clear();
        if (somebodyFits && !somebodyIsThere) {
            new AllAway(deliberation)
                    .answer(deliberation.plan().plan().availability().whenAllAway());
        }
        if (somebodyFits && left.size() == 0) {
            tellWhen(deliberation);
        }
    }

    /** When the first of those who have room is back. */
    private void tellWhen(Deliberation deliberation) {
        deliberation.refill(stage -> !stage.name.equals(name));
        Survivors left = deliberation.left();
        timeline.firstAvailable(deliberation.request().at(), left.list(), left.size())
                .ifPresent(deliberation.waiting()::perhapsAgain);
        left.clear();
    }
}

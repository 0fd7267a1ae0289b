package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Substitution;
import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.model.Continuity;
import dev.leadkit.routing.model.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps a lead with one rep, if that rep passes all stages that are not of this sort. Of several such stages the first one that
 * has a rep decides, in the order of the plan.
 */
final class KeeperStage extends PlanStage {

    private final Wish wish;
    private final String relation;

    /** Who should keep a lead. */
    @FunctionalInterface
    private interface Wish {
        Optional<RepId> of(Deliberation deliberation);
    }

    private KeeperStage(String name, String relation, Wish wish) {
        super(name);
        this.relation = relation;
        this.wish = wish;
    }

    static KeeperStage ofOwner(String name) {
        return new KeeperStage(
                name,
                "owner",
                deliberation -> deliberation.request().facts().lead().owner());
    }

    /** By code of the host, behind the guard. */
    static KeeperStage of(String name, Continuity continuity) {
        return new KeeperStage(name, name + "'s rep", deliberation -> asked(name, continuity, deliberation));
    }

    private static Optional<RepId> asked(String name, Continuity continuity, Deliberation deliberation) {
        try {
            return Guard.call("stage " + name, () -> continuity.keeper(deliberation.situation()));
        } catch (Guard.Failure failure) {
            deliberation.note(failure.words());
            return Optional.empty();
        }
    }

    @Override
    boolean isOfKeeper() {
        return true;
    }

    @Override
    void open(Deliberation deliberation, int place) {
        deliberation.forget(place);
    }

    /** Asked after all other stages have looked at the lead. */
    void decide(Deliberation deliberation, int place) {
        Optional<RepId> wished = wish.of(deliberation);
        if (wished.isPresent()) {
            decide(deliberation, place, wished.get());
        }
    }

    private void decide(Deliberation deliberation, int place, RepId wish) {
        deliberation.wish(wish);
        Optional<String> obstacle = tried(deliberation, place, wish);
        if (obstacle.isEmpty()) {
            return;
        }
        deliberation.note("its " + relation + " " + wish + " " + obstacle.get());
        Substitution substitution = deliberation
                .plan()
                .plan()
                .availability()
                .substitute(wish, deliberation.request().at());
        if (substitution.rep().filter(rep -> !rep.equals(wish)).isPresent()) {
            stand(deliberation, place, wish, substitution);
        }
    }

    private void stand(Deliberation deliberation, int place, RepId wish, Substitution substitution) {
        RepId substitute = substitution.rep().orElseThrow();
        String chain = substitution.chain().stream().map(RepId::value).collect(Collectors.joining(" -> "));
        Optional<String> obstacle = tried(deliberation, place, substitute);
        deliberation.note("the substitute " + substitute + " (" + chain + ") " + obstacle.orElse("stands in"));
        if (obstacle.isEmpty()) {
            deliberation.grounds().standsIn(substitute, "stands in for its " + relation + " " + wish);
        }
    }

    private static Optional<String> tried(Deliberation deliberation, int place, RepId rep) {
        int number = deliberation.plan().number(rep);
        Optional<String> obstacle =
                number < 0 ? Optional.of("is not in the plan") : deliberation.obstacleToKeeping(number);
        if (obstacle.isEmpty()) {
            deliberation.keep(place, number);
        }
        return obstacle;
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        if (deliberation.kept(place) instanceof Integer keeper) {
            deliberation.left().keepIf(rep -> rep == keeper);
        }
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        return deliberation.kept(place) instanceof Integer keeper && rep != keeper
                ? Verdict.refuse(leaving(deliberation, keeper).words(deliberation.id(rep)))
                : Verdict.pass();
    }

    @Override
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return leaving(deliberation, (Integer) requireNonNull(deliberation.kept(place), "keeper"));
    }

    private Remedy leaving(Deliberation deliberation, int keeper) {
        return new Remedy.Leaving(deliberation.id(keeper), relation);
    }
}

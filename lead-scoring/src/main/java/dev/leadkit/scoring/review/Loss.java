package dev.leadkit.scoring.review;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What caps and floors take away of one way in which a rule gives something. */
final class Loss {

    private final Placed placed;
    private final Way way;
    private final Supposed supposed;

    Loss(Placed placed, Way way, Proofs proofs) {
        this.placed = placed;
        this.way = way;
        this.supposed = new Supposed(proofs, way.when(), placed.rule().id(), way.gives());
    }

    /** What there is to say, if anything is lost wherever the rule holds. */
    Optional<Remark> remark(List<Level> levels) {
        return levels.stream()
                .map(this::whole)
                .flatMap(Optional::stream)
                .findFirst()
                .map(sentence -> new Remark(placed.path() + way.part(), Remark.Kind.RULE_IDLE, sentence))
                .or(() -> part(levels));
    }

    /** All is lost where the sum is beyond a limit with the rule and without it. */
    private Optional<String> whole(Level level) {
        Reach both = sum(level, way.gives()).or(sum(level, Reach.NOTHING));
        Limits limits = level.limits();
        return limits.cap()
                .filter(cap -> both.least() >= cap.units())
                .map(cap -> "at least " + new Points(both.least()) + " with it and without it, and the cap is " + cap)
                .or(() -> limits.floor()
                        .filter(floor -> both.most() <= floor.units())
                        .map(floor -> "at most " + new Points(both.most())
                                + " with it and without it, and the floor is " + floor))
                .map(rest -> "this makes no difference: " + whereIs(level) + rest + ".");
    }

    private String whereIs(Level level) {
        return "wherever it holds, the sum of the " + level.name() + " is ";
    }

    private Optional<Remark> part(List<Level> levels) {
        return levels.stream()
                .filter(level -> way.gives().isOne() && spare(level) != 0)
                .max(Comparator.comparingLong(level -> Math.abs(spare(level))))
                .map(this::cut);
    }

    /**
     * A point less of the rule is at most a point less of each sum that it is part of. So by as much as the sum is beyond its
     * limit at least, the rule could give less.
     */
    private long spare(Level level) {
        Reach sum = sum(level, way.gives());
        return way.gives().least() > 0
                ? level.limits()
                        .cap()
                        .map(cap -> Math.max(0, sum.least() - cap.units()))
                        .orElse(0L)
                : level.limits()
                        .floor()
                        .map(floor -> Math.min(0, sum.most() - floor.units()))
                        .orElse(0L);
    }

    private Remark cut(Level level) {
        long points = way.gives().least();
        Reach sum = sum(level, way.gives());
        String limit = points > 0
                ? "at least " + new Points(sum.least()) + ", and the cap is "
                        + level.limits().cap().orElseThrow()
                : "at most " + new Points(sum.most()) + ", and the floor is "
                        + level.limits().floor().orElseThrow();
        return new Remark(
                placed.path() + way.part() + (way.part().equals(".otherwise") ? "" : ".points"),
                Remark.Kind.POINTS_CUT,
                "of its " + new Points(points) + " points no more than " + new Points(points - spare(level))
                        + " can count: " + whereIs(level) + limit + ".");
    }

    private Reach sum(Level level, Reach gives) {
        return level.given().apply(supposed.giving(gives));
    }
}

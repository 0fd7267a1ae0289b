package dev.leadkit.scoring.review;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for rules whose points a cap or a floor takes away, wholly or in part, wherever they hold: what holds there of other
 * rules is supposed. Each rule is looked at as if it were the only one to be changed.
 */
final class IdleLint {

    private final ScoringModel model;
    private final List<Reaches> dimensions;
    private final Proofs proofs;

    IdleLint(ScoringModel model, List<Reaches> dimensions, Proofs proofs) {
        this.model = model;
        this.dimensions = dimensions;
        this.proofs = proofs;
    }

    void check(List<Remark> remarks) {
        Level total = total();
        Map<String, List<Level>> levels = new HashMap<>();
        dimensions.forEach(each -> addLevels(each, total, levels));
        for (Placed placed : Placed.all(model)) {
            checkOwn(placed, remarks);
            List<Level> above = levels.getOrDefault(placed.rule().id(), List.of());
            if (!proofs.isExhausted() && above.stream().noneMatch(Level::isIdle)) {
                check(placed, above.stream().filter(Level::isBinding).toList(), remarks);
            }
        }
    }

    /** With a half-life, points above the cap of the rule keep it there for longer. */
    private static void checkOwn(Placed placed, List<Remark> remarks) {
        if (placed.rule() instanceof InteractionRule each
                && each.worth().fading().halfLife().isEmpty()) {
            Points points = each.worth().points();
            Points left = new Points(each.worth().limits().clamp(points.units()));
            if (!left.equals(points) && left.units() != 0) {
                remarks.add(new Remark(
                        placed.path() + ".points",
                        Remark.Kind.POINTS_CUT,
                        "of the " + points + " points of an interaction no more than " + left
                                + " can count: all of them together give "
                                + each.worth().limits() + "."));
            }
        }
    }

    /** The sums that each rule is part of, the narrowest first. Where dimensions give the grade, no total is the last word. */
    private void addLevels(Reaches reaches, Level total, Map<String, List<Level>> levels) {
        for (int g = 0; g < reaches.groups().size(); g++) {
            RuleGroup group = reaches.dimension().groups().get(g);
            Sum sum = reaches.groups().get(g);
            Level level = new Level("group \"" + group.id() + '"', group.limits(), sum.whole(), sum::given);
            group.rules().forEach(rule -> levels.put(rule, new ArrayList<>(List.of(level))));
        }
        Level level = new Level(
                "dimension \"" + reaches.dimension().name() + '"',
                reaches.dimension().limits(),
                reaches.whole(),
                reaches::given);
        reaches.dimension().rules().forEach(rule -> {
            List<Level> above = levels.computeIfAbsent(rule.id(), none -> new ArrayList<>());
            above.add(level);
            if (model.grading().matrix().isEmpty()) {
                above.add(total);
            }
        });
    }

    private Level total() {
        Reach whole = dimensions.stream()
                .map(each -> each.whole().within(each.dimension().limits()))
                .reduce(Reach.NOTHING, Reach::plus);
        return new Level(
                "whole model",
                model.limits(),
                whole,
                supposed -> dimensions.stream()
                        .map(each ->
                                each.given(supposed).within(each.dimension().limits()))
                        .reduce(Reach.NOTHING, Reach::plus));
    }

    private void check(Placed placed, List<Level> levels, List<Remark> remarks) {
        List<Way> ways = levels.isEmpty() ? List.of() : Way.of(placed.rule());
        List<Remark> found = ways.stream()
                .map(way -> new Loss(placed, way, proofs).remark(levels))
                .flatMap(Optional::stream)
                .toList();
        boolean idle = !found.isEmpty()
                && found.size() == ways.size()
                && found.stream().allMatch(remark -> remark.kind() == Remark.Kind.RULE_IDLE);
        if (idle) {
            remarks.add(new Remark(
                    placed.path(), Remark.Kind.RULE_IDLE, found.get(0).sentence()));
        } else {
            remarks.addAll(found);
        }
    }
}

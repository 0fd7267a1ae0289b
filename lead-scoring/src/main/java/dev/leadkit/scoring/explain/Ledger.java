package dev.leadkit.scoring.explain;

import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of a score, kept up to date while rules change, within the limits of groups, dimensions and total. */
final class Ledger {

    static final int LOOSE = -1;

    private final ScoringModel model;
    private final List<Integer> dimensionOf = new ArrayList<>();
    private final List<Integer> groupOf = new ArrayList<>();
    private final List<Limits> groupLimits = new ArrayList<>();
    private final List<List<Integer>> groupsOf = new ArrayList<>();
    private final long[] groups;
    private final long[] dimensions;
    private long sum;

    Ledger(ScoringModel model, Explanation explanation) {
        this.model = model;
        Map<String, Integer> groupOfRule = new HashMap<>();
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            List<Integer> here = new ArrayList<>();
            for (RuleGroup group : dimension.groups()) {
                here.add(groupLimits.size());
                group.rules().forEach(rule -> groupOfRule.put(rule, groupLimits.size()));
                groupLimits.add(group.limits());
            }
            groupsOf.add(here);
            for (ScoringRule rule : dimension.rules()) {
                dimensionOf.add(d);
                groupOf.add(groupOfRule.getOrDefault(rule.id(), LOOSE));
            }
        }
        this.groups = new long[groupLimits.size()];
        this.dimensions = new long[model.dimensions().size()];
        start(explanation);
    }

    /** An empty group or dimension counts what its limits make of nothing. */
    private void start(Explanation explanation) {
        for (int d = 0; d < dimensions.length; d++) {
            sum += limits(d).clamp(0);
        }
        for (int d = 0; d < dimensions.length; d++) {
            for (int group : groupsOf.get(d)) {
                change(d, groupLimits.get(group).clamp(0));
            }
        }
        for (int rule = 0; rule < explanation.reasons().size(); rule++) {
            add(rule, explanation.reasons().get(rule).finding().counted().units());
        }
    }

    int dimensionOf(int rule) {
        return dimensionOf.get(rule);
    }

    int groupOf(int rule) {
        return groupOf.get(rule);
    }

    Limits groupLimits(int group) {
        return groupLimits.get(group);
    }

    long group(int group) {
        return groups[group];
    }

    List<Integer> groupsOf(int dimension) {
        return groupsOf.get(dimension);
    }

    /** What a dimension's rules without a group give. */
    long loose(int dimension) {
        return dimensions[dimension]
                - groupsOf.get(dimension).stream()
                        .mapToLong(group -> groupLimits.get(group).clamp(groups[group]))
                        .sum();
    }

    void add(int rule, long units) {
        int group = groupOf.get(rule);
        if (group == LOOSE) {
            change(dimensionOf.get(rule), units);
        } else {
            long before = groupLimits.get(group).clamp(groups[group]);
            groups[group] += units;
            change(dimensionOf.get(rule), groupLimits.get(group).clamp(groups[group]) - before);
        }
    }

    /** Makes a way's moves; to lift what disqualifies adds nothing. */
    void take(Way way) {
        for (Move move : way.moves()) {
            if (!move.isLift()) {
                add(move.place(), move.units());
            }
        }
    }

    void takeBack(Way way) {
        for (Move move : way.moves()) {
            if (!move.isLift()) {
                add(move.place(), -move.units());
            }
        }
    }

    /** The sum that a rule goes into first: its group's, or that of its dimension's rules without a group. */
    List<Integer> sumOf(int rule) {
        return List.of(dimensionOf(rule), groupOf(rule));
    }

    private void change(int dimension, long units) {
        sum -= dimension(dimension);
        dimensions[dimension] += units;
        sum += dimension(dimension);
    }

    long dimension(int dimension) {
        return limits(dimension).clamp(dimensions[dimension]);
    }

    Limits limits(int dimension) {
        return model.dimensions().get(dimension).limits();
    }

    int size() {
        return dimensions.length;
    }

    long total() {
        return model.limits().clamp(sum);
    }
}

package dev.leadkit.scoring.engine;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the rules give into totals, by the caps and floors of a model: rule, group, dimension, total, and last what
 * disqualifies. A disqualifier has a place behind all rules. Immutable and thread-safe.
 */
final class Settlement {

    private static final int NO_GROUP = -1;

    private final ScoringModel model;
    private final int[] dimensionOf;
    private final int[] groupOf;
    private final Bounds[] ofRules;
    private final int[] dimensionOfGroup;
    private final Bounds[] ofGroups;
    private final Bounds[] ofDimensions;
    private final Bounds ofTotal;

    /** What a rule always gives if it gives anything, because it has but one case; null for others. */
    private final @Nullable Contribution[] usual;

    private final int[] firstGroups;

    Settlement(ScoringModel model) {
        this.model = model;
        List<ScoringRule> rules = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<RuleGroup> groups = new ArrayList<>();
        List<Integer> groupPlaces = new ArrayList<>();
        Map<String, Integer> groupOfRule = new HashMap<>();
        for (int d = 0; d < model.dimensions().size(); d++) {
            for (ScoringRule rule : model.dimensions().get(d).rules()) {
                rules.add(rule);
                places.add(d);
            }
            for (RuleGroup group : model.dimensions().get(d).groups()) {
                group.rules().forEach(rule -> groupOfRule.put(rule, groups.size()));
                groups.add(group);
                groupPlaces.add(d);
            }
        }
        this.dimensionOf = ints(places);
        this.groupOf = ints(rules.stream()
                .map(rule -> groupOfRule.getOrDefault(rule.id(), NO_GROUP))
                .toList());
        this.ofRules = rules.stream().map(Settlement::bounds).toArray(Bounds[]::new);
        this.dimensionOfGroup = ints(groupPlaces);
        this.ofGroups = groups.stream().map(group -> Bounds.of(group.limits())).toArray(Bounds[]::new);
        this.ofDimensions = model.dimensions().stream()
                .map(each -> Bounds.of(each.limits()))
                .toArray(Bounds[]::new);
        this.ofTotal = Bounds.of(model.limits());
        this.usual = new Contribution[rules.size()];
        for (int place = 0; place < usual.length; place++) {
            usual[place] = usual(model.dimensions().get(dimensionOf[place]), rules.get(place));
        }
        this.firstGroups = new int[model.dimensions().size()];
        for (int d = 1; d < firstGroups.length; d++) {
            firstGroups[d] =
                    firstGroups[d - 1] + model.dimensions().get(d - 1).groups().size();
        }
    }

    private static Bounds bounds(ScoringRule rule) {
        return rule instanceof InteractionRule each ? Bounds.of(each.worth().limits()) : Bounds.NONE;
    }

    private static @Nullable Contribution usual(Dimension dimension, ScoringRule rule) {
        List<Case> cases = rule.cases();
        return cases.size() == 1
                ? new Contribution(
                        dimension.name(),
                        rule.id(),
                        Contribution.Kind.RULE,
                        cases.get(0).points())
                : null;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many places there are: one for each rule, then one for each disqualifier. */
    int places() {
        return ofRules.length + model.grading().disqualifiers().size();
    }

    /** What a rule's own limits leave of its units. */
    long limited(int place, long units) {
        return place < ofRules.length ? ofRules[place].clamp(units) : units;
    }

    /** How many sums there are to be kept: of each group, of each dimension's other rules, and of disqualifiers. */
    int accounts() {
        return ofGroups.length + ofDimensions.length + 1;
    }

    /** Which sum a place belongs to. */
    int account(int place) {
        if (place >= ofRules.length) {
            return disqualified();
        }
        return groupOf[place] == NO_GROUP ? ofGroups.length + dimensionOf[place] : groupOf[place];
    }

    /** The sum that is not zero where something disqualifies. */
    int disqualified() {
        return ofGroups.length + ofDimensions.length;
    }

    /** The total that a disqualifier which holds leaves; {@link Long#MAX_VALUE} for any other place, and for any total. */
    long forced(int place) {
        return place < ofRules.length
                ? Long.MAX_VALUE
                : model.grading()
                        .disqualifiers()
                        .get(place - ofRules.length)
                        .verdict()
                        .total()
                        .map(Points::units)
                        .orElse(Long.MAX_VALUE);
    }

    /**
     * The total.
     *
     * @param sums of each account, what its rules give after their own limits; what dimensions have is changed
     * @param forced the least total that a disqualifier leaves, or {@link Long#MAX_VALUE}
     */
    long total(long[] sums, long forced) {
        int dimensions = ofGroups.length;
        for (int g = 0; g < dimensions; g++) {
            sums[dimensions + dimensionOfGroup[g]] += ofGroups[g].clamp(sums[g]);
        }
        long total = 0;
        for (int d = 0; d < ofDimensions.length; d++) {
            total += ofDimensions[d].clamp(sums[dimensions + d]);
        }
        return forced == Long.MAX_VALUE ? ofTotal.clamp(total) : forced;
    }

    /** What could be evaluated, and what could not. */
    record Doubts(Confidence confidence, List<Fault> faults) {

        /** Sorted, each fault once. */
        Doubts {
            faults = faults.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Fault::toString))
                    .toList();
        }
    }

    /**
     * The score.
     *
     * @param units what each rule gives, before its own limits; not zero for a disqualifier that holds
     * @param doubts what could not be evaluated
     */
    Score score(long[] units, Doubts doubts) {
        List<Contribution> parts = new ArrayList<>();
        Map<String, Points> dimensions = new LinkedHashMap<>();
        long total = 0;
        Account account = new Account(parts, units);
        for (int d = 0; d < ofDimensions.length; d++) {
            long sum = account.dimension(d);
            dimensions.put(model.dimensions().get(d).name(), new Points(sum));
            total += sum;
        }
        total += account.adjust("", "", total, ofTotal);
        List<Disqualifier> held = held(units);
        Verdict verdict = model.grading().verdict(held);
        total += account.disqualify(held, verdict, total);
        Points sum = new Points(total);
        return new Score(
                model.ref(),
                dimensions,
                verdict.grade().or(() -> model.grading().grade(dimensions, sum)),
                parts,
                doubts.faults(),
                doubts.confidence());
    }

    private List<Disqualifier> held(long[] units) {
        List<Disqualifier> held = new ArrayList<>();
        for (int place = ofRules.length; place < units.length; place++) {
            if (units[place] != 0) {
                held.add(model.grading().disqualifiers().get(place - ofRules.length));
            }
        }
        held.sort(Comparator.comparing(Disqualifier::id));
        return held;
    }

    /** Writes down what changes the sum of a dimension, or the total; tells by how much. */
    private final class Account {

        private final List<Contribution> parts;
        private final long[] units;
        private final long[] groups = new long[ofGroups.length];
        private int rule;

        private Account(List<Contribution> parts, long[] units) {
            this.parts = parts;
            this.units = units;
        }

        private long dimension(int d) {
            Dimension dimension = model.dimensions().get(d);
            long sum = 0;
            for (ScoringRule each : dimension.rules()) {
                long counted = units[rule] == 0 ? 0 : add(dimension.name(), each.id());
                sum += counted;
                if (groupOf[rule] != NO_GROUP) {
                    groups[groupOf[rule]] += counted;
                }
                rule++;
            }
            int first = firstGroups[d];
            for (int g = 0; g < dimension.groups().size(); g++) {
                String id = dimension.groups().get(g).id();
                sum += adjust(dimension.name(), id, groups[first + g], ofGroups[first + g]);
            }
            return sum + adjust(dimension.name(), "", sum, ofDimensions[d]);
        }

        private long add(String dimension, String id) {
            long given = units[rule];
            Contribution known = usual[rule];
            if (known != null && known.points().units() == given) {
                parts.add(known);
            } else {
                put(dimension, id, Contribution.Kind.RULE, given);
            }
            return given + adjust(dimension, id, given, ofRules[rule]);
        }

        private long adjust(String dimension, String id, long sum, Bounds bounds) {
            long change = bounds.clamp(sum) - sum;
            if (change != 0) {
                put(dimension, id, change < 0 ? Contribution.Kind.CAP : Contribution.Kind.FLOOR, change);
            }
            return change;
        }

        /** Every disqualifier that holds is written down; the first one of the least total has the points. */
        private long disqualify(List<Disqualifier> held, Verdict verdict, long total) {
            long change = verdict.total().map(Points::units).orElse(total) - total;
            boolean open = true;
            for (Disqualifier each : held) {
                boolean decides = open
                        && each.verdict().total().isPresent()
                        && each.verdict().total().equals(verdict.total());
                put("", each.id(), Contribution.Kind.DISQUALIFIED, decides ? change : 0);
                open &= !decides;
            }
            return change;
        }

        private void put(String dimension, String id, Contribution.Kind kind, long given) {
            parts.add(new Contribution(dimension, id, kind, new Points(given)));
        }
    }
}

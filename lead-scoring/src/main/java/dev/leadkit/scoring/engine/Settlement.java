package dev.leadkit.scoring.engine;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what the rules give into totals, by the caps and floors of a model. Immutable and thread-safe. */
final class Settlement {

    private final ScoringModel model;
    private final int[] dimensionOf;
    private final Bounds[] ofRules;
    private final Bounds[] ofDimensions;
    private final Bounds ofTotal;

    Settlement(ScoringModel model) {
        this.model = model;
        List<Bounds> rules = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int d = 0; d < model.dimensions().size(); d++) {
            for (ScoringRule rule : model.dimensions().get(d).rules()) {
                rules.add(
                        rule instanceof InteractionRule each
                                ? Bounds.of(each.worth().limits())
                                : Bounds.NONE);
                places.add(d);
            }
        }
        this.dimensionOf = places.stream().mapToInt(Integer::intValue).toArray();
        this.ofRules = rules.toArray(Bounds[]::new);
        this.ofDimensions = model.dimensions().stream()
                .map(each -> Bounds.of(each.limits()))
                .toArray(Bounds[]::new);
        this.ofTotal = Bounds.of(model.limits());
    }

    int rules() {
        return ofRules.length;
    }

    /** What a rule's own limits leave of its units. */
    long limited(int rule, long units) {
        return ofRules[rule].clamp(units);
    }

    /** Adds rules up without keeping them. */
    final class Sums implements Hits {

        private final long[] sums = new long[ofDimensions.length];

        @Override
        public void add(int rule, long units) {
            sums[dimensionOf[rule]] += limited(rule, units);
        }

        long total() {
            long total = 0;
            for (int d = 0; d < sums.length; d++) {
                total += ofDimensions[d].clamp(sums[d]);
            }
            return ofTotal.clamp(total);
        }
    }

    /**
     * The score.
     *
     * @param units what each rule gives, before its own limits
     * @param faults what could not be evaluated, in any order, any number of times
     */
    Score score(long[] units, List<Fault> faults) {
        List<Contribution> parts = new ArrayList<>();
        Map<String, Points> dimensions = new LinkedHashMap<>();
        long total = 0;
        int rule = 0;
        for (int d = 0; d < ofDimensions.length; d++) {
            Dimension dimension = model.dimensions().get(d);
            Account account = new Account(dimension.name(), parts);
            long sum = 0;
            for (ScoringRule each : dimension.rules()) {
                sum += account.add(each.id(), units[rule], ofRules[rule]);
                rule++;
            }
            sum += account.adjust("", sum, ofDimensions[d]);
            dimensions.put(dimension.name(), new Points(sum));
            total += sum;
        }
        total += new Account("", parts).adjust("", total, ofTotal);
        return new Score(model.ref(), dimensions, model.grade(new Points(total)), parts, sorted(faults));
    }

    /** Writes down what changes the sum of a dimension, or, without a name, the total; tells by how much. */
    private record Account(String dimension, List<Contribution> parts) {

        long add(String rule, long units, Bounds bounds) {
            if (units == 0) {
                return 0;
            }
            put(rule, Contribution.Kind.RULE, units);
            return units + adjust(rule, units, bounds);
        }

        long adjust(String rule, long units, Bounds bounds) {
            long change = bounds.clamp(units) - units;
            if (change != 0) {
                put(rule, change < 0 ? Contribution.Kind.CAP : Contribution.Kind.FLOOR, change);
            }
            return change;
        }

        private void put(String rule, Contribution.Kind kind, long units) {
            parts.add(new Contribution(dimension, rule, kind, new Points(units)));
        }
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::toString))
                .toList();
    }
}

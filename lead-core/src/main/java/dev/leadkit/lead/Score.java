package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How good a lead is, and why, according to one version of one model.
 *
 * @param model the model that says so
 * @param dimensions the points of each dimension, after its own caps and floors, in the model's order; they and the
 *     contributions without a dimension sum to the total
 * @param grade the band that the total falls into, empty where the model has no band for it
 * @param contributions every addend, in the model's order; they sum exactly to {@link #total()}
 * @param faults which rules could not be evaluated and counted nothing (a failing custom rule, a regular expression past
 *     its limit); empty when all went well
 * @param confidence how much of what the model could give could be judged; {@link Confidence#FULL} where a scorer does not
 *     say
 */
public record Score(
        ModelRef model,
        Map<String, Points> dimensions,
        Optional<Grade> grade,
        List<Contribution> contributions,
        List<Fault> faults,
        Confidence confidence) {

    /**
     * Makes a score.
     *
     * @param model the model that says so
     * @param dimensions the points of each dimension, in order; refused unless each is the sum of its contributions
     * @param grade the band, or empty
     * @param contributions every addend
     * @param faults which rules could not be evaluated
     * @param confidence how much could be judged
     * @throws ArithmeticException if points of one dimension are beyond what a sum can be
     */
    public Score {
        requireNonNull(confidence, "confidence");
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
        contributions = List.copyOf(contributions);
        faults = List.copyOf(faults);
        Map<String, Points> sums = sums(dimensions.keySet(), contributions);
        if (!sums.equals(dimensions)) {
            throw new IllegalArgumentException(
                    "dimensions must be the sums of their contributions " + sums + ", was " + dimensions);
        }
    }

    /** Contributions of one dimension mostly stand together, and are added up before the map is asked. */
    private static Map<String, Points> sums(Set<String> dimensions, List<Contribution> parts) {
        Map<String, Points> sums = new LinkedHashMap<>();
        dimensions.forEach(dimension -> sums.put(dimension, Points.ZERO));
        String dimension = "";
        long units = 0;
        for (Contribution part : parts) {
            if (!part.dimension().equals(dimension)) {
                add(dimension, units, sums);
                dimension = part.dimension();
                units = 0;
            }
            units = dimension.isEmpty() ? 0 : Math.addExact(units, part.points().units());
        }
        add(dimension, units, sums);
        return sums;
    }

    /** What is of no dimension adjusts the total. */
    private static void add(String dimension, long units, Map<String, Points> sums) {
        if (!dimension.isEmpty()) {
            sums.merge(dimension, new Points(units), Points::plus);
        }
    }

    /**
     * Makes a score of a scorer that does not say how much it could judge.
     *
     * @param model the model that says so
     * @param dimensions the points of each dimension, in order
     * @param grade the band, or empty
     * @param contributions every addend
     * @param faults which rules could not be evaluated
     */
    public Score(
            ModelRef model,
            Map<String, Points> dimensions,
            Optional<Grade> grade,
            List<Contribution> contributions,
            List<Fault> faults) {
        this(model, dimensions, grade, contributions, faults, Confidence.FULL);
    }

    /**
     * The score itself.
     *
     * @return the exact sum of all contributions, {@link Points#ZERO} if there are none
     */
    public Points total() {
        long units = 0;
        for (Contribution part : contributions) {
            units = Math.addExact(units, part.points().units());
        }
        return new Points(units);
    }
}

package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     */
    public Score {
        requireNonNull(confidence, "confidence");
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
        contributions = List.copyOf(contributions);
        faults = List.copyOf(faults);
        Map<String, Points> sums = new LinkedHashMap<>();
        dimensions.keySet().forEach(dimension -> sums.put(dimension, Points.ZERO));
        contributions.stream()
                .filter(part -> !part.dimension().isEmpty())
                .forEach(part -> sums.merge(part.dimension(), part.points(), Points::plus));
        if (!sums.equals(dimensions)) {
            throw new IllegalArgumentException(
                    "dimensions must be the sums of their contributions " + sums + ", was " + dimensions);
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
        return contributions.stream().map(Contribution::points).reduce(Points.ZERO, Points::plus);
    }
}

package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Points;
import java.util.List;

/**
 * What a rule found in a lead.
 *
 * @param truth whether it held; a rule about each interaction holds when at least one counts; unknown where too little is
 *     known to say, and where a custom rule failed
 * @param fresh the points without decay: what the interactions that count were worth when they happened; of every other
 *     kind of rule the same as {@code earned}
 * @param earned the points before the rule's own cap and floor; zero unless it held
 * @param counted the points that it adds to its group or dimension
 * @param evidence what it looked at, interactions newest first
 */
public record Finding(Truth truth, Points fresh, Points earned, Points counted, List<Evidence> evidence) {

    /**
     * Makes a finding.
     *
     * @param truth whether the rule held
     * @param fresh the points without decay
     * @param earned the points before its own cap and floor
     * @param counted the points that it adds
     * @param evidence what it looked at
     */
    public Finding {
        requireNonNull(truth, "truth");
        requireNonNull(fresh, "fresh");
        requireNonNull(earned, "earned");
        requireNonNull(counted, "counted");
        evidence = List.copyOf(evidence);
    }

    /**
     * Makes a finding of something that does not fade.
     *
     * @param truth whether the rule held
     * @param earned the points before its own cap and floor
     * @param counted the points that it adds
     * @param evidence what it looked at
     */
    public Finding(Truth truth, Points earned, Points counted, List<Evidence> evidence) {
        this(truth, earned, earned, counted, evidence);
    }

    /**
     * What decay took away.
     *
     * @return fresh minus earned: positive for points that faded, negative for minus points that did, else zero
     */
    public Points faded() {
        return fresh.minus(earned);
    }

    /**
     * What the rule's own cap took away.
     *
     * @return earned minus counted: positive below a cap, negative where a floor gave points back, else zero
     */
    public Points lost() {
        return earned.minus(counted);
    }
}

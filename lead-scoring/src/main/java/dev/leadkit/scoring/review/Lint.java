package dev.leadkit.scoring.review;

import dev.leadkit.condition.Facts;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is hardly meant in a model that is otherwise right: rules that can never hold or always do, rules that repeat
 * each other, rules whose points caps and floors take away, caps, floors and grades that cannot be reached, and, given a sample,
 * fields that nobody fills and rules that held for none of its leads or for all. Except for the sample, what it says is proved
 * for every lead at every moment; what it does not say is not proved to be good. What proofs understand is written at
 * {@link dev.leadkit.condition.logic.Logic}; of custom rules nothing is known but their greatest points. Stateless and
 * thread-safe.
 */
public final class Lint {

    /** How many pairs of rules are looked at; with more, {@link Remark.Kind#INCOMPLETE} says so. */
    public static final int MOST_PAIRS = 200_000;

    /**
     * The fewest leads of a sample of which anything is said: what one lead in ten has is missed by fewer than one sample of 30
     * in twenty, for 0.9 to the power of 30 is 0.042.
     */
    public static final int LEAST_SAMPLE = 30;

    private Lint() {}

    /**
     * Looks at a model.
     *
     * @param model the model
     * @return what there is to remark: of each rule, then of pairs of them, then of limits and grades, then of points
     *     that limits take away; empty if nothing
     */
    public static List<Remark> check(ScoringModel model) {
        List<Remark> remarks = new ArrayList<>();
        Proofs ofPairs = new Proofs(MOST_PAIRS);
        Proofs ofSums = new Proofs(MOST_PAIRS);
        Proofs ofIdle = new Proofs(MOST_PAIRS);
        List<Placed> rules = Placed.all(model);
        rules.forEach(rule -> RuleLint.check(rule, remarks));
        for (int i = 0; i < model.grading().disqualifiers().size(); i++) {
            RuleLint.check(i, model.grading().disqualifiers().get(i), remarks);
        }
        new PairLint(rules, ofPairs).check(remarks);
        new OverruleLint(model.grading(), ofPairs).check(model, remarks);
        List<Reaches> sums = model.dimensions().stream()
                .map(dimension -> Reaches.of(dimension, ofSums))
                .toList();
        new LimitLint(model, sums).check(remarks);
        new IdleLint(model, sums, ofIdle).check(remarks);
        if (ofPairs.isExhausted() || ofSums.isExhausted() || ofIdle.isExhausted()) {
            remarks.add(new Remark(
                    "",
                    Remark.Kind.INCOMPLETE,
                    "only " + MOST_PAIRS
                            + " pairs of rules were compared; there are more that ask about the same fields."));
        }
        return List.copyOf(remarks);
    }

    /**
     * Looks at a model and at leads that it is used for. What the sample shows is an observation of these leads, no proof: each
     * such remark tells how many they are. The rules are looked at, what disqualifies, and the field of the time zone.
     *
     * @param model the model
     * @param sample some leads, each at a moment; looked at once, one after the other
     * @return what there is to remark, of the sample last: nothing of a sample without leads, and of one with fewer than
     *     {@value #LEAST_SAMPLE} no more than that ({@link Remark.Kind#INCOMPLETE})
     */
    public static List<Remark> check(ScoringModel model, Iterable<Facts> sample) {
        List<Remark> remarks = new ArrayList<>(check(model));
        SampleLint ofSample = new SampleLint(model);
        sample.forEach(ofSample::look);
        ofSample.check(remarks);
        return List.copyOf(remarks);
    }
}

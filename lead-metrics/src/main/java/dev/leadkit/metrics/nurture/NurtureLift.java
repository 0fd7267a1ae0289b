package dev.leadkit.metrics.nurture;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.nurture.NurtureFacts.Arm;
import dev.leadkit.metrics.nurture.NurtureFacts.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code nurture.lift}: the conversion rate of the leads assigned to a sequence less that of those held out, with Newcombe's 95 %
 * interval. All assigned leads count, however far they came. Without hold-out the lift is undefined and the result says that it is
 * uncontrolled: comparing those who engaged with those who did not only shows that the willing are willing.
 *
 * <p>Beside it {@code nurture.step}: of the treated leads that got a step, those converted after it and before the next one; and
 * {@code nurture.reactivation}: of the treated leads that were recycled, those that came back.
 */
public record NurtureLift() implements Counting<NurtureFacts, NurtureLift.Effect> {

    private static final int TREATED = 0;
    private static final int CONVERTED = 1;
    private static final int HELD = 2;
    private static final int HELD_CONVERTED = 3;
    private static final int RECYCLED = 4;
    private static final int REACTIVATED = 5;
    private static final Definition LIFT = new Definition(
            "nurture.lift/1",
            TimeBasis.COHORT,
            "The conversion rate of the treated leads less that of the held out ones (numerator and denominator: the difference"
                    + " over the product of the numbers of leads).");

    /**
     * The result.
     *
     * @param lift the treated rate less the other, from -1 to 1
     * @param treated the conversion rate of the treated leads, with Wilson's interval
     * @param heldOut the conversion rate of the leads that were held out, with Wilson's interval
     * @param uncontrolled whether nobody was held out, so that nothing can be said of an effect
     * @param steps the conversion rate of each step, from the first to the last that any lead got
     * @param reactivation the treated recycled leads that came back, over all of them
     */
    public record Effect(
            KpiResult lift,
            KpiResult treated,
            KpiResult heldOut,
            boolean uncontrolled,
            List<KpiResult> steps,
            KpiResult reactivation) {

        /**
         * Keeps a copy of the steps.
         *
         * @param lift the treated rate less the other
         * @param treated the conversion rate of the treated leads
         * @param heldOut the conversion rate of the others
         * @param uncontrolled whether nobody was held out
         * @param steps the conversion rate of each step
         * @param reactivation the recycled leads that came back
         */
        public Effect {
            steps = List.copyOf(steps);
        }
    }

    @Override
    public Definition definition() {
        return LIFT;
    }

    @Override
    public List<String> parts() {
        return List.of(
                "treated, by steps",
                "treated and converted, by steps",
                "held out",
                "held out and converted",
                "treated, recycled",
                "treated, recycled and back");
    }

    @Override
    public void count(Counts counts, NurtureFacts facts, long times) {
        boolean treated = facts.arm() == Arm.TREATED;
        counts.add(treated ? TREATED : HELD, facts.steps(), times);
        if (facts.signs().contains(Sign.CONVERTED)) {
            counts.add(treated ? CONVERTED : HELD_CONVERTED, facts.steps(), times);
        }
        if (treated && facts.signs().contains(Sign.RECYCLED)) {
            counts.add(RECYCLED, 0, times);
            if (facts.signs().contains(Sign.REACTIVATED)) {
                counts.add(REACTIVATED, 0, times);
            }
        }
    }

    @Override
    public Effect result(Counts counts, Instant asOf) {
        long[] byStep = counts.keys(TREATED);
        int last = byStep.length == 0 ? 0 : Math.toIntExact(byStep[byStep.length - 1]);
        List<KpiResult> steps = new ArrayList<>();
        for (int step = 1; step <= last; step++) {
            steps.add(step(counts, step));
        }
        KpiResult treated = rate("treated", counts.total(CONVERTED), counts.total(TREATED));
        KpiResult heldOut = rate("held-out", counts.total(HELD_CONVERTED), counts.total(HELD));
        return new Effect(
                lift(treated, heldOut), treated, heldOut, counts.total(HELD) == 0, steps, reactivation(counts));
    }

    private static KpiResult rate(String arm, long converted, long leads) {
        Definition definition = new Definition(
                "nurture.conversion/1?arm=" + arm,
                TimeBasis.COHORT,
                "Leads converted after their assignment, over all leads.");
        return KpiResult.rate(definition, Basis.of(converted, leads, new TreeMap<>()), "no such leads");
    }

    private static KpiResult step(Counts counts, long step) {
        SortedMap<String, Long> left = new TreeMap<>();
        long fewer = counts.total(TREATED, steps -> steps < step);
        if (fewer != 0) {
            left.put("fewer steps", fewer);
        }
        Definition definition = new Definition(
                "nurture.step/1?step=" + step,
                TimeBasis.COHORT,
                "Treated leads converted after this step and before the next one, over those that got this step.");
        long got = counts.total(TREATED, steps -> steps >= step);
        return KpiResult.rate(definition, Basis.of(counts.count(CONVERTED, step), got, left), "no lead got this step");
    }

    private static KpiResult reactivation(Counts counts) {
        Definition definition = new Definition(
                "nurture.reactivation/1", TimeBasis.COHORT, "Treated recycled leads that came back, over all of them.");
        Basis basis = Basis.of(counts.count(REACTIVATED, 0), counts.count(RECYCLED, 0), new TreeMap<>());
        return KpiResult.rate(definition, basis, "no recycled lead was treated");
    }

    private static KpiResult lift(KpiResult treated, KpiResult heldOut) {
        Basis one = treated.basis();
        Basis two = heldOut.basis();
        Basis basis = new Basis(
                one.numerator()
                        .multiply(two.denominator())
                        .subtract(two.numerator().multiply(one.denominator())),
                one.denominator().multiply(two.denominator()),
                new TreeMap<>());
        if (treated.value() instanceof KpiValue.Undefined why) {
            return KpiResult.undefined(LIFT, KpiUnit.SHARE, basis, reason(why, "no lead was treated"));
        }
        if (heldOut.value() instanceof KpiValue.Undefined why) {
            return KpiResult.undefined(LIFT, KpiUnit.SHARE, basis, reason(why, "uncontrolled, no lead was held out"));
        }
        KpiResult plain = KpiResult.quotient(LIFT, KpiUnit.SHARE, basis, "no leads");
        return new KpiResult(
                LIFT, KpiUnit.SHARE, plain.value(), basis, proportion(one).newcombe95(proportion(two)));
    }

    private static String reason(KpiValue.Undefined why, String whenEmpty) {
        return why.reason().equals(KpiResult.INCOMPLETE) ? KpiResult.INCOMPLETE : whenEmpty;
    }

    private static Proportion proportion(Basis basis) {
        return new Proportion(
                basis.numerator().longValueExact(), basis.denominator().longValueExact());
    }
}

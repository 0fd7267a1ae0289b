package dev.leadkit.accuracy;

import static dev.leadkit.accuracy.Sample.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OutcomeCountsProperties {

    @Property
    void aucEqualsCountingEveryPair(@ForAll("samples") List<Sample> samples) {
        Assume.that(hasBothClasses(samples));
        assertThat(counted(samples).auc()).isEqualTo(new Measure.Known(new NaiveAccuracy(samples).auc()));
    }

    @Property
    void aucOfReversedScoresIsTheRest(@ForAll("samples") List<Sample> samples) {
        Assume.that(hasBothClasses(samples));
        List<Sample> reversed = samples.stream()
                .map(sample -> new Sample(-sample.score(), sample.positive()))
                .toList();
        Fraction auc = counted(samples).auc().value().orElseThrow();
        Fraction rest = new Fraction(auc.denominator().subtract(auc.numerator()), auc.denominator());
        assertThat(counted(reversed).auc().value()).contains(rest);
    }

    @Property
    void ksEqualsTheLargestGapOverAllScores(@ForAll("samples") List<Sample> samples) {
        Assume.that(hasBothClasses(samples));
        assertThat(counted(samples).ks()).isEqualTo(new Measure.Known(new NaiveAccuracy(samples).ks()));
    }

    @Property
    void errorOfTheAucIsThatOfThePlacements(@ForAll("samples") List<Sample> samples) {
        long positives = Sample.positives(samples);
        Assume.that(positives > 1 && positives < samples.size() - 1);
        assertThat(counted(samples).aucError().orElseThrow().doubleValue())
                .isCloseTo(new NaiveAccuracy(samples).aucError(), within(1e-6));
    }

    @Property
    void theIntervalReachesTwoErrorsAroundTheAucWithinZeroAndOne(@ForAll("samples") List<Sample> samples) {
        long positives = Sample.positives(samples);
        Assume.that(positives > 1 && positives < samples.size() - 1);
        OutcomeCounts counts = counted(samples);
        double auc = counts.auc().decimal(12).orElseThrow().doubleValue();
        double reach = 1.959964 * new NaiveAccuracy(samples).aucError();
        Interval interval = counts.auc95().orElseThrow();
        assertThat(interval.low().doubleValue()).isCloseTo(Math.max(0, auc - reach), within(2e-6));
        assertThat(interval.high().doubleValue()).isCloseTo(Math.min(1, auc + reach), within(2e-6));
        assertThat(interval.low().scale()).isEqualTo(6);
    }

    @Property
    void liftEqualsTheExpectationOverTheOrderOfEquals(
            @ForAll("samples") List<Sample> samples,
            @ForAll @IntRange(min = 1, max = 12) int part,
            @ForAll @IntRange(min = 0, max = 12) int more) {
        Assume.that(Sample.positives(samples) > 0);
        Fraction expected = new NaiveAccuracy(samples).lift(part, part + more);
        assertThat(counted(samples).lift(Fraction.of(part, part + more)).value())
                .contains(expected);
    }

    @Property
    void liftIsTheSameWhenEverythingHappensSeveralTimes(
            @ForAll("samples") List<Sample> samples, @ForAll @IntRange(min = 2, max = 9) int times) {
        OutcomeCounts repeated = new OutcomeCounts();
        Collections.nCopies(times, counted(samples)).forEach(repeated::merge);
        assertThat(repeated.lift()).isEqualTo(counted(samples).lift());
    }

    @Property
    void liftOfAllIsOne(@ForAll("samples") List<Sample> samples) {
        Assume.that(Sample.positives(samples) > 0);
        assertThat(counted(samples).lift(Fraction.of(1, 1)).value()).contains(Fraction.of(1, 1));
    }

    @Property
    void orderOfInputDoesNotMatter(@ForAll("samples") List<Sample> samples, @ForAll long seed) {
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(counted(shuffled)).isEqualTo(counted(samples)).hasSameHashCodeAs(counted(samples));
    }

    @Property
    void mergeIsCommutative(@ForAll("samples") List<Sample> a, @ForAll("samples") List<Sample> b) {
        assertThat(merged(counted(a), counted(b))).isEqualTo(merged(counted(b), counted(a)));
    }

    @Property
    void mergeIsAssociative(
            @ForAll("samples") List<Sample> a, @ForAll("samples") List<Sample> b, @ForAll("samples") List<Sample> c) {
        OutcomeCounts leftFirst = merged(merged(counted(a), counted(b)), counted(c));
        assertThat(leftFirst).isEqualTo(merged(counted(a), merged(counted(b), counted(c))));
    }

    @Property
    void mergedShardsEqualTheWhole(@ForAll("samples") List<Sample> a, @ForAll("samples") List<Sample> b) {
        List<Sample> whole = new ArrayList<>(a);
        whole.addAll(b);
        assertThat(merged(counted(a), counted(b))).isEqualTo(counted(whole));
    }

    @Property
    void retractUndoesAddInEitherOrder(@ForAll("samples") List<Sample> kept, @ForAll("samples") List<Sample> undone) {
        OutcomeCounts late = new OutcomeCounts();
        undone.forEach(sample -> late.retract(sample.score(), sample.positive()));
        kept.forEach(sample -> late.add(sample.score(), sample.positive()));
        undone.forEach(sample -> late.add(sample.score(), sample.positive()));
        assertThat(late).isEqualTo(counted(kept)).hasSameHashCodeAs(counted(kept));
        assertThat(late.counts()).isEqualTo(counted(kept).counts());
    }

    @Property
    void countsReadBackGiveTheSame(@ForAll("samples") List<Sample> samples) {
        OutcomeCounts read = new OutcomeCounts();
        counted(samples).counts().forEach(read::add);
        assertThat(read).isEqualTo(counted(samples));
    }

    @Property
    void totalsAreThoseOfTheSamples(@ForAll("samples") List<Sample> samples) {
        long positives = Sample.positives(samples);
        assertThat(counted(samples).total()).isEqualTo(new Outcomes(positives, samples.size() - positives));
    }

    // Few scores, so that ties are the rule.
    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<Long> scores = Arbitraries.longs().between(-3, 3);
        return Combinators.combine(scores, Arbitraries.of(true, false))
                .as(Sample::new)
                .list()
                .ofMaxSize(30);
    }

    private static boolean hasBothClasses(List<Sample> samples) {
        long positives = Sample.positives(samples);
        return positives > 0 && positives < samples.size();
    }

    private static OutcomeCounts merged(OutcomeCounts into, OutcomeCounts from) {
        into.merge(from);
        return into;
    }
}

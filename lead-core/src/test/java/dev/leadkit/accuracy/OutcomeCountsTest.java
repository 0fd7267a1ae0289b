package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {

    private final OutcomeCounts counts = new OutcomeCounts();

    // Hanley and McNeil (1982), table I: 109 CT images rated 1 to 5; they state the area 0.893.
    @Test
    void aucOfPublishedRatings() {
        counts.add(1, new Outcomes(3, 33));
        counts.add(2, new Outcomes(2, 6));
        counts.add(3, new Outcomes(2, 6));
        counts.add(4, new Outcomes(11, 11));
        counts.add(5, new Outcomes(33, 2));
        assertThat(counts.auc().decimal(3))
                .hasValueSatisfying(auc -> assertThat(auc).isEqualTo("0.893"));
    }

    @Test
    void aucIsOneHalfWhenAllScoresAreEqual() {
        counts.add(7, new Outcomes(3, 5));
        assertThat(counts.auc().value()).contains(Fraction.of(1, 2));
    }

    @Test
    void aucIsOneForPerfectAndZeroForReversedRanking() {
        counts.add(1, false);
        counts.add(2, true);
        assertThat(counts.auc().value()).contains(Fraction.of(1, 1));
        OutcomeCounts reversed = new OutcomeCounts();
        reversed.add(1, true);
        reversed.add(2, false);
        assertThat(reversed.auc().value()).contains(Fraction.of(0, 1));
    }

    @Test
    void aucIsExactWherePairsLeaveTheRangeOfLong() {
        counts.add(Long.MIN_VALUE, new Outcomes(0, Long.MAX_VALUE));
        counts.add(Long.MAX_VALUE, new Outcomes(Long.MAX_VALUE, 0));
        assertThat(counts.auc().value()).contains(Fraction.of(1, 1));
        assertThat(counts.lift(Fraction.of(1, 2)).value()).contains(Fraction.of(2, 1));
    }

    // Two of twenty are positive; the top decile is two of the four best, who hold one of them: (0.5 / 2) / (2 / 20).
    @Test
    void liftTakesTheExpectedShareOfACutBucket() {
        counts.add(9, new Outcomes(1, 3));
        counts.add(1, new Outcomes(1, 15));
        assertThat(counts.lift().value()).contains(Fraction.of(5, 2));
    }

    @Test
    void liftIsTenWhenTheTopDecileHoldsAllPositives() {
        counts.add(9, new Outcomes(3, 0));
        counts.add(1, new Outcomes(0, 27));
        assertThat(counts.lift().value()).contains(Fraction.of(10, 1));
    }

    @Test
    void liftNeedsNoNegatives() {
        counts.add(1, true);
        assertThat(counts.lift().value()).contains(Fraction.of(1, 1));
    }

    @Test
    void liftRefusesAShareOutOfBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.lift(Fraction.of(0, 1)))
                .withMessage("share must be above 0 and at most 1, was 0/1");
        assertThatIllegalArgumentException().isThrownBy(() -> counts.lift(Fraction.of(11, 10)));
    }

    @Test
    void undefinedNamesWhatIsMissing() {
        assertUndefined(Measure.Reason.EMPTY, Measure.Reason.EMPTY);
        counts.add(1, false);
        assertUndefined(Measure.Reason.NO_POSITIVES, Measure.Reason.NO_POSITIVES);
        counts.retract(2, true);
        assertUndefined(Measure.Reason.NEGATIVE_COUNT, Measure.Reason.NEGATIVE_COUNT);
        counts.retract(1, false);
        counts.add(2, new Outcomes(3, 0));
        assertThat(counts.auc()).isEqualTo(new Measure.Undefined(Measure.Reason.NO_NEGATIVES));
    }

    @Test
    void countsAreSortedAndWithoutEmptyBuckets() {
        counts.add(5, true);
        counts.add(-5, false);
        counts.add(0, true);
        counts.retract(0, true);
        assertThat(counts.counts())
                .containsExactly(Map.entry(-5L, new Outcomes(0, 1)), Map.entry(5L, new Outcomes(1, 0)));
    }

    @Test
    void countsAreACopyThatCannotBeChanged() {
        var before = counts.counts();
        counts.add(1, true);
        assertThat(before).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> before.put(1L, new Outcomes(1, 1)));
    }

    @Test
    void mergeWithItselfDoubles() {
        counts.add(1, true);
        counts.add(2, false);
        counts.merge(counts);
        assertThat(counts.total()).isEqualTo(new Outcomes(2, 2));
    }

    @Test
    void otherCountsAreNotEqual() {
        counts.add(1, true);
        OutcomeCounts other = new OutcomeCounts();
        other.add(1, false);
        assertThat(counts).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other).isNotEqualTo("counts");
        assertThat(counts).hasToString("OutcomeCounts{1=Outcomes[positives=1, negatives=0]}");
    }

    @Test
    void outcomesAddUp() {
        assertThat(new Outcomes(3, 4).total()).isEqualTo(7);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Outcomes(Long.MAX_VALUE, 1).total());
    }

    @Test
    void mergeThatOverflowsChangesNothing() {
        OutcomeCounts more = new OutcomeCounts();
        more.add(1, true);
        more.add(2, true);
        counts.add(2, new Outcomes(Long.MAX_VALUE, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> counts.merge(more));
        assertThat(counts.counts()).containsExactly(Map.entry(2L, new Outcomes(Long.MAX_VALUE, 0)));
    }

    private void assertUndefined(Measure.Reason auc, Measure.Reason lift) {
        assertThat(counts.auc()).isEqualTo(new Measure.Undefined(auc));
        assertThat(counts.lift()).isEqualTo(new Measure.Undefined(lift));
        assertThat(counts.auc().decimal(4)).isEmpty();
    }

    @Test
    void aWorkedErrorOfTheArea() {
        // positives 2 and 4, negatives 1 and 3: placements 1/2 and 1 on either side, so each variance is 1/8 over 2
        OutcomeCounts counts = new OutcomeCounts();
        counts.add(1, false);
        counts.add(2, true);
        counts.add(3, false);
        counts.add(4, true);
        assertThat(counts.auc().value()).contains(Fraction.of(3, 4));
        assertThat(counts.aucError()).contains(new BigDecimal("0.353553"));
        assertThat(counts.auc95()).contains(new Interval(new BigDecimal("0.057048"), new BigDecimal("1.000000")));
        assertThat(counts.ks().value()).contains(Fraction.of(1, 2));
    }

    @Test
    void anErrorNeedsTwoOfEachAndADistanceOneOfEach() {
        OutcomeCounts counts = new OutcomeCounts();
        assertThat(counts.ks()).isEqualTo(new Measure.Undefined(Measure.Reason.EMPTY));
        counts.add(1, true);
        counts.add(2, true);
        assertThat(counts.ks()).isEqualTo(new Measure.Undefined(Measure.Reason.NO_NEGATIVES));
        counts.add(1, false);
        assertThat(counts.aucError()).isEmpty();
        assertThat(counts.auc95()).isEmpty();
        assertThat(counts.ks().value()).contains(Fraction.of(1, 2));
        counts.add(1, false);
        assertThat(counts.aucError()).isPresent();
        counts.retract(2, true);
        assertThat(counts.aucError()).isEmpty();
    }
}

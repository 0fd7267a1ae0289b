package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CalibrationProperties {

    /** The min-max formula of isotonic regression: the least over all ends of the greatest mean over all beginnings. */
    @Property
    void equalsTheIsotonicRegression(@ForAll("samples") List<Sample> samples) {
        Calibration calibration = Calibration.of(Sample.counted(samples), Integer.MAX_VALUE);
        for (Sample sample : samples) {
            double expected = Double.POSITIVE_INFINITY;
            for (Sample end : samples) {
                if (end.score() >= sample.score()) {
                    expected = Math.min(expected, greatestMean(samples, sample.score(), end.score()));
                }
            }
            Fraction rate =
                    calibration.at(sample.score()).orElseThrow().rate().value().orElseThrow();
            assertThat(rate.decimal(12).doubleValue()).isCloseTo(expected, within(1e-9));
        }
    }

    private static double greatestMean(List<Sample> samples, long score, long end) {
        double greatest = 0;
        for (Sample begin : samples) {
            if (begin.score() <= score) {
                greatest = Math.max(
                        greatest,
                        samples.stream()
                                .filter(each -> each.score() >= begin.score() && each.score() <= end)
                                .mapToInt(each -> each.positive() ? 1 : 0)
                                .average()
                                .orElse(0));
            }
        }
        return greatest;
    }

    @Property
    void ratesRiseStrictlyAndNobodyIsLost(@ForAll("samples") List<Sample> samples, @ForAll("groups") int groups) {
        Calibration calibration = Calibration.of(Sample.counted(samples), groups);
        List<Proportion> bands = new ArrayList<>(calibration.bands().values());
        assertThat(bands).hasSizeLessThanOrEqualTo(groups);
        assertThat(bands.stream().mapToLong(Proportion::trials).sum()).isEqualTo(samples.size());
        assertThat(bands.stream().mapToLong(Proportion::successes).sum()).isEqualTo(Sample.positives(samples));
        for (int i = 1; i < bands.size(); i++) {
            Proportion low = bands.get(i - 1);
            Proportion high = bands.get(i);
            assertThat(low.successes() * high.trials()).isLessThan(high.successes() * low.trials());
        }
    }

    @Property
    void itsRangesMakeItAgain(@ForAll("samples") List<Sample> samples, @ForAll("groups") int groups) {
        Calibration calibration = Calibration.of(Sample.counted(samples), groups);
        assertThat(Calibration.of(calibration.bands())).isEqualTo(calibration);
    }

    @Provide
    Arbitrary<Integer> groups() {
        return Arbitraries.integers().between(1, 12);
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<Long> scores = Arbitraries.longs().between(-4, 4);
        return Combinators.combine(scores, Arbitraries.of(true, false))
                .as(Sample::new)
                .list()
                .ofMaxSize(25);
    }
}

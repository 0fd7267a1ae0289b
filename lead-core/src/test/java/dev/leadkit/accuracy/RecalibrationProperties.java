package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecalibrationProperties {

    private static double logOdds(int percent) {
        return Math.log(percent / (100.0 - percent));
    }

    /** Where a falling function is 0, by halving alone. */
    private static double zero(DoubleUnaryOperator falling) {
        double low = -200;
        double high = 200;
        for (int i = 0; i < 70; i++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The sum of what came less what the line says, each times a weight; 0 for the best line, with a weight of 1 and of the place. */
    private static double missing(List<Sample> samples, double intercept, double slope, boolean byPlace) {
        double sum = 0;
        for (Sample sample : samples) {
            double place = logOdds((int) sample.score());
            double chance = 1 / (1 + Math.exp(-intercept - slope * place));
            sum += ((sample.positive() ? 1 : 0) - chance) * (byPlace ? place : 1);
        }
        return sum;
    }

    private static double bestIntercept(List<Sample> samples, double slope) {
        return zero(intercept -> missing(samples, intercept, slope, false));
    }

    private static ForecastCounts counted(List<Sample> samples) {
        ForecastCounts counts = new ForecastCounts();
        samples.forEach(sample -> counts.add(10_000 * (int) sample.score(), sample.positive()));
        return counts;
    }

    private static double number(Measure measure) {
        return measure.decimal(Recalibration.SCALE).map(BigDecimal::doubleValue).orElseThrow();
    }

    private static List<Sample> samples(List<Integer> percents, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        percents.forEach(percent -> samples.add(new Sample(percent, random.nextInt(100) < (percent + 30) / 2)));
        return samples;
    }

    @Property(tries = 200)
    void theLineIsTheOneThatHalvingFinds(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 99) Integer> percents, @ForAll long seed) {
        List<Sample> samples = samples(percents, seed);
        Recalibration line = counted(samples).recalibration();
        if (line.inTheLarge().value().isPresent()) {
            assertThat(number(line.inTheLarge())).isCloseTo(bestIntercept(samples, 1), within(1e-6));
        }
        if (line.slope().value().isPresent()) {
            double slope = zero(each -> missing(samples, bestIntercept(samples, each), each, true));
            assertThat(number(line.slope())).isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
            assertThat(number(line.intercept()))
                    .isCloseTo(bestIntercept(samples, slope), within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    @Property(tries = 200)
    void aSlopeIsThereUnlessAForecastDividesTheOutcomes(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 99) Integer> percents, @ForAll long seed) {
        List<Sample> samples = samples(percents, seed);
        boolean goesDown = samples.stream()
                .anyMatch(one -> one.positive()
                        && samples.stream().anyMatch(two -> !two.positive() && two.score() > one.score()));
        boolean goesUp = samples.stream()
                .anyMatch(one -> !one.positive()
                        && samples.stream().anyMatch(two -> two.positive() && two.score() > one.score()));
        assertThat(counted(samples).recalibration().slope().value().isPresent()).isEqualTo(goesDown && goesUp);
    }

    @Property(tries = 50)
    void orderAndGroupingOfCountsChangeNothing(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 99) Integer> percents, @ForAll long seed) {
        List<Sample> samples = samples(percents, seed);
        Recalibration line = counted(samples).recalibration();
        Collections.reverse(samples);
        ForecastCounts merged = counted(samples.subList(0, samples.size() / 2));
        merged.merge(counted(samples.subList(samples.size() / 2, samples.size())));
        assertThat(merged.recalibration()).isEqualTo(line);
    }
}

package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A lead has the best grade whose chance is not above its own, whatever its points. */
final class ChanceGradesProperties {

    private static final int SCALE = 6;

    /** Each of the numbers is a score below and an outcome in its last bit. */
    @Provide
    Arbitrary<List<Integer>> outcomes() {
        return Arbitraries.integers().between(-30, 30).list().ofMinSize(1).ofMaxSize(60);
    }

    private static Calibration calibration(List<Integer> outcomes) {
        OutcomeCounts counts = new OutcomeCounts();
        outcomes.forEach(each -> counts.add(Math.floorDiv(each, 2), Math.floorMod(each, 2) == 1));
        return Calibration.of(counts, 12);
    }

    private static BigDecimal rate(Calibration calibration, long units, RoundingMode mode) {
        return calibration
                .at(units)
                .map(won -> new BigDecimal(won.successes()).divide(new BigDecimal(won.trials()), SCALE, mode))
                .orElseThrow();
    }

    /** Some of the rates that there are, rounded down, best first. */
    private static List<ChanceBand> chances(Calibration calibration, int chosen) {
        List<ChanceBand> chances = new ArrayList<>();
        int bits = chosen;
        for (long from : calibration.bands().keySet()) {
            bits >>= 1;
            if ((bits & 1) == 0) {
                BigDecimal chance = rate(calibration, from, RoundingMode.DOWN);
                chances.add(new ChanceBand(new Grade("from " + from), chance));
            }
        }
        chances.sort(Comparator.comparing(ChanceBand::atLeast).reversed());
        return chances;
    }

    @Property
    void theBestGradeThatTheChanceReaches(@ForAll("outcomes") List<Integer> outcomes, @ForAll int chosen) {
        Calibration calibration = calibration(outcomes);
        List<ChanceBand> chances = chances(calibration, chosen);
        List<Band> bands = new ChanceGrades(calibration).bands(chances);
        for (long units = -20; units <= 20; units++) {
            Points total = new Points(units);
            BigDecimal chance = rate(calibration, units, RoundingMode.UP);
            Optional<Grade> expected = chances.stream()
                    .filter(each -> each.atLeast().compareTo(chance) <= 0)
                    .map(ChanceBand::grade)
                    .findFirst();
            Optional<Grade> given = bands.stream()
                    .filter(band -> band.atLeast().compareTo(total) <= 0)
                    .map(Band::grade)
                    .findFirst();
            assertThat(given).as("%s of %s", total, calibration).isEqualTo(expected);
        }
    }
}

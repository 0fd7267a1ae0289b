package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns chances into thresholds of points. The calibration decides, not the scale of odds: a grade tells what became of such
 * leads, not what the points claim, so a lead has the best grade whose chance is not above its own.
 */
final class ChanceGrades {

    private static final int DIGITS = 3;
    private static final Points EVERYBODY = Points.of(-ScoringModel.MOST_POINTS);

    private final Calibration calibration;
    private final Faults faults = new Faults();

    ChanceGrades(Calibration calibration) {
        this.calibration = calibration;
    }

    /** The thresholds, best first; refused with every fault where a chance has no points of its own. */
    List<Band> bands(List<ChanceBand> chances) {
        List<Band> bands = new ArrayList<>();
        Set<Grade> named = new HashSet<>();
        Optional<Points> better = Optional.empty();
        for (int i = 0; i < chances.size(); i++) {
            ChanceBand each = chances.get(i);
            String path = "grades[" + i + "]";
            if (!named.add(each.grade())) {
                faults.add(path + ".grade", "named once", "named twice");
            }
            Optional<Points> from = from(path + ".atLeast", each.atLeast());
            if (from.isPresent()) {
                checkBelow(path + ".atLeast", each.atLeast(), from.get(), better);
                bands.add(new Band(each.grade(), from.get()));
                better = from;
            }
        }
        faults.refuseIfAny("grades by chance");
        return bands;
    }

    /** The least points whose leads were won so often; the lowest range has no beginning. */
    private Optional<Points> from(String path, BigDecimal chance) {
        if (chance.signum() < 0 || chance.compareTo(BigDecimal.ONE) > 0) {
            faults.add(path, "from 0 to 1", chance.toString());
            return Optional.empty();
        }
        Optional<Points> from = calibration.bands().entrySet().stream()
                .filter(range -> reaches(range.getValue(), chance))
                .findFirst()
                .map(Map.Entry::getKey)
                .map(units -> units.equals(calibration.bands().firstKey()) ? EVERYBODY : new Points(units));
        if (from.isEmpty()) {
            faults.accept(new Fault(
                    path,
                    "a chance that some points have",
                    chance.toString(),
                    "Of leads with the most points, " + highest() + " were won."));
        }
        return from;
    }

    private static boolean reaches(Proportion won, BigDecimal chance) {
        return BigDecimal.valueOf(won.successes()).compareTo(chance.multiply(BigDecimal.valueOf(won.trials()))) >= 0;
    }

    private String highest() {
        return calibration
                .at(Long.MAX_VALUE)
                .map(won -> won.successes() + " of " + won.trials() + " ("
                        + Fraction.of(won.successes(), won.trials()).decimal(DIGITS) + ")")
                .orElse("none");
    }

    private void checkBelow(String path, BigDecimal chance, Points from, Optional<Points> better) {
        if (better.filter(above -> from.compareTo(above) >= 0).isPresent()) {
            faults.accept(new Fault(
                    path,
                    "a chance that fewer points have than that of the better grade",
                    chance.toString(),
                    "Grades stand best first, and no two of them may be of the same points."));
        }
    }
}

package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.scoring.learn.LeakSign.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Looks for fields that know the outcome, from what they say alone. */
final class LeakGuard {

    /** From here on a model is called excellent; one field is not one. */
    private static final BigDecimal TOO_GOOD = new BigDecimal("0.8");

    /** From this likelihood ratio on evidence is conclusive. */
    private static final double CONCLUSIVE = 10;

    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final int DIGITS = 3;

    private final Settings settings;
    private final SortedMap<String, Long> setLate;
    private final List<LeakSign> signs = new ArrayList<>();

    /**
     * Makes a guard.
     *
     * @param setLate in how many examples a field was set after the decision, by its name
     */
    LeakGuard(Settings settings, SortedMap<String, Long> setLate) {
        this.settings = settings;
        this.setLate = setLate;
    }

    /** What speaks against a field. */
    List<LeakSign> signs(String field, Trial trial, int column, Proportion winners, Proportion losers) {
        signs.clear();
        long late = setLate.getOrDefault(field, 0L);
        if (late > 0) {
            add(
                    field,
                    Kind.SET_LATE,
                    "set later in " + late + " of " + (winners.trials() + losers.trials()) + " leads");
        }
        if (settings.late().contains(field)) {
            add(field, Kind.DECLARED_LATE, "declared late");
        }
        if (isTooGood(trial.alone(column))) {
            add(field, Kind.TOO_GOOD_ALONE, "an AUC of " + auc(trial.alone(column)) + " by itself");
        } else if (isTooGood(trial.filled(column))) {
            add(
                    field,
                    Kind.TOO_GOOD_WHERE_FILLED,
                    "an AUC of " + auc(trial.filled(column)) + " among the "
                            + trial.filled(column).total().total() + " leads that have it");
        }
        addFilling(field, winners, losers);
        return List.copyOf(signs);
    }

    private void addFilling(String field, Proportion winners, Proportion losers) {
        String seen = "filled for " + winners.successes() + " of " + winners.trials() + " winners and "
                + losers.successes() + " of " + losers.trials() + " losers";
        if (isConclusive(winners, losers)) {
            add(field, Kind.FILLED_FOR_WINNERS, seen);
        } else if (isConclusive(losers, winners)) {
            add(field, Kind.FILLED_FOR_LOSERS, seen);
        }
    }

    private void add(String field, Kind kind, String seen) {
        signs.add(new LeakSign(field, kind, seen));
    }

    private static boolean isTooGood(OutcomeCounts counts) {
        return counts.auc95()
                .map(Interval::low)
                .filter(low -> low.compareTo(TOO_GOOD) >= 0)
                .isPresent();
    }

    private static String auc(OutcomeCounts counts) {
        return counts.auc().value().map(LeakGuard::rounded).orElse("?");
    }

    private static String rounded(Fraction auc) {
        return auc.decimal(DIGITS).toPlainString();
    }

    /**
     * Whether the first are filled ten times as often as the others, and surely more often: the interval of the ratio is
     * that of its logarithm (Simel, Samsa and Matchar 1991, "Likelihood ratios with confidence"), half a lead added to each
     * count.
     */
    static boolean isConclusive(Proportion often, Proportion seldom) {
        double one = often.successes() + 0.5;
        double other = seldom.successes() + 0.5;
        double ratio = one / (often.trials() + 0.5) / (other / (seldom.trials() + 0.5));
        double error = Math.sqrt(1 / one - 1 / (often.trials() + 0.5) + 1 / other - 1 / (seldom.trials() + 0.5));
        return ratio >= CONCLUSIVE && StrictMath.log(ratio) > Z * error;
    }

    /** How far winners and losers differ in the bins of a column. */
    static BigDecimal informationValue(Bins bins, Proportion winners, Proportion losers) {
        double sum = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            double won = (bins.won(bin) + 0.5) / (winners.trials() + 0.5);
            double lost = (bins.lost(bin) + 0.5) / (losers.trials() + 0.5);
            sum += (won - lost) * StrictMath.log(won / lost);
        }
        return new BigDecimal(sum).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    /** Whether a field is among those that the caller insists on, so that suspicion alone refuses nothing. */
    Optional<LeakSign> against(LeakSign sign) {
        boolean refused = sign.kind().isCertain() || !settings.insisted().contains(sign.field());
        return Optional.of(sign).filter(any -> refused);
    }
}

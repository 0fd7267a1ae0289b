package dev.leadkit.routing.workload;

import dev.leadkit.routing.model.Lag;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@link Rankings#fairShare()}, in whole units throughout. */
final class FairShare extends FieldRanking {

    private static final int DECIMALS = 3;

    @Override
    void prepare(Field field) {
        Shares.of(field);
        field.twice = Math.max(1, 2L * field.size - 2);
        long release = (Lag.ONE_LEAD + field.twice - 1) / field.twice;
        field.fractions = !isAnybodyOverdue(field, Lag.ONE_LEAD - release);
        for (int i = 0; i < field.size; i++) {
            long behind = field.lag[i] + field.share[i];
            if (field.fractions && behind >= release) {
                field.key[i] = Long.MIN_VALUE;
                field.numerator[i] = slack(field, i);
                field.denominator[i] = field.share[i];
            } else {
                field.key[i] = -behind;
            }
        }
    }

    private static boolean isAnybodyOverdue(Field field, long latest) {
        for (int i = 0; i < field.size; i++) {
            if (field.lag[i] > latest) {
                return true;
            }
        }
        return false;
    }

    /** How much more lag the candidate may gather, times 2k-2; not negative, as nobody is overdue. */
    private static long slack(Field field, int place) {
        return Lag.ONE_LEAD * (field.twice - 1) - field.lag[place] * field.twice;
    }

    @Override
    public Figure figure(Field field, int place) {
        long behind = field.lag[place] + field.share[place];
        return field.key[place] == Long.MIN_VALUE
                ? new Figure(behind, field.numerator[place], field.twice * field.denominator[place])
                : new Figure(behind, 0, 0);
    }

    @Override
    public String words(Named winner, Named next) {
        boolean due = winner.of().isFraction() && next.of().isFraction();
        return due
                ? "fair share: " + due(winner) + ", " + due(next)
                : "fair share: " + behind(winner) + ", " + behind(next);
    }

    private static String due(Named one) {
        BigDecimal leads = BigDecimal.valueOf(one.of().numerator())
                .divide(BigDecimal.valueOf(one.of().denominator()), DECIMALS, RoundingMode.HALF_EVEN);
        return behind(one) + " and due within " + leads.toPlainString();
    }

    static String behind(Named one) {
        long lag = one.of().figure();
        return one.name() + " is " + Lag.words(Math.abs(lag)) + (lag < 0 ? " leads ahead" : " leads behind");
    }
}

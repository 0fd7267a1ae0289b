package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.always;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.condition.Condition;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a scorecard as rules: the base, then each bin of each column that earns or costs any points. */
final class RuleWriter {

    private static final int PERCENT_DIGITS = 3;
    private static final int LIFT_DIGITS = 2;

    private final Scorecard card;
    private final Outcomes all;

    RuleWriter(Scorecard card, Outcomes all) {
        this.card = card;
        this.all = all;
    }

    List<ScoringRule> rules() {
        List<ScoringRule> rules = new ArrayList<>();
        String counts = counts(all.positives(), all.total());
        rules.add(new ConditionRule("base", "an average lead", always(), card.base(), counts));
        for (int column = 0; column < card.bins().size(); column++) {
            addRules(column, card.bins().get(column), rules);
        }
        return rules;
    }

    private void addRules(int column, Bins bins, List<ScoringRule> rules) {
        for (int bin = 0; bin < bins.size(); bin++) {
            if (card.hasRule(column, bin)) {
                Condition when = condition(bins, bin);
                rules.add(new ConditionRule(id(bins, bin), "", when, card.points(column, bin), note(bins, bin)));
            }
        }
    }

    private static String id(Bins bins, int bin) {
        String name = bins.column().name() + ".";
        if (bins.isMissing(bin)) {
            return name + "missing";
        }
        return name + (bins.isOthers(bin) ? "other" : String.valueOf(bin + 1));
    }

    static Condition condition(Bins bins, int bin) {
        Column column = bins.column();
        if (bins.isMissing(bin)) {
            return column.missing().orElseThrow();
        }
        if (bins.isOthers(bin)) {
            Set<Integer> listed = new HashSet<>();
            for (int other = 0; other < bin; other++) {
                listed.addAll(bins.levels(other));
            }
            return column.noneOf(listed);
        }
        List<Integer> levels = bins.levels(bin);
        return column.between(levels.get(0), levels.get(levels.size() - 1) + 1);
    }

    private String note(Bins bins, int bin) {
        Fraction lift = Fraction.of(bins.won(bin), bins.count(bin));
        Fraction mean = Fraction.of(all.positives(), all.total());
        return counts(bins.won(bin), bins.count(bin)) + ", lift "
                + new Fraction(
                                lift.numerator().multiply(mean.denominator()),
                                lift.denominator().multiply(mean.numerator()))
                        .decimal(LIFT_DIGITS);
    }

    private static String counts(long won, long count) {
        return won + " of " + count + " won ("
                + Fraction.of(won, count)
                        .decimal(PERCENT_DIGITS)
                        .movePointRight(2)
                        .toPlainString() + " %)";
    }
}

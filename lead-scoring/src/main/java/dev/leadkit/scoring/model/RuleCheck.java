package dev.leadkit.scoring.model;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Collects what is wrong with one rule. */
final class RuleCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Set<String> WRITTEN_BY_SCORING =
            Set.of(StandardFields.SCORE.name(), StandardFields.GRADE.name());

    private final Faults faults;
    private final ModelCheck model;

    RuleCheck(Faults faults, ModelCheck model) {
        this.faults = faults;
        this.model = model;
    }

    void check(String path, ScoringRule rule) {
        model.checkTexts(path, rule.description(), rule.note());
        if (rule instanceof ConditionRule condition) {
            model.checkPoints(path + ".points", condition.points());
            checkAsksNoScore(path + ".when", condition.when());
        } else if (rule instanceof NumberRule number) {
            checkAsksNoScore(path + ".number", new FieldCondition<>(number.field(), new FieldTest.Present()));
            model.checkPoints(path + ".otherwise", number.bands().otherwise());
            new BandCheck(faults, model).check(path + ".bands", number.bands().bands());
        } else if (rule instanceof InteractionRule each) {
            checkWorth(path, each.worth());
            checkProperties(path, each);
        } else if (rule instanceof CustomRule custom) {
            model.isName(path + ".custom", custom.custom());
        }
    }

    /** A score that is kept would change the next one at the same moment: a score is a function of what happened, not of scores. */
    void checkAsksNoScore(String path, Condition when) {
        when.fields()
                .map(Field::name)
                .filter(WRITTEN_BY_SCORING::contains)
                .distinct()
                .forEach(name -> faults.accept(new Fault(
                        path,
                        "about other fields than score and grade",
                        '"' + name + '"',
                        "The score would feed on itself.")));
    }

    private void checkWorth(String path, Worth worth) {
        model.checkPoints(path + ".points", worth.points());
        worth.fading().within().ifPresent(age -> checkSpan(path + ".within", age));
        worth.fading().days().ifPresent(days -> checkDays(path, days, worth.fading()));
        worth.fading().halfLife().ifPresent(age -> checkSpan(path + ".halfLife", age));
        int most = worth.most().orElse(1);
        if (most < 1 || most > LeadHistory.MOST_EVENTS) {
            faults.add(path + ".most", "a whole number from 1 to " + LeadHistory.MOST_EVENTS, String.valueOf(most));
        }
        model.checkLimits(path + ".", worth.limits());
        checkNothingIsNothing(path, worth.limits());
    }

    /** Otherwise a rule that no interaction concerns would give points. */
    private void checkNothingIsNothing(String path, Limits limits) {
        limits.floor()
                .filter(floor -> floor.compareTo(Points.ZERO) > 0)
                .ifPresent(floor -> faults.accept(new Fault(
                        path + ".floor",
                        "0 or less",
                        floor.toString(),
                        "Only a dimension or the total may start higher.")));
        limits.cap()
                .filter(cap -> cap.compareTo(Points.ZERO) < 0)
                .ifPresent(cap -> faults.accept(new Fault(
                        path + ".cap", "0 or more", cap.toString(), "Only a dimension or the total may end lower.")));
    }

    private void checkDays(String path, int days, Fading fading) {
        if (days < 1 || days > LONGEST.toDays()) {
            faults.add(path + ".days", "a whole number from 1 to " + LONGEST.toDays(), String.valueOf(days));
        }
        if (fading.within().isPresent()) {
            faults.accept(new Fault(
                    path + ".days",
                    "left out where there is \"within\"",
                    String.valueOf(days),
                    "A rule has one window."));
        }
    }

    private void checkSpan(String path, Duration span) {
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            faults.add(path, "from 1 second to " + LONGEST.toDays() + " days", span.toString());
        }
    }

    /** The JSON form has one test for each property. */
    private void checkProperties(String path, InteractionRule rule) {
        Set<String> names = new HashSet<>();
        rule.each().properties().stream()
                .map(property -> property.field().name())
                .filter(name -> !names.add(name))
                .forEach(name -> faults.add(path + ".each.where", "one test for each property", "two for " + name));
    }
}

package dev.leadkit.scoring.model;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Points;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Collects what is wrong with one rule. */
final class RuleCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final Faults faults;
    private final ModelCheck model;

    RuleCheck(Faults faults, ModelCheck model) {
        this.faults = faults;
        this.model = model;
    }

    void check(String path, ScoringRule rule) {
        if (!rule.description().isEmpty() && rule.description().isBlank()) {
            faults.add(path + ".description", "a text, or left out", "blank");
        }
        if (rule instanceof ConditionRule condition) {
            model.checkPoints(path + ".points", condition.points());
        } else if (rule instanceof InteractionRule each) {
            checkWorth(path, each.worth());
            checkProperties(path, each);
        } else if (rule instanceof CustomRule custom) {
            model.isName(path + ".custom", custom.custom());
        }
    }

    private void checkWorth(String path, Worth worth) {
        model.checkPoints(path + ".points", worth.points());
        worth.fading().within().ifPresent(age -> checkSpan(path + ".within", age));
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

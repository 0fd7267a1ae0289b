package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something of a model that a sample can be asked about.
 *
 * @param path where it is
 * @param asked what it asks about
 * @param ways the conditions of which one must be true for it to hold; empty where nothing is known of that
 * @param telling whether leads that it holds for in the same way have the same of it
 */
record Watched(String path, Asked asked, List<Condition> ways, boolean telling) {

    /** The rules, what disqualifies, and whose calendar counts. */
    static List<Watched> all(ScoringModel model) {
        List<Watched> watched = new ArrayList<>();
        Placed.all(model).stream()
                .filter(placed -> !(placed.rule() instanceof CustomRule))
                .forEach(placed -> watched.add(of(placed.path(), placed.rule())));
        for (int i = 0; i < model.grading().disqualifiers().size(); i++) {
            Condition when = model.grading().disqualifiers().get(i).when();
            watched.add(new Watched("disqualify[" + i + "]", Asked.by(when), List.of(when), true));
        }
        model.zone()
                .field()
                .map(field -> new FieldCondition<>(field, new FieldTest.Present()))
                .ifPresent(filled -> watched.add(new Watched("timeZone.field", Asked.by(filled), List.of(), false)));
        return watched;
    }

    private static Watched of(String path, ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return new Watched(path, Asked.by(rule), List.of(any(each)), isConstant(each.worth()));
        }
        List<Condition> ways = rule.cases().stream().map(Case::when).toList();
        return new Watched(path, Asked.by(rule), ways, true);
    }

    /** That there is an interaction for the rule to count; its window of calendar days is not looked at. */
    static Condition any(InteractionRule rule) {
        return new InteractionCondition(rule.each(), rule.worth().fading().within(), 1, OptionalInt.empty());
    }

    /** Whether a rule gives the same for any number of interactions of any age. */
    private static boolean isConstant(Worth worth) {
        return worth.most().orElse(0) == 1
                && worth.fading().halfLife().isEmpty()
                && worth.fading().days().isEmpty();
    }
}

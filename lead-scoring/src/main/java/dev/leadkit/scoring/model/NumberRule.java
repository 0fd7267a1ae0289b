package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.lead.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Points by the band that a number of the lead falls into; a number that is missing earns nothing, and lowers the confidence.
 *
 * @param id which rule
 * @param description what its author says about it, or empty
 * @param field the number
 * @param bands what each stretch of it is worth
 * @param note why the rule is there, or empty
 */
public record NumberRule(String id, String description, Field<BigDecimal> field, NumberBands bands, String note)
        implements ScoringRule {

    /**
     * Makes the rule.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param field the number
     * @param bands what each stretch of it is worth
     * @param note why the rule is there, or empty
     */
    public NumberRule {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(field, "field");
        requireNonNull(bands, "bands");
        requireNonNull(note, "note");
    }

    @Override
    public NumberRule withWords(String words, String reason) {
        return new NumberRule(id, words, field, bands, reason);
    }

    /** A case for each band, and a last one for the gaps where they are worth something. */
    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<Condition> inBand = new ArrayList<>();
        for (NumberBand band : bands.bands()) {
            Condition here = new FieldCondition<>(field, band.range());
            inBand.add(here);
            cases.add(new Case(here, band.points()));
        }
        if (bands.otherwise().units() != 0) {
            Condition known = new FieldCondition<>(field, new FieldTest.Present());
            cases.add(new Case(known.and(new Condition.Not(new Condition.Any(inBand))), bands.otherwise()));
        }
        return cases;
    }

    @Override
    public String words() {
        return description.isEmpty() ? field.name() + ": " + bands : description;
    }
}

package dev.leadkit.examples.benchmarks.workload;

import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes attribute rules: of ten, five are equality or a set of two to four texts, three ranges (half of them with one end),
 * one a part or a beginning of a text, and one a conjunction of two or three. What rules ask for is drawn like the leads' values, so
 * that usual values have more rules and some fifth of the rules holds for a lead.
 */
final class AttributeRules {

    private static final int KINDS = 10;
    private static final int LEAST_POINTS = -18;
    private static final int MOST_POINTS = 31;

    private final SplittableRandom chance = new SplittableRandom(4711);
    private final int count;
    private final int groups;

    AttributeRules(int count, int groups) {
        this.count = count;
        this.groups = groups;
    }

    List<AttributeRule> list() {
        List<AttributeRule> rules = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            rules.add(new AttributeRule("a" + number, chance.nextInt(groups), ask(number % KINDS), points()));
        }
        return List.copyOf(rules);
    }

    private int points() {
        int points = LEAST_POINTS + chance.nextInt(MOST_POINTS - LEAST_POINTS + 1);
        return points == 0 ? 1 : points;
    }

    private Ask ask(int kind) {
        return switch (kind) {
            case 0, 2, 4 -> oneOf(text(), 1);
            case 6, 8 -> oneOf(text(), 2 + chance.nextInt(3));
            case 1, 5, 9 -> range(number());
            case 3 -> partOrStart();
            default -> conjunction();
        };
    }

    private Attribute.Text text() {
        return oneOf(Attribute.texts());
    }

    private Attribute.Amount number() {
        return oneOf(Attribute.numbers());
    }

    private <T> T oneOf(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private Ask oneOf(Attribute.Text attribute, int size) {
        Set<String> values = new LinkedHashSet<>();
        while (values.size() < size) {
            values.add(attribute.draw(chance));
        }
        return new Ask.OneOf(attribute, List.copyOf(values));
    }

    private Ask range(Attribute.Amount attribute) {
        BigDecimal one = attribute.draw(chance);
        BigDecimal other = attribute.draw(chance);
        return switch (chance.nextInt(4)) {
            case 0 -> new Ask.Range(attribute, Optional.of(one), Optional.empty());
            case 1 -> new Ask.Range(attribute, Optional.empty(), Optional.of(one));
            default -> new Ask.Range(attribute, Optional.of(one.min(other)), Optional.of(one.max(other)));
        };
    }

    private Ask conjunction() {
        Set<Attribute> attributes = new LinkedHashSet<>();
        int size = 2 + chance.nextInt(2);
        while (attributes.size() < size) {
            attributes.add(chance.nextBoolean() ? text() : number());
        }
        List<Ask> parts = new ArrayList<>();
        for (Attribute attribute : attributes) {
            parts.add(
                    attribute instanceof Attribute.Text text
                            ? oneOf(text, 1 + chance.nextInt(4))
                            : range((Attribute.Amount) attribute));
        }
        return new Ask.All(List.copyOf(parts));
    }

    private Ask partOrStart() {
        while (true) {
            Attribute.Text attribute = text();
            String value = attribute.draw(chance);
            boolean start = chance.nextBoolean();
            int length = Math.min(value.length(), 3 + chance.nextInt(4));
            int from = start ? 0 : chance.nextInt(value.length() - length + 1);
            String cut = value.substring(from, from + length);
            if (isCaseSettled(attribute, cut)) {
                return start ? new Ask.Prefix(attribute, cut) : new Ask.Contains(attribute, cut);
            }
        }
    }

    /** LeadKit ignores case, code by hand does not: a part for which that makes a difference is not asked for. */
    private static boolean isCaseSettled(Attribute.Text attribute, String part) {
        String folded = FieldType.fold(part);
        return attribute.values().stream().allMatch(value -> {
            String other = FieldType.fold(value);
            return value.contains(part) == other.contains(folded) && value.startsWith(part) == other.startsWith(folded);
        });
    }
}

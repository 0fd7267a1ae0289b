package dev.leadkit.scoring.learn;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Leads whose chance to win is known: the logarithm of their odds is the sum of what their country, their visits (0 to 9,
 * sometimes missing) and whether they are students are worth. Noise says nothing.
 */
final class SyntheticLeads {

    static final Field<String> COUNTRY = Field.text("land");
    static final Field<BigDecimal> VISITS = Field.number("visits");
    static final Field<Boolean> STUDENT = Field.flag("student");
    static final Field<BigDecimal> NOISE = Field.number("noise");
    static final List<Field<?>> FIELDS = List.of(COUNTRY, VISITS, STUDENT, NOISE);

    static final List<String> COUNTRIES = List.of("AT", "CH", "DE", "US");
    static final double[] WORTH_OF_COUNTRY = {0.0, 0.8, 1.6, -0.8};
    static final double WORTH_OF_MANY_VISITS = 1.5;
    static final double WORTH_OF_STUDENT = -2;
    static final int MANY = 5;

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SplittableRandom random;

    SyntheticLeads(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<Example> many(int count, long seed) {
        SyntheticLeads leads = new SyntheticLeads(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(leads.next(START.plus(Duration.ofHours(i))));
        }
        return examples;
    }

    Example next(Instant decidedAt) {
        FieldValues.Builder values = FieldValues.builder();
        int country = random.nextInt(COUNTRIES.size());
        int visits = random.nextInt(10);
        boolean student = random.nextInt(4) == 0;
        values.set(COUNTRY, COUNTRIES.get(country)).set(STUDENT, student);
        values.set(NOISE, BigDecimal.valueOf(random.nextInt(1000)));
        double logOdds = -0.5 + WORTH_OF_COUNTRY[country] + (student ? WORTH_OF_STUDENT : 0);
        if (random.nextInt(5) > 0) {
            values.set(VISITS, BigDecimal.valueOf(visits));
            logOdds += visits >= MANY ? WORTH_OF_MANY_VISITS : 0;
        }
        boolean won = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        return Example.of(values.build(), decidedAt, won);
    }

    /** The same example with one more value. */
    static <T> Example with(Example example, Field<T> field, T value) {
        FieldValues values =
                example.facts().lead().values().toBuilder().set(field, value).build();
        return Example.of(values, example.facts().asOf(), example.won());
    }
}

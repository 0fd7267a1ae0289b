package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long ago a date was. A calendar day counts from its midnight in UTC. A date that lies ahead is of no age: the
 * condition is false.
 *
 * @param field the date or instant
 * @param atLeast the least age, inclusive; empty for any
 * @param atMost the greatest age, inclusive; empty for any
 */
public record AgeCondition(Field<?> field, Optional<Duration> atLeast, Optional<Duration> atMost) implements Condition {

    /**
     * Makes the condition.
     *
     * @param field a field of type date or instant
     * @param atLeast the least age, not negative
     * @param atMost the greatest age, not less than the least
     */
    public AgeCondition {
        requireNonNull(atLeast, "atLeast");
        requireNonNull(atMost, "atMost");
        if (!field.type().isTemporal()) {
            throw new IllegalArgumentException(
                    "field " + field.name() + " must be a date or an instant, was " + field.type());
        }
        if (atLeast.or(() -> atMost).isEmpty()
                || atLeast.filter(Duration::isNegative).isPresent()
                || atMost.filter(Duration::isNegative).isPresent()
                || (atLeast.isPresent() && atMost.isPresent() && atLeast.get().compareTo(atMost.get()) > 0)) {
            throw new IllegalArgumentException(
                    "age must have a bound, none of them negative, in order, was " + atLeast + " to " + atMost);
        }
    }

    @Override
    public Truth evaluate(Facts facts, Consumer<Fault> problems) {
        return facts.lead()
                .get(field)
                .map(date -> test(instant(date), facts.asOf()))
                .orElse(Truth.UNKNOWN);
    }

    private Truth test(Instant date, Instant asOf) {
        Duration age = Duration.between(date, asOf);
        return Truth.of(!age.isNegative()
                && atLeast.map(least -> age.compareTo(least) >= 0).orElse(true)
                && atMost.map(most -> age.compareTo(most) <= 0).orElse(true));
    }

    private static Instant instant(Object date) {
        return date instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : (Instant) date;
    }

    @Override
    public String toString() {
        String least = atLeast.map(age -> "at least " + Words.of(age)).orElse("");
        String most = atMost.map(age -> "at most " + Words.of(age)).orElse("");
        return field.name() + " was " + Words.span(least, most) + " ago";
    }
}

package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long ago a date was, or how far ahead it lies. A calendar day counts from its beginning in the {@link Facts#zone time zone} of
 * the lead, UTC unless somebody says otherwise; a day of a duration has 24 hours. Asked how long ago, a
 * date that lies ahead gives false, and so does one that is past, asked how far ahead; the very moment is both, by nothing.
 *
 * @param field the date or instant
 * @param ahead whether it is asked how far ahead the date lies; else it is how long ago it was
 * @param atLeast the least distance, inclusive; empty for any
 * @param atMost the greatest distance, inclusive; empty for any
 */
public record AgeCondition(Field<?> field, boolean ahead, Optional<Duration> atLeast, Optional<Duration> atMost)
        implements Condition {

    /**
     * Makes the condition.
     *
     * @param field a field of type date or instant
     * @param ahead whether it is about dates ahead
     * @param atLeast the least distance, not negative
     * @param atMost the greatest distance, not less than the least
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

    /**
     * Asks how long ago a date was.
     *
     * @param field a field of type date or instant
     * @param atLeast the least age, not negative
     * @param atMost the greatest age, not less than the least
     */
    public AgeCondition(Field<?> field, Optional<Duration> atLeast, Optional<Duration> atMost) {
        this(field, false, atLeast, atMost);
    }

    /**
     * From which age on the condition holds, so that those who compare conditions need not tell the two directions apart.
     *
     * @return the least age, inclusive; below zero where the date may lie ahead, empty where it may lie so by any time
     */
    public Optional<Duration> youngest() {
        return ahead ? atMost.map(Duration::negated) : Optional.of(atLeast.orElse(Duration.ZERO));
    }

    /**
     * Up to which age the condition holds.
     *
     * @return the greatest age, inclusive; zero or below where the date must not be past, empty where it may be by any time
     */
    public Optional<Duration> oldest() {
        return ahead ? Optional.of(atLeast.orElse(Duration.ZERO).negated()) : atMost;
    }

    @Override
    public Truth evaluate(Facts facts, Consumer<Fault> problems) {
        return facts.lead()
                .get(field)
                .map(date -> test(instant(date, facts.zone()), facts.asOf()))
                .orElse(Truth.UNKNOWN);
    }

    private Truth test(Instant date, Instant asOf) {
        Duration age = Duration.between(date, asOf);
        Duration distance = ahead ? age.negated() : age;
        return Truth.of(!distance.isNegative()
                && atLeast.map(least -> distance.compareTo(least) >= 0).orElse(true)
                && atMost.map(most -> distance.compareTo(most) <= 0).orElse(true));
    }

    private static Instant instant(Object date, ZoneId zone) {
        return date instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : (Instant) date;
    }

    @Override
    public String toString() {
        String least = atLeast.map(age -> "at least " + Words.of(age)).orElse("");
        String most = atMost.map(age -> "at most " + Words.of(age)).orElse("");
        return field.name() + (ahead ? " is " : " was ") + Words.span(least, most) + (ahead ? " ahead" : " ago");
    }
}

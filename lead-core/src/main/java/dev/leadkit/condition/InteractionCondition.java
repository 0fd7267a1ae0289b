package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Interacted;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How many interactions there were, lately or ever.
 *
 * @param filter which interactions
 * @param within how far back they are looked for, inclusive, at most 100 years; empty for ever
 * @param atLeast the least number of them; 0 asks for no least
 * @param atMost the greatest number of them; empty for no limit
 */
public record InteractionCondition(InteractionFilter filter, Optional<Duration> within, int atLeast, OptionalInt atMost)
        implements Condition {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    /**
     * Makes the condition.
     *
     * @param filter which interactions
     * @param within how far back, positive, at most 100 years
     * @param atLeast the least number, not negative
     * @param atMost the greatest number, not less than the least
     */
    public InteractionCondition {
        requireNonNull(filter, "filter");
        within.ifPresent(InteractionCondition::check);
        boolean bounded = atLeast > 0 || atMost.isPresent();
        if (!bounded || atLeast < 0 || atMost.orElse(atLeast) < atLeast) {
            throw new IllegalArgumentException("count must have a bound, from 0 up, was " + atLeast + " to " + atMost);
        }
    }

    private static void check(Duration window) {
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "within must be longer than nothing and at most " + LONGEST.toDays() + " days, was " + window);
        }
    }

    /** Counts the newest first and stops where more could not change the answer. */
    @Override
    public Truth evaluate(Facts facts, Consumer<Fault> problems) {
        Faults found = new Faults();
        Steps steps = new Steps(BoundedPattern.MOST_STEPS_OF_COUNT);
        Instant since = since(facts.asOf());
        List<Interacted> interactions = facts.interactions();
        long certain = 0;
        long possible = 0;
        for (int i = interactions.size() - 1; i >= 0 && !isSettled(certain); i--) {
            Interacted interacted = interactions.get(i);
            if (interacted.occurredAt().isBefore(since)) {
                break;
            }
            Truth truth = filter.evaluate(interacted.interaction(), steps, found);
            certain += truth == Truth.TRUE ? 1 : 0;
            possible += truth == Truth.FALSE ? 0 : 1;
        }
        found.list().stream().limit(1).forEach(problems);
        return between(certain, possible);
    }

    private Instant since(Instant asOf) {
        return within.filter(window -> Instant.MIN.plus(window).isBefore(asOf))
                .map(asOf::minus)
                .orElse(Instant.MIN);
    }

    private boolean isSettled(long certain) {
        return atMost.isPresent() ? certain > atMost.getAsInt() : certain >= atLeast;
    }

    /** The answer for a count that is known to lie between two numbers. */
    private Truth between(long least, long most) {
        int limit = atMost.orElse(Integer.MAX_VALUE);
        if (most < atLeast || least > limit) {
            return Truth.FALSE;
        }
        return least >= atLeast && (atMost.isEmpty() || most <= limit) ? Truth.TRUE : Truth.UNKNOWN;
    }

    @Override
    public String toString() {
        return count()
                + filter
                + within.map(back -> " within " + Words.of(back)).orElse("");
    }

    private String count() {
        int most = atMost.orElse(Integer.MAX_VALUE);
        if (most == 0) {
            return "no ";
        }
        if (most == atLeast) {
            return "exactly " + most + " ";
        }
        String low = atLeast > 0 ? "at least " + atLeast : "";
        return Words.span(low, atMost.isPresent() ? "at most " + most : "") + " ";
    }
}

package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Interacted;
import dev.leadkit.fault.Fault;
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
        within.ifPresent(window -> Spans.checked("within", window));
        boolean bounded = atLeast > 0 || atMost.isPresent();
        if (!bounded || atLeast < 0 || atMost.orElse(atLeast) < atLeast) {
            throw new IllegalArgumentException("count must have a bound, from 0 up, was " + atLeast + " to " + atMost);
        }
    }

    @Override
    public Truth evaluate(Facts facts, Consumer<Fault> problems) {
        int enough = atMost.isPresent() ? atMost.getAsInt() + 1 : atLeast;
        int count = count(facts, enough);
        return Truth.of(count >= atLeast && (atMost.isEmpty() || count <= atMost.getAsInt()));
    }

    /** Counts the newest first and stops where more could not change the answer. */
    private int count(Facts facts, int enough) {
        Instant since = within.map(facts.asOf()::minus).orElse(Instant.MIN);
        List<Interacted> interactions = facts.interactions();
        int count = 0;
        for (int i = interactions.size() - 1; i >= 0 && count < enough; i--) {
            Interacted interacted = interactions.get(i);
            if (interacted.occurredAt().isBefore(since)) {
                return count;
            }
            count += filter.accepts(interacted.interaction()) ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        String window = within.map(back -> " within " + Words.of(back)).orElse("");
        if (atMost.isPresent() && atMost.getAsInt() == 0) {
            return "no " + filter + window;
        }
        String least = atLeast > 0 ? "at least " + atLeast : "";
        String most = atMost.isPresent() ? (least.isEmpty() ? "" : " and ") + "at most " + atMost.getAsInt() : "";
        return least + most + " times " + filter + window;
    }
}

package dev.leadkit.condition.index;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the first instant at which time alone can change the answer to a condition. For one lead at one moment. */
final class Horizon {

    private final Facts facts;
    private Instant next = Instant.MAX;

    Horizon(Facts facts) {
        this.facts = facts;
    }

    Optional<Instant> next(CompiledIndex index) {
        index.ageConditions.forEach(this::add);
        index.countConditions.forEach(this::add);
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    private void add(AgeCondition condition) {
        facts.lead().get(condition.field()).ifPresent(value -> {
            Instant date = Instant.ofEpochSecond(AgeSlot.second(value, facts.zone()), AgeSlot.nano(value));
            condition.youngest().ifPresent(age -> reach(date, age));
            condition.oldest().ifPresent(age -> pass(date, age));
        });
    }

    private void reach(Instant from, Duration age) {
        try {
            Instant at = from.plus(age);
            next = at.isAfter(facts.asOf()) && at.isBefore(next) ? at : next;
        } catch (DateTimeException | ArithmeticException e) {
            // beyond the end of time nothing changes
            return;
        }
    }

    private void pass(Instant from, Duration age) {
        try {
            reach(from.plus(age), Duration.ofNanos(1));
        } catch (DateTimeException | ArithmeticException e) {
            return;
        }
    }

    private void add(InteractionCondition condition) {
        condition.within().ifPresent(window -> {
            List<Interacted> counted = new ArrayList<>();
            for (Interacted each : facts.interactions()) {
                boolean recent =
                        Duration.between(each.occurredAt(), facts.asOf()).compareTo(window) <= 0;
                if (recent && condition.filter().evaluate(each.interaction(), problem -> {}) != Truth.FALSE) {
                    counted.add(each);
                }
            }
            int leaving = condition.filter().hasPattern() ? 1 : leaving(condition, counted.size());
            if (leaving > 0 && leaving <= counted.size()) {
                pass(counted.get(leaving - 1).occurredAt(), window);
            }
        });
    }

    /** How many must have left the window, the oldest first, for the answer to be another one; 0 if it never is. */
    private static int leaving(InteractionCondition condition, int count) {
        int most = condition.atMost().orElse(Integer.MAX_VALUE);
        if (count > most) {
            return count - most;
        }
        return condition.atLeast() > 0 && count >= condition.atLeast() ? count - condition.atLeast() + 1 : 0;
    }
}

package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Interacted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Looks for the first instant at which time alone changes what interaction rules give. For one lead at one moment. */
final class EachHorizon {

    private final Facts facts;
    private Instant next;

    EachHorizon(Facts facts, Instant atLatest) {
        this.facts = facts;
        this.next = atLatest;
    }

    Instant next() {
        return next;
    }

    void add(EachRule rule) {
        rule.days().ifPresent(days -> sooner(days.next(facts)));
        for (Interacted event : rule.counted(facts, rule.count(facts, problem -> {}))) {
            rule.within().ifPresent(window -> sooner(event.occurredAt(), window.plusNanos(1)));
            long left = rule.nextChange(EachRule.age(facts, event));
            if (left >= 0) {
                sooner(event.occurredAt(), Duration.ofMillis(left));
            }
        }
        if (rule.filter().hasPattern()) {
            addDoubtful(rule);
        }
    }

    /** What one lead's texts may take together changes when any of them leaves the window. */
    private void addDoubtful(EachRule rule) {
        rule.within()
                .ifPresent(window ->
                        facts.interactions().forEach(event -> sooner(event.occurredAt(), window.plusNanos(1))));
    }

    private void sooner(Instant from, Duration age) {
        try {
            sooner(from.plus(age));
        } catch (DateTimeException | ArithmeticException e) {
            // beyond the end of time nothing changes
            return;
        }
    }

    private void sooner(Instant at) {
        next = at.isAfter(facts.asOf()) && at.isBefore(next) ? at : next;
    }
}

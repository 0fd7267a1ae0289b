package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
import dev.leadkit.condition.index.Ages;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.scoring.model.InteractionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An interaction rule, ready for arithmetic. Immutable and thread-safe. */
final class EachRule {

    private final int rule;
    private final String path;
    private final InteractionFilter filter;
    private final Optional<Duration> within;
    private final Optional<LocalDays> days;
    private final @Nullable Decay decay;
    private final long windowNanos;
    private final long units;
    private final int most;

    EachRule(int rule, String path, InteractionRule model) {
        this.rule = rule;
        this.path = path;
        this.filter = model.each();
        this.within = model.worth().fading().within();
        this.days = model.worth().fading().days().stream()
                .mapToObj(count -> new LocalDays(count))
                .findFirst();
        this.decay = model.worth().fading().halfLife().map(Decay::new).orElse(null);
        this.windowNanos = within.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.units = model.worth().points().units();
        this.most = model.worth().most().orElse(LeadHistory.MOST_EVENTS);
    }

    int rule() {
        return rule;
    }

    InteractionFilter filter() {
        return filter;
    }

    /** Whether an index can tell its interactions, and their age alone whether they are too old. */
    boolean isRegular() {
        return days.isEmpty() && !filter.hasPattern();
    }

    Optional<Duration> within() {
        return within;
    }

    Optional<LocalDays> days() {
        return days;
    }

    /** The age in milliseconds at which one of this age is next worth less; -1 if it never is. */
    long nextChange(Duration age) {
        return decay == null ? -1 : decay.nextChange(units, age);
    }

    /** What interactions of these ages give together. */
    long units(Ages ages) {
        int end = Math.min(most, ages.size());
        Decay fading = decay;
        long sum = 0;
        for (int i = 0; i < end && ages.nanos(i) <= windowNanos; i++) {
            sum += fading == null ? units : fading.left(units, ages.millis(i));
        }
        return sum;
    }

    Set<String> types() {
        return filter.types();
    }

    long units(Duration age) {
        return decay == null ? units : decay.left(units, age);
    }

    /** The interactions that count, newest first. */
    List<Interacted> counted(Facts facts, Count count) {
        return newest(facts, most, event -> count.takes(event, age(facts, event)));
    }

    /** The age up to which interactions of a lead count; empty for any. */
    Optional<Duration> window(Facts facts) {
        return within.or(() -> days.map(calendar -> calendar.window(facts)));
    }

    /** Begins to count the interactions of a lead. */
    Count count(Facts facts, Consumer<Fault> problems) {
        return new Count(window(facts), problems);
    }

    /** Is asked about interactions, newest first; tells the first problem only. For one lead, in one thread. */
    final class Count implements Consumer<Fault> {

        private final Optional<Duration> window;
        private final Consumer<Fault> problems;
        private final Function<Interaction, Truth> asking = filter.asking(this);
        private int counted;
        private boolean troubled;

        private Count(Optional<Duration> window, Consumer<Fault> problems) {
            this.window = window;
            this.problems = problems;
        }

        /** Whether the next interaction counts. */
        boolean takes(Interacted event, Duration age) {
            if (counted == most || isPast(age)) {
                return false;
            }
            boolean wanted = asking.apply(event.interaction()) == Truth.TRUE;
            counted += wanted ? 1 : 0;
            return wanted;
        }

        private boolean isPast(Duration age) {
            return window.isPresent() && age.compareTo(window.get()) > 0;
        }

        /** Whether something counts; unknown if nothing does and a problem kept that from being clear. */
        Truth truth() {
            return counted == 0 && troubled ? Truth.UNKNOWN : Truth.of(counted > 0);
        }

        @Override
        public void accept(Fault fault) {
            if (!troubled) {
                troubled = true;
                problems.accept(fault.under(path + "."));
            }
        }
    }

    static List<Interacted> newest(Facts facts, int most, Predicate<Interacted> wanted) {
        List<Interacted> all = facts.interactions();
        List<Interacted> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            if (wanted.test(all.get(i))) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    static Duration age(Facts facts, Interacted event) {
        return Duration.between(event.occurredAt(), facts.asOf());
    }
}

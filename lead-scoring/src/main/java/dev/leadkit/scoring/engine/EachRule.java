package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.scoring.model.InteractionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** An interaction rule, ready for arithmetic. Immutable and thread-safe. */
final class EachRule {

    private final int rule;
    private final InteractionFilter filter;
    private final Optional<Duration> within;
    private final Optional<Decay> decay;
    private final long units;
    private final int most;

    EachRule(int rule, InteractionRule model) {
        this.rule = rule;
        this.filter = model.each();
        this.within = model.worth().fading().within();
        this.decay = model.worth().fading().halfLife().map(Decay::new);
        this.units = model.worth().points().units();
        this.most = model.worth().most().orElse(LeadHistory.MOST_EVENTS);
    }

    int rule() {
        return rule;
    }

    Set<String> types() {
        return filter.types();
    }

    /** Whether one more interaction counts where so many newer ones have counted. */
    boolean counts(Interacted event, Duration age, int newer) {
        return newer < most
                && (within.isEmpty() || age.compareTo(within.get()) <= 0)
                && filter.accepts(event.interaction());
    }

    long units(Duration age) {
        return decay.isEmpty() ? units : decay.get().left(units, age);
    }

    /** The interactions that count, newest first. */
    List<Interacted> counted(Facts facts) {
        return newest(facts, most, event -> counts(event, age(facts, event), 0));
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

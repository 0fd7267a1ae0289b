package dev.leadkit.condition;

import dev.leadkit.event.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What can be asked of some interactions. Immutable: every step gives a new question. */
public final class InteractionQuestion {

    private final InteractionFilter filter;
    private final Optional<Duration> within;

    private InteractionQuestion(InteractionFilter filter, Optional<Duration> within) {
        this.filter = filter;
        this.within = within;
    }

    static InteractionQuestion about(String... types) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(types));
        return new InteractionQuestion(new InteractionFilter(wanted, Optional.empty(), List.of()), Optional.empty());
    }

    /**
     * Only those that went one way.
     *
     * @param way which way
     * @return the narrower question
     */
    public InteractionQuestion going(Direction way) {
        return new InteractionQuestion(
                new InteractionFilter(filter.types(), Optional.of(way), filter.properties()), within);
    }

    /**
     * Only those whose properties are as asked, beside what was asked of them before.
     *
     * @param properties tests of fields; a field stands for the property of its name
     * @return the narrower question
     */
    public InteractionQuestion where(FieldCondition<?>... properties) {
        List<FieldCondition<?>> asked = new ArrayList<>(filter.properties());
        asked.addAll(Arrays.asList(properties));
        return new InteractionQuestion(new InteractionFilter(filter.types(), filter.direction(), asked), within);
    }

    /**
     * Only those of late.
     *
     * @param window how far back, both ends included; positive
     * @return the narrower question
     */
    public InteractionQuestion within(Duration window) {
        return new InteractionQuestion(filter, Optional.of(window));
    }

    /**
     * Whether there were at least so many.
     *
     * @param least how many, from 1 up
     * @return the condition
     */
    public Condition atLeast(int least) {
        return new InteractionCondition(filter, within, least, OptionalInt.empty());
    }

    /**
     * Whether there were at most so many.
     *
     * @param most how many, from 0 up
     * @return the condition
     */
    public Condition atMost(int most) {
        return new InteractionCondition(filter, within, 0, OptionalInt.of(most));
    }

    /**
     * Whether there was none.
     *
     * @return the condition
     */
    public Condition none() {
        return atMost(0);
    }

    /**
     * Which interactions are meant, for a rule that counts each of them.
     *
     * @return the filter
     */
    public InteractionFilter filter() {
        return filter;
    }
}

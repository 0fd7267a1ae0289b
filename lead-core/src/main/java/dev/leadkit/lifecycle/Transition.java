package dev.leadkit.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Stage;
import java.util.Optional;

/**
 * A move that a lifecycle allows.
 *
 * @param from the stage that is left
 * @param to the stage that is entered
 * @param guard what must be true of the lead; empty if nothing need be
 * @param reasonRequired whether whoever moves the lead must say why
 */
public record Transition(Stage from, Stage to, Optional<Condition> guard, boolean reasonRequired) {

    /**
     * Makes a transition.
     *
     * @param from the stage that is left
     * @param to the stage that is entered
     * @param guard what must be true of the lead, or empty
     * @param reasonRequired whether a reason must be given
     */
    public Transition {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(guard, "guard");
    }

    /**
     * A move that is always allowed.
     *
     * @param from the stage that is left
     * @param to the stage that is entered
     * @return the transition, without guard, no reason required
     */
    public static Transition of(Stage from, Stage to) {
        return new Transition(from, to, Optional.empty(), false);
    }

    /**
     * The same move, for leads of which something is true.
     *
     * @param condition what must be true; unknown is not enough. A rest between two moves is
     *     {@code field(StandardFields.STAGE_SINCE).atLeastAgo(...)}
     * @return the guarded transition; an earlier guard is replaced
     */
    public Transition when(Condition condition) {
        return new Transition(from, to, Optional.of(condition), reasonRequired);
    }

    /**
     * The same move, for those who say why.
     *
     * @return the transition with a reason required
     */
    public Transition withReason() {
        return new Transition(from, to, guard, true);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}

package dev.leadkit.metrics.segment;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Definition;
import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * At which moment of a lead's story a value is read that changes over time: products differ in whether a row of a funnel is decided by
 * what was known at its first step, at its last one, or is known now. A lead that the moment has not come for is read as it is now, so
 * that leads that got far and leads that did not are in the same groups: else the group of what is missing would hold all those that did
 * not, and every other group would look perfect. Implementations are immutable, thread-safe, equal by content and pure.
 */
public interface AsOf extends Serializable {

    /**
     * The event that the moment is; what was told with it or before it counts.
     *
     * @param facts the lead's facts
     * @return the event, or empty if it has not come
     */
    Optional<FactEvent> of(LeadFacts facts);

    /**
     * How definitions write it; two moments of one label are the same for every lead. Texts in it that are not its own are written
     * as {@link Definition#text} has them, lists in brackets, because groupings are joined by commas.
     *
     * @return such as {@code captured} or {@code reached:[sql]}
     */
    String label();

    /**
     * When the lead came: what the submission itself said counts, what was learned later does not.
     *
     * @return the moment {@code captured}
     */
    static AsOf captured() {
        return Moment.CAPTURED;
    }

    /**
     * When its outcome came: its conversion, else its loss.
     *
     * @return the moment {@code outcome}
     */
    static AsOf outcome() {
        return Moment.OUTCOME;
    }

    /**
     * When the lead first entered one of some stages, such as the one of a funnel's first or last step.
     *
     * @param stages the stages; at least one
     * @return the moment {@code reached}
     */
    static AsOf reached(Collection<Stage> stages) {
        return new Reached(Set.copyOf(stages));
    }
}

package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.InGroup;
import java.util.Set;

/**
 * How far one person came.
 *
 * @param group where it counts, such as the source or the month in which the person came; {@link Grouping#MISSING} if there is none
 * @param reached everything that the person did, in any order
 */
public record Journey(String group, Set<Growth> reached) implements InGroup {

    /**
     * Keeps a copy.
     *
     * @param group where it counts
     * @param reached everything that the person did
     */
    public Journey {
        reached = Set.copyOf(reached);
    }
}

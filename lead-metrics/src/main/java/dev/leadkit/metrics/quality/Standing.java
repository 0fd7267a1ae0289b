package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import java.util.Comparator;

/**
 * What {@link Neglect} counts by: an open lead. Ordered by its latest sign of life, the longest quiet first.
 *
 * @param open who cares for it and since when it is quiet
 * @param lead which lead
 */
public record Standing(OpenLead open, LeadId lead) implements Comparable<Standing> {

    private static final Comparator<Standing> ORDER = Comparator.comparing(
                    (Standing standing) -> standing.open().quietSince())
            .thenComparing(Standing::lead)
            .thenComparing(standing -> standing.open().care());

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}

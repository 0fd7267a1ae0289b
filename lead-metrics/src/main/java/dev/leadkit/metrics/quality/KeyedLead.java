package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import java.util.Comparator;
import java.util.Optional;

/**
 * What {@link Duplicates} counts by.
 *
 * @param key one of the lead's keys; empty for the lead as such
 * @param lead which lead
 */
public record KeyedLead(Optional<HashedKey> key, LeadId lead) implements Comparable<KeyedLead> {

    private static final Comparator<Optional<HashedKey>> KEYS = (one, other) -> one.isEmpty() || other.isEmpty()
            ? Boolean.compare(one.isPresent(), other.isPresent())
            : one.get().compareTo(other.get());
    private static final Comparator<KeyedLead> ORDER =
            Comparator.comparing(KeyedLead::key, KEYS).thenComparing(KeyedLead::lead);

    @Override
    public int compareTo(KeyedLead other) {
        return ORDER.compare(this, other);
    }
}

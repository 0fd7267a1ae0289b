package dev.leadkit.enrichment;

import dev.leadkit.event.Captured;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the value came from that a lead has in a field.
 *
 * @param field the field
 * @param event the event that gave the value which the lead has now
 */
public record Provenance(Field<?> field, LeadEvent event) {

    private static final Set<String> KEPT =
            StandardFields.kept().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());

    /**
     * Makes a provenance.
     *
     * @param field the field
     * @param event an event that gives the field a value
     */
    public Provenance {
        if (!event.values().fields().contains(field)) {
            throw new IllegalArgumentException("event must give " + field.name() + " a value, was " + event.id());
        }
    }

    /**
     * Where all values of a lead came from.
     *
     * @param history the lead's events
     * @return for each field that has a value, by its name; without the {@linkplain StandardFields#kept() fields that the
     *     library keeps itself}, which follow from what happened
     */
    public static SortedMap<String, Provenance> of(LeadHistory history) {
        SortedMap<String, Provenance> all = new TreeMap<>();
        history.sources().forEach((name, event) -> all.put(name, new Provenance(field(event, name), event)));
        return Collections.unmodifiableSortedMap(all);
    }

    private static Field<?> field(LeadEvent event, String name) {
        return event.values().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static boolean isKept(Field<?> field) {
        return KEPT.contains(field.name());
    }

    /**
     * Who gave the value.
     *
     * @return the system of a submission, or the provider; empty if the person said it in a wish
     */
    public Optional<String> source() {
        if (event instanceof Captured captured) {
            return Optional.of(captured.origin().system());
        }
        if (event instanceof Updated updated) {
            return Optional.of(updated.origin().system());
        }
        return event instanceof Enriched enriched ? Optional.of(enriched.provider()) : Optional.empty();
    }

    /**
     * Whether a provider gave the value.
     *
     * @return true if it came by enrichment, false if it was submitted
     */
    public boolean enriched() {
        return event instanceof Enriched;
    }

    /**
     * How sure the provider was of the value.
     *
     * @return percent from 0 to 100; empty if it was submitted, or the provider did not say
     */
    public OptionalInt confidence() {
        Integer percent =
                event instanceof Enriched enriched ? enriched.confidence().get(field.name()) : null;
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    /**
     * Since when the value holds.
     *
     * @return when the event happened
     */
    public Instant occurredAt() {
        return event.occurredAt();
    }

    /**
     * When the value was learned.
     *
     * @return when the event was recorded
     */
    public Instant recordedAt() {
        return event.header().recordedAt();
    }
}

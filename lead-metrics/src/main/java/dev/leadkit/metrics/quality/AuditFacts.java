package dev.leadkit.metrics.quality;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.segment.Grouping;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the audit needs to know of one lead: which fields have a value and since when, but no value. Immutable, thread-safe, equal
 * by content.
 *
 * @param id which lead
 * @param source its first source, {@link Grouping#MISSING} if none was told
 * @param words the fields that have a value, each with the instant of the newest word that gave it; empty if that word is undated
 * @param open who cares for it if it is open; empty if it was converted, is lost, or was never captured
 * @param keys the hashes of its keys; see {@link HashedKey}
 */
public record AuditFacts(
        LeadId id,
        String source,
        SortedMap<String, Optional<Instant>> words,
        Optional<OpenLead> open,
        Set<HashedKey> keys) {

    /**
     * Keeps copies.
     *
     * @param id which lead
     * @param source its first source
     * @param words the fields that have a value
     * @param open who cares for it if it is open
     * @param keys the hashes of its keys
     */
    public AuditFacts {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(open, "open");
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    }

    /**
     * Derives the facts from everything that happened. For an audit as of a moment, hand in {@link LeadHistory#until} it.
     *
     * <p>A word on a field is a submission, an enrichment, a wish for an appointment or for a channel that gave it a value; the
     * newest word counts, also where it only repeats the value. Words of undated submissions have no instant, since
     * that of an import says nothing about their age. Blank texts are no values. Fields that the library keeps itself
     * (stage, owner, ...) are left out.
     *
     * <p>The latest sign of life is the latest of: submissions, touches, interactions in either direction, wishes for an
     * appointment or a channel, the appointment itself, assignments and moves to another stage. Scores, enrichments and queueing
     * are none. An undated submission counts by the instant of its import: before that nobody here could know of the lead.
     *
     * @param history everything that happened to the lead
     * @param keys by which keys two leads are taken for one, given the lead's values; what it throws goes through
     * @return the facts
     */
    public static AuditFacts of(
            LeadHistory history, Function<? super FieldValues, ? extends Collection<MatchKey>> keys) {
        Set<HashedKey> hashed = new TreeSet<>();
        keys.apply(history.lead().values()).forEach(key -> hashed.add(HashedKey.of(key)));
        String source = Grouping.bySource().of(LeadFacts.of(history));
        return new AuditFacts(
                history.id(), source, words(history), SignsFold.of(history).open(), hashed);
    }

    private static SortedMap<String, Optional<Instant>> words(LeadHistory history) {
        FieldValues values = history.lead().values();
        SortedMap<String, Optional<Instant>> words = new TreeMap<>();
        history.sources().forEach((name, event) -> {
            if (!values.text(name).orElse("").isBlank()) {
                words.put(name, isDated(event) ? Optional.of(event.occurredAt()) : Optional.empty());
            }
        });
        return words;
    }

    private static boolean isDated(LeadEvent event) {
        if (event instanceof Captured captured) {
            return captured.origin().dated();
        }
        return !(event instanceof Updated updated) || updated.origin().dated();
    }

    /** Shows the identifier only. */
    @Override
    public String toString() {
        return "AuditFacts[" + id + "]";
    }
}

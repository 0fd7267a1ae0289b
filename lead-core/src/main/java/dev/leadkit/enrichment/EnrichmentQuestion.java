package dev.leadkit.enrichment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a provider is asked.
 *
 * @param lead the lead as it is now; its values are what the provider can look it up by
 * @param wanted the fields that an answer is wanted for, by name; values of other fields are not taken over
 * @param deadline when the answer should be there; hand it on to the client that makes the call
 */
public record EnrichmentQuestion(Lead lead, SortedSet<Field<?>> wanted, Instant deadline) {

    private static final Comparator<Field<?>> BY_NAME = Comparator.comparing(Field::name);

    /**
     * Makes a question.
     *
     * @param lead the lead
     * @param wanted the fields, at least one
     * @param deadline when the answer should be there
     */
    public EnrichmentQuestion {
        requireNonNull(lead, "lead");
        requireNonNull(deadline, "deadline");
        wanted = byName(wanted);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("question must want at least one field, wanted none");
        }
    }

    static SortedSet<Field<?>> byName(Set<Field<?>> fields) {
        SortedSet<Field<?>> sorted = new TreeSet<>(BY_NAME);
        sorted.addAll(fields);
        return Collections.unmodifiableSortedSet(sorted);
    }
}

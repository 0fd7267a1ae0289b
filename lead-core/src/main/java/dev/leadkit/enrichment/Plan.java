package dev.leadkit.enrichment;

import dev.leadkit.enrichment.EnrichmentPolicy.Filling;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Whom to ask, for what, and what to take over: functions of the lead's history, the policy and the time. */
record Plan(List<Provider> providers, EnrichmentPolicy policy, Predicate<Lead> worthAsking) {

    private static final int SURE = 100;
    private static final int UNSTATED = -1;

    /** The first provider that there is something to ask. */
    Optional<Provider> first(LeadHistory history, Instant now) {
        return providers.stream()
                .filter(each -> obstacle(each, history, now).isEmpty())
                .findFirst();
    }

    /** Why the provider shall not be asked about the lead now, if it shall not. */
    Optional<EnrichmentResult> obstacle(Provider provider, LeadHistory history, Instant now) {
        Optional<Reason> reason = reason(provider, history, now);
        if (reason.isPresent()) {
            return Optional.of(new NotAsked(history.id(), provider.name(), reason.get()));
        }
        Guarded<Boolean> worth = Guarded.of("condition", () -> worthAsking.test(history.lead()));
        return worth.failed(history.id(), provider.name())
                .or(() -> worth.value()
                        .filter(yes -> !yes)
                        .map(no -> new NotAsked(history.id(), provider.name(), Reason.NOT_WORTH_ASKING)));
    }

    private Optional<Reason> reason(Provider provider, LeadHistory history, Instant now) {
        if (wanted(provider, history).isEmpty()) {
            return Optional.of(Reason.NOTHING_WANTED);
        }
        boolean lately = provider.answers(history).stream()
                .anyMatch(answer ->
                        answer.occurredAt().plus(policy.askAgainAfter()).isAfter(now));
        if (lately) {
            return Optional.of(Reason.ASKED_LATELY);
        }
        boolean full = history.events().size() >= LeadHistory.MOST_EVENTS;
        return full ? Optional.of(Reason.HISTORY_FULL) : Optional.empty();
    }

    Set<Field<?>> wanted(Provider provider, LeadHistory history) {
        SortedMap<String, Provenance> known = Provenance.of(history);
        Set<Field<?>> wanted = new HashSet<>();
        for (Field<?> field : provider.fills()) {
            if (isOpen(field, history, known, SURE)) {
                wanted.add(field);
            }
        }
        return wanted;
    }

    /** Whether a value of that confidence may fill the field. */
    private boolean isOpen(Field<?> field, LeadHistory history, SortedMap<String, Provenance> known, int percent) {
        if (Provenance.isKept(field) || history.lead().values().cleared().contains(field.name())) {
            return false;
        }
        Provenance now = known.get(field.name());
        return now == null
                || (policy.filling() == Filling.REPLACE_LESS_SURE
                        && now.enriched()
                        && percent > now.confidence().orElse(UNSTATED));
    }

    /** What of an answer is taken over into a lead as it is now. */
    Enriched taken(EventHeader header, Enriched answer, LeadHistory history) {
        SortedMap<String, Provenance> known = Provenance.of(history);
        SortedMap<String, Integer> confidence = new TreeMap<>(answer.confidence());
        Set<String> left = new HashSet<>();
        for (Field<?> field : answer.values().fields()) {
            if (!isOpen(field, history, known, confidence.getOrDefault(field.name(), UNSTATED))) {
                left.add(field.name());
            }
        }
        confidence.keySet().removeAll(left);
        FieldValues values = answer.values().without(left);
        return new Enriched(header, answer.provider(), values.skeleton(), values.personal(), confidence);
    }
}

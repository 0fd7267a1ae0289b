package dev.leadkit.enrichment;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An enricher with what it said of itself when the enrichment was built. */
record Provider(Enricher enricher, String name, Set<Field<?>> fills) {

    private static final String TYPE = "enrich.";
    private static final String PERSON = "person";

    static Provider of(Enricher enricher) {
        return new Provider(enricher, enricher.name(), Set.copyOf(enricher.fills()));
    }

    String type() {
        return TYPE + name;
    }

    boolean isMeant(Effect effect) {
        return effect.type().equals(type());
    }

    static boolean isEnrichment(Effect effect) {
        return effect.type().startsWith(TYPE);
    }

    /** Of an effect whose provider is not known here. */
    static String named(Effect effect) {
        return isEnrichment(effect) ? effect.type().substring(TYPE.length()) : effect.type();
    }

    List<Enriched> answers(LeadHistory history) {
        return history.events().stream()
                .filter(event -> event instanceof Enriched enriched
                        && enriched.provider().equals(name))
                .map(Enriched.class::cast)
                .toList();
    }

    /**
     * To ask for the next answer. As long as that has not come it is the same effect, whoever asks for it and how often: so
     * there is one claim, and one worker who pays. Only if the lead was erased and told of again it is another one.
     */
    Effect effect(LeadHistory history, Instant dueAt) {
        LeadId lead = history.id();
        int next = answers(history).size();
        String person = person(history).map(EventId::value).orElse("");
        EffectId id = EffectId.derived(lead, TYPE, name, Integer.toString(next), person);
        return new Effect(id, lead, type(), dueAt, new TreeMap<>(Map.of(PERSON, person)), new TreeMap<>());
    }

    /** The event that said first, as far as is known now, who the lead is; by when it was recorded, so that no older news precede it. */
    private static Optional<EventId> person(LeadHistory history) {
        return history.events().stream()
                .filter(event -> !event.equals(event.redacted()))
                .map(LeadEvent::header)
                .min(Comparator.comparing(EventHeader::recordedAt).thenComparing(EventHeader::id))
                .map(EventHeader::id);
    }

    /** Whether what was personal when the effect was asked for is gone since. */
    static boolean isErased(Effect effect, LeadHistory history) {
        String person = effect.facts().getOrDefault(PERSON, "");
        return !person.isEmpty()
                && history.events().stream()
                        .filter(event -> event.id().value().equals(person))
                        .allMatch(event -> event.equals(event.redacted()));
    }
}

package dev.leadkit.enrichment;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** An enricher with what it said of itself when the enrichment was built. */
record Provider(Enricher enricher, String name, Set<Field<?>> fills) {

    private static final String TYPE = "enrich.";

    static Provider of(Enricher enricher) {
        return new Provider(enricher, enricher.name(), Set.copyOf(enricher.fills()));
    }

    boolean isMeant(Effect effect) {
        return effect.type().equals(TYPE + name);
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
     * there is one claim, and one worker who pays.
     */
    Effect effect(LeadHistory history, Instant dueAt) {
        LeadId lead = history.id();
        int next = answers(history).size();
        EffectId id = EffectId.derived(lead, TYPE, name, Integer.toString(next));
        return new Effect(id, lead, TYPE + name, dueAt, new TreeMap<>(), new TreeMap<>());
    }
}

package dev.leadkit.scoring.release;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import java.time.Instant;
import java.util.List;

/**
 * A scorer whose model can be exchanged while leads are scored. A score is from one version from its first rule to its last:
 * whoever began with the old one ends with it, whoever begins afterwards has the new one, and nobody waits. Versions in the shadow
 * phase are kept ready beside the active one; they score where they are asked for, through {@link #engines()}. Thread-safe.
 */
public final class LiveScorer implements LeadScorer {

    private volatile LiveEngines engines;

    private LiveScorer(LiveEngines engines) {
        this.engines = engines;
    }

    /**
     * Begins with an engine, and nothing beside it.
     *
     * @param engine the engine
     * @return the scorer
     */
    public static LiveScorer of(ScoringEngine engine) {
        return new LiveScorer(new LiveEngines(engine, List.of(), List.of()));
    }

    /**
     * Begins with the active version of a name, and its versions in the shadow phase beside it.
     *
     * @param models the models
     * @param name the model's name
     * @param registry the custom rules that the model may name
     * @return the scorer
     * @throws IllegalArgumentException if no version is active
     * @throws dev.leadkit.fault.RefusedException if the version names a custom rule that does not exist or refuses its
     *     parameters
     */
    public static LiveScorer of(ScoringModels models, String name, RuleRegistry registry) {
        return new LiveScorer(LiveEngines.compiled(models, name, registry));
    }

    /**
     * Goes on with the active version of a name, and its versions in the shadow phase beside it. They are compiled first: if the
     * active one is refused, everything goes on as before; a shadow that is refused is left out, and the faults say why.
     *
     * @param models the models
     * @param name the model's name
     * @param registry the custom rules that the model may name
     * @return the engines from now on
     * @throws IllegalArgumentException if no version is active
     * @throws dev.leadkit.fault.RefusedException if the version names a custom rule that does not exist or refuses its
     *     parameters
     */
    public LiveEngines reload(ScoringModels models, String name, RuleRegistry registry) {
        LiveEngines next = LiveEngines.compiled(models, name, registry);
        engines = next;
        return next;
    }

    /**
     * Goes on with another engine, and nothing beside it.
     *
     * @param next the engine
     */
    public void use(ScoringEngine next) {
        engines = new LiveEngines(next, List.of(), List.of());
    }

    /**
     * The engine of this moment, for more than one call that must agree, such as score and explanation.
     *
     * @return the engine
     */
    public ScoringEngine engine() {
        return engines.active();
    }

    /**
     * The engines of this moment: the active one and its shadows, as one reload brought them.
     *
     * @return the engines
     */
    public LiveEngines engines() {
        return engines;
    }

    @Override
    public Score score(LeadHistory history, Instant asOf) {
        return engine().score(history, asOf);
    }

    @Override
    public String toString() {
        return "LiveScorer[" + engine() + "]";
    }
}

package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;

/**
 * A scorer whose model can be exchanged while leads are scored. A score is from one version from its first rule to its last:
 * whoever began with the old one ends with it, whoever begins afterwards has the new one, and nobody waits. Thread-safe.
 */
public final class LiveScorer implements LeadScorer {

    private volatile ScoringEngine engine;

    private LiveScorer(ScoringEngine engine) {
        this.engine = engine;
    }

    /**
     * Begins with an engine.
     *
     * @param engine the engine
     * @return the scorer
     */
    public static LiveScorer of(ScoringEngine engine) {
        return new LiveScorer(requireNonNull(engine, "engine"));
    }

    /**
     * Begins with the active version of a name.
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
        return of(compiled(models, name, registry));
    }

    /**
     * Goes on with the active version of a name. The version is compiled first: if it is refused, the old one goes on.
     *
     * @param models the models
     * @param name the model's name
     * @param registry the custom rules that the model may name
     * @return the engine from now on
     * @throws IllegalArgumentException if no version is active
     * @throws dev.leadkit.fault.RefusedException if the version names a custom rule that does not exist or refuses its
     *     parameters
     */
    public ScoringEngine reload(ScoringModels models, String name, RuleRegistry registry) {
        ScoringEngine next = compiled(models, name, registry);
        engine = next;
        return next;
    }

    /**
     * Goes on with another engine.
     *
     * @param next the engine
     */
    public void use(ScoringEngine next) {
        engine = requireNonNull(next, "next");
    }

    private static ScoringEngine compiled(ScoringModels models, String name, RuleRegistry registry) {
        ScoringModel active = models.active(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "one version of \"" + name + "\" must be active, was none"));
        return ScoringEngine.of(active, registry);
    }

    /**
     * The engine of this moment, for more than one call that must agree, such as score and explanation.
     *
     * @return the engine
     */
    public ScoringEngine engine() {
        return engine;
    }

    @Override
    public Score score(LeadHistory history, Instant asOf) {
        return engine.score(history, asOf);
    }

    @Override
    public String toString() {
        return "LiveScorer[" + engine + "]";
    }
}

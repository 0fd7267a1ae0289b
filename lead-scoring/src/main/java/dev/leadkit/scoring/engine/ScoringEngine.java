package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;

/**
 * A scoring model, compiled. Gives the same answer for the same history and moment, on every machine; what occurred after
 * the moment makes no difference. Never throws for a lead: a custom rule that fails counts nothing and is named among the
 * score's faults. Immutable and thread-safe; a host that reloads models keeps the engine in one volatile field.
 */
public final class ScoringEngine implements LeadScorer {

    private final ScoringModel model;
    private final CompiledRules rules;
    private final Settlement settlement;
    private final Judgement judgement;

    private ScoringEngine(ScoringModel model, CompiledRules rules) {
        this.model = model;
        this.rules = rules;
        this.settlement = new Settlement(model);
        this.judgement = Judgement.of(model);
    }

    /**
     * Compiles a model without custom rules.
     *
     * @param model the model
     * @return the engine
     * @throws dev.leadkit.fault.RefusedException if the model names custom rules
     */
    public static ScoringEngine of(ScoringModel model) {
        return of(model, RuleRegistry.EMPTY);
    }

    /**
     * Compiles a model.
     *
     * @param model the model
     * @param registry the custom rules that it may name
     * @return the engine
     * @throws dev.leadkit.fault.RefusedException if a custom rule does not exist or refuses its parameters: every fault at
     *     once
     */
    public static ScoringEngine of(ScoringModel model, RuleRegistry registry) {
        requireNonNull(registry, "registry");
        return new ScoringEngine(model, CompiledRules.of(model, registry));
    }

    /**
     * The model.
     *
     * @return the model that this engine was compiled from
     */
    public ScoringModel model() {
        return model;
    }

    /**
     * The number alone, without the cost of its reasons.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return the total that {@link #score(LeadHistory, Instant)} gives
     */
    public Points total(LeadHistory history, Instant asOf) {
        return total(Facts.of(history, asOf));
    }

    /**
     * The number alone, for a host that keeps no history.
     *
     * @param facts the lead at a moment
     * @return the total that {@link #score(Facts)} gives
     */
    public Points total(Facts facts) {
        Settlement.Sums sums = settlement.new Sums();
        rules.apply(facts, sums, fault -> {});
        return new Points(sums.total());
    }

    @Override
    public Score score(LeadHistory history, Instant asOf) {
        return score(Facts.of(history, asOf));
    }

    /**
     * The score with its contributions, for a host that keeps no history.
     *
     * @param facts the lead at a moment
     * @return the total, the points of each dimension, the grade, and the contributions that sum exactly to the total
     */
    public Score score(Facts facts) {
        long[] units = new long[settlement.places()];
        Faults faults = new Faults();
        rules.apply(facts, (rule, given) -> units[rule] = given, faults);
        return settlement.score(units, new Settlement.Doubts(judgement.confidence(facts), faults.list()));
    }

    /**
     * The full reasons.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return every rule, also those that did not hold, with the evidence
     */
    public Explanation explain(LeadHistory history, Instant asOf) {
        return explain(Facts.of(history, asOf));
    }

    /**
     * The full reasons, for a host that keeps no history.
     *
     * @param facts the lead at a moment
     * @return every rule, also those that did not hold, with the evidence
     */
    public Explanation explain(Facts facts) {
        return new Explainer(rules, settlement, facts).explain(model, judgement.confidence(facts));
    }

    @Override
    public String toString() {
        return "ScoringEngine[" + model.ref() + "]";
    }
}

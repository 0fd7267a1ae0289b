package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.Slot;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A scoring model, compiled. Gives the same answer for the same history and moment, on every machine; what occurred after
 * the moment makes no difference. Never throws for a lead: a custom rule that fails counts nothing and is named among the
 * score's faults. Immutable and thread-safe; a host that reloads models keeps the engine in one volatile field.
 */
public final class ScoringEngine implements LeadScorer {

    private final ScoringModel model;
    private final RuleRegistry registry;
    private final Settlement settlement;
    private final CompiledRules rules;
    private final Judgement judgement;
    private final List<ScoringRule> places;
    private final ScorerPool pool;

    private ScoringEngine(ScoringModel model, RuleRegistry registry, boolean memo) {
        this.model = model;
        this.registry = registry;
        this.settlement = new Settlement(model);
        this.rules = CompiledRules.of(model, registry, settlement, memo);
        this.judgement = Judgement.of(model, rules.reachOfCode());
        this.places = model.dimensions().stream()
                .flatMap(dimension -> dimension.rules().stream())
                .toList();
        this.pool = new ScorerPool(this);
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
        return new ScoringEngine(model, registry, true);
    }

    /**
     * The same engine without a memory of texts that it has seen: slower where rules ask what a text contains or begins
     * with, and no value of a lead is kept.
     *
     * @return an engine with equal answers
     */
    public ScoringEngine withoutMemo() {
        return new ScoringEngine(model, registry, false);
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
     * A scorer that allocates nothing, for one thread.
     *
     * @return a new scorer
     */
    public Scorer scorer() {
        return new Scorer(rules, settlement);
    }

    /**
     * The place of a field in this engine's records; asked once, not for every lead.
     *
     * @param field which field, whether a rule asks of it or not
     * @param <F> its type
     * @return its slot
     */
    public <F> Slot<F> slot(Field<F> field) {
        return rules.index().slot(field);
    }

    /**
     * A record to be filled with leads for this engine.
     *
     * @return a new record, empty, for one thread
     */
    public LeadRecord record() {
        return rules.index().record();
    }

    /**
     * Reads a lead once for scores at many instants. Values are those after all events; interactions are seen from when they
     * occurred. For an instant before the last event, cut the history first.
     *
     * @param history the lead's events
     * @return the lead as this engine sees it
     */
    public EncodedLead encode(LeadHistory history) {
        return record().read(history).encode();
    }

    /**
     * A rule of the model by its place.
     *
     * @param place its place, from 0, counted through all dimensions
     * @return the rule
     */
    public ScoringRule rule(int place) {
        return places.get(place);
    }

    /**
     * Until when the score stays as it is, if nothing happens. What is told of the lead after the moment is not seen.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return the instant from which on the score may be another one; empty if it stays for ever; the moment itself if
     *     nothing can be said, because a custom rule fails or does not tell how long its result holds
     */
    public Optional<Instant> validUntil(LeadHistory history, Instant asOf) {
        return validUntil(Facts.of(history, asOf));
    }

    /**
     * Until when the score stays as it is, if nothing happens.
     *
     * @param facts the lead at a moment
     * @return as {@link #validUntil(LeadHistory, Instant)}
     */
    public Optional<Instant> validUntil(Facts facts) {
        return rules.validUntil(local(facts));
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
        Scorer scorer = pool.take();
        try {
            return new Points(scorer.total(facts));
        } finally {
            pool.give(scorer);
        }
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
        Scorer scorer = pool.take();
        try {
            return score(scorer.score(facts), facts);
        } finally {
            pool.give(scorer);
        }
    }

    /**
     * The score that a tally stands for.
     *
     * @param tally a tally of this engine
     * @param facts the lead that it was made of, at the same moment: what is not known of it makes the confidence
     * @return the score
     */
    public Score score(Tally tally, Facts facts) {
        long[] units = new long[settlement.places()];
        tally.write(units);
        Doubtful doubtful = tally.doubtful();
        return settlement.score(
                units, new Settlement.Doubts(judgement.confidence(local(facts), doubtful.reach()), doubtful.faults()));
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
        return new Explainer(rules, settlement, local(facts)).explain(model, judgement);
    }

    /** By the calendar that counts in the model. */
    private Facts local(Facts facts) {
        return model.zone().in(facts);
    }

    @Override
    public String toString() {
        return "ScoringEngine[" + model.ref() + "]";
    }
}

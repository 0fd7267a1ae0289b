package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.event.LeadHistory;
import java.time.Instant;

/**
 * Scores lead after lead in one thread, with scratch space of its own: nothing is allocated for a lead. {@link
 * ScoringEngine#scorer()} makes one for each thread that wants one. Totals are given in units, thousandths of a point, as
 * {@link dev.leadkit.lead.Points#units()} has them.
 */
public final class Scorer {

    private final ScoringEngine engine;

    Scorer(ScoringEngine engine) {
        this.engine = engine;
    }

    /**
     * The total of a lead.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return the units of {@link ScoringEngine#total(LeadHistory, Instant)}
     */
    public long total(LeadHistory history, Instant asOf) {
        return engine.total(history, asOf).units();
    }

    /**
     * The total of a lead.
     *
     * @param facts the lead at a moment
     * @return the units of {@link ScoringEngine#total(Facts)}
     */
    public long total(Facts facts) {
        return engine.total(facts).units();
    }

    /**
     * The total of the lead that a record holds: the fastest way for a lead that is scored once.
     *
     * @param lead a record of this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the units
     */
    public long total(LeadRecord lead, Instant asOf) {
        return engine.total(engine.facts(lead, asOf)).units();
    }

    /**
     * The total of an encoded lead: the fastest way for a lead that is scored again and again.
     *
     * @param lead a lead encoded by this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the units
     */
    public long total(EncodedLead lead, Instant asOf) {
        return engine.total(engine.facts(lead, asOf)).units();
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param facts the lead at a moment
     * @return the tally, independent of this scorer
     */
    public Tally score(Facts facts) {
        return new Tally(engine, facts);
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param lead a record of this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the tally, independent of this scorer and of the record
     */
    public Tally score(LeadRecord lead, Instant asOf) {
        return new Tally(engine, engine.facts(lead, asOf));
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param lead a lead encoded by this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the tally, independent of this scorer
     */
    public Tally score(EncodedLead lead, Instant asOf) {
        return new Tally(engine, engine.facts(lead, asOf));
    }
}

package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.Evaluation;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Scores lead after lead in one thread, with scratch space of its own: nothing is allocated for a lead whose values were
 * seen before. {@link ScoringEngine#scorer()} makes one for each thread that wants one. Totals are given in units,
 * thousandths of a point, as {@link dev.leadkit.lead.Points#units()} has them.
 */
public final class Scorer {

    private static final long[] NOTHING = {};

    private final CompiledRules rules;
    private final Settlement settlement;
    private final Evaluation evaluation;
    private final EachSums each;
    private final Hits hits = this::hit;
    private final long[] sums;
    private long forced;

    /** Places and units of what did not come from a condition; written only for a tally. */
    private long[] others = NOTHING;

    private int othersEnd = -1;

    Scorer(CompiledRules rules, Settlement settlement) {
        this.rules = rules;
        this.settlement = settlement;
        this.evaluation = rules.index().evaluation();
        this.each = new EachSums(rules.regular(), this::hit);
        this.sums = new long[settlement.accounts()];
    }

    /**
     * The total of a lead.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return the units of {@link ScoringEngine#total(LeadHistory, Instant)}
     */
    public long total(LeadHistory history, Instant asOf) {
        return total(Facts.of(history, asOf));
    }

    /**
     * The total of a lead.
     *
     * @param facts the lead at a moment
     * @return the units of {@link ScoringEngine#total(Facts)}
     */
    public long total(Facts facts) {
        evaluation.of(facts);
        return total(Scorer::ignore);
    }

    /**
     * The total of the lead that a record holds: the fastest way for a lead that is scored once.
     *
     * @param lead a record of this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the units
     */
    public long total(LeadRecord lead, Instant asOf) {
        evaluation.of(lead, asOf);
        return total(Scorer::ignore);
    }

    /**
     * The total of an encoded lead: the fastest way for a lead that is scored again and again.
     *
     * @param lead a lead encoded by this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the units
     */
    public long total(EncodedLead lead, Instant asOf) {
        evaluation.of(lead, asOf);
        return total(Scorer::ignore);
    }

    private long total(Consumer<Fault> problems) {
        for (int account = 0; account < sums.length; account++) {
            sums[account] = evaluation.sum(account);
        }
        forced = Long.MAX_VALUE;
        if (sums[settlement.disqualified()] != 0) {
            disqualify();
        }
        if (!each.isEmpty()) {
            evaluation.interactions(each);
        }
        if (rules.needsFacts()) {
            rules.apply(evaluation.facts(), hits, problems);
        }
        return settlement.total(sums, forced);
    }

    private static void ignore(Fault fault) {
        // only the total is wanted
    }

    private void disqualify() {
        int[] entries = new int[evaluation.entries()];
        evaluation.copyEntries(entries);
        for (int entry : entries) {
            forced = Math.min(
                    forced, settlement.forced(rules.index().entry(entry).place()));
        }
    }

    private void hit(int place, long units) {
        sums[settlement.account(place)] += settlement.limited(place, units);
        if (othersEnd >= 0) {
            others = othersEnd == others.length ? Arrays.copyOf(others, 2 * othersEnd + 16) : others;
            others[othersEnd++] = place;
            others[othersEnd++] = units;
        }
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param facts the lead at a moment
     * @return the tally, independent of this scorer
     */
    public Tally score(Facts facts) {
        Faults faults = new Faults();
        evaluation.of(facts, (fault, entry) -> faults.accept(named(fault, entry)));
        return tally(faults);
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param lead a record of this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the tally, independent of this scorer and of the record
     */
    public Tally score(LeadRecord lead, Instant asOf) {
        Faults faults = new Faults();
        evaluation.of(lead, asOf, (fault, entry) -> faults.accept(named(fault, entry)));
        return tally(faults);
    }

    /**
     * The total, and the way to its reasons.
     *
     * @param lead a lead encoded by this engine
     * @param asOf the moment; interactions after it are not seen
     * @return the tally, independent of this scorer
     */
    public Tally score(EncodedLead lead, Instant asOf) {
        Faults faults = new Faults();
        evaluation.of(lead, asOf, (fault, entry) -> faults.accept(named(fault, entry)));
        return tally(faults);
    }

    private Fault named(Fault fault, int entry) {
        return rules.index().entry(entry).named(fault);
    }

    private Tally tally(Faults faults) {
        othersEnd = 0;
        try {
            long total = total(faults);
            long[] beside = othersEnd == 0 ? NOTHING : Arrays.copyOf(others, othersEnd);
            List<Fault> told = faults.isEmpty() ? List.of() : faults.list();
            return new Tally(rules, total, evaluation.found(), beside, told);
        } finally {
            othersEnd = -1;
        }
    }

    /** Forgets the lead that was scored last. */
    void forget() {
        evaluation.forget();
    }
}

package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.Evaluation;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.RecordFiller;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Scores lead after lead in one thread, with scratch space of its own: nothing is allocated for a lead whose values were
 * seen before. {@link ScoringEngine#scorer()} makes one for each thread that wants one. Totals are given in units,
 * thousandths of a point, as {@link dev.leadkit.lead.Points#units()} has them.
 */
public final class Scorer {

    private static final long[] NOTHING = {};

    /** So many leads are asked for together: with more nothing was gained. */
    private static final int TOGETHER = 8;

    private final CompiledRules rules;
    private final Settlement settlement;
    private final Evaluation evaluation;
    private final EachSums each;
    private final Hits hits = this::hit;
    private final long[] sums;
    private long forced;

    /** What hangs on custom rules that could not be judged of the lead that was scored last. */
    private long unjudged;

    /** Places and units of what did not come from a condition; written only for a tally. */
    private long[] others = NOTHING;

    private int othersEnd = -1;

    /** For leads that are filled in; null until it is needed, and while it is. */
    private @Nullable LeadRecord spare;

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

    /**
     * The totals of an application's own leads: the fastest way for many that come from far memory and are scored once each; leads that are near
     * take longer than one by one. The same as filling a record and asking for its total, lead after lead, but that some leads are fetched from
     * memory together. Nothing of a lead is held when it returns.
     *
     * @param leads the leads
     * @param filler puts each of them into a record; what it throws is thrown on, and some totals are written then, others not
     * @param asOf the moment; interactions after it are not seen
     * @param into where the units go, in the order of the leads
     * @param <T> what the application has for a lead
     * @throws IllegalArgumentException if there is no room for all of them
     */
    public <T> void totals(List<? extends T> leads, RecordFiller<? super T> filler, Instant asOf, long[] into) {
        LeadRecord record = spare == null ? rules.index().record() : spare;
        spare = null;
        try {
            totals(leads, into, lead -> filler.fetch(lead, record), lead -> {
                filler.fill(lead, record.clear());
                return total(record, asOf);
            });
        } finally {
            forget();
            spare = record.forget();
        }
    }

    /**
     * The totals of encoded leads: the fastest way for many that come from far memory; leads that are near, or small because no rule asks for interactions,
     * take longer than one by one. Nothing of a lead is held when it returns. What is thrown, of a lead of another engine, say, is thrown on, and some
     * totals are written then, others not.
     *
     * @param leads leads encoded by this engine
     * @param asOf the moment; interactions after it are not seen
     * @param into where the units go, in the order of the leads
     * @throws IllegalArgumentException if there is no room for all of them
     */
    public void totals(List<EncodedLead> leads, Instant asOf, long[] into) {
        try {
            totals(leads, into, evaluation::fetch, lead -> total(lead, asOf));
        } finally {
            forget();
        }
    }

    private static <T> void totals(List<T> leads, long[] into, Consumer<T> fetch, ToLongFunction<T> total) {
        if (into.length < leads.size()) {
            throw new IllegalArgumentException(
                    "into must have room for " + leads.size() + " totals, had it for " + into.length);
        }
        Iterator<T> left = leads.iterator();
        List<T> some = new ArrayList<>(TOGETHER);
        for (int done = 0; left.hasNext(); done += TOGETHER) {
            some.clear();
            while (some.size() < TOGETHER && left.hasNext()) {
                T lead = left.next();
                fetch.accept(lead);
                some.add(lead);
            }
            for (int i = 0; i < some.size(); i++) {
                into[done + i] = total.applyAsLong(some.get(i));
            }
        }
    }

    private long total(Consumer<Fault> problems) {
        for (int account = 0; account < sums.length; account++) {
            sums[account] = evaluation.sum(account);
        }
        forced = Long.MAX_VALUE;
        unjudged = 0;
        if (sums[settlement.disqualified()] != 0) {
            disqualify();
        }
        if (!each.isEmpty()) {
            evaluation.interactions(each);
        }
        if (rules.needsFacts()) {
            unjudged = rules.apply(evaluation.facts(), hits, problems);
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
            return new Tally(rules, total, evaluation.found(), beside, doubtful(faults));
        } finally {
            othersEnd = -1;
        }
    }

    private Doubtful doubtful(Faults faults) {
        return faults.isEmpty() && unjudged == 0 ? Doubtful.NONE : new Doubtful(unjudged, faults.list());
    }

    /** Forgets the lead that was scored last. */
    void forget() {
        evaluation.forget();
    }
}

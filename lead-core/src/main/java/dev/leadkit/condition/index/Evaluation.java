package dev.leadkit.condition.index;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.condition.index.CompiledIndex.Candidate;
import dev.leadkit.condition.index.CompiledIndex.Count;
import dev.leadkit.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks an index about lead after lead, with scratch space of its own, so that nothing is allocated for a lead that was seen
 * before. After a call of {@code of}, the other methods tell what came out, until the next one or until the record is changed. For one thread.
 */
public final class Evaluation {

    /** How many words come from memory together, on nearly all processors. */
    private static final int LINE = 8;

    private final CompiledIndex index;
    private final CellSums sums;

    /** The cells of ages and counts, which stand behind those of values. */
    private final Cell[] times;

    /** Room for all cells, where there are such. */
    private final Cell[] room;

    /** The sums of the groups, where they are not packed. */
    private final long[] single;

    private final Ages ages = new Ages();
    private final int[] seen;
    private final LeadRecord own;
    private Cell[] values;
    private boolean isWhole;
    private int[] fired = new int[16];
    private int firedEnd;
    private int[] asked = new int[16];
    private int askedEnd;
    private int round;
    private Moments moments;
    private @Nullable LeadRecord record;
    private @Nullable LeadThen then;
    private @Nullable Facts facts;
    private Instant asOf = Instant.EPOCH;

    Evaluation(CompiledIndex index) {
        this.index = index;
        this.sums = new CellSums(index);
        this.times = new Cell[index.ages.length + index.counts.length];
        this.room = new Cell[times.length > 0 ? index.missing.length + times.length : 0];
        this.single = new long[index.lanes.isPacked() ? 0 : index.lanes.groups()];
        this.seen = new int[index.candidates.length > 0 ? index.conditions.size() : 0];
        this.own = new LeadRecord(index);
        this.moments = own.moments;
        this.values = own.cells;
        this.record = own;
        forgetTimes();
    }

    private void forgetTimes() {
        for (int i = 0; i < index.ages.length; i++) {
            times[i] = index.ageCells[i].cell(Domain.MISSING);
        }
        System.arraycopy(index.nothingCounted, 0, times, index.ages.length, index.counts.length);
        isWhole = false;
    }

    /**
     * Asks about a lead.
     *
     * @param lead the lead at a moment
     */
    public void of(Facts lead) {
        of(lead, Evaluation::ignore);
    }

    /**
     * Asks about a lead.
     *
     * @param lead the lead at a moment
     * @param problems told of what kept an entry's condition from being answered, with the entry's number
     */
    public void of(Facts lead, ObjIntConsumer<? super Fault> problems) {
        Facts local = index.local(lead);
        own.read(local);
        facts = local;
        evaluate(own, lead.asOf(), problems);
    }

    /**
     * Asks about the lead that a record holds.
     *
     * @param lead the record
     * @param moment the moment; interactions after it are not seen
     */
    public void of(LeadRecord lead, Instant moment) {
        of(lead, moment, Evaluation::ignore);
    }

    /**
     * Asks about the lead that a record holds.
     *
     * @param lead the record
     * @param moment the moment; interactions after it are not seen
     * @param problems told of what kept an entry's condition from being answered, with the entry's number
     */
    public void of(LeadRecord lead, Instant moment, ObjIntConsumer<? super Fault> problems) {
        check(lead.index);
        facts = null;
        evaluate(lead, moment, problems);
    }

    /**
     * Asks about an encoded lead.
     *
     * @param lead the lead
     * @param moment the moment; interactions after it are not seen
     */
    public void of(EncodedLead lead, Instant moment) {
        of(lead, moment, Evaluation::ignore);
    }

    /**
     * Asks about an encoded lead.
     *
     * @param lead the lead
     * @param moment the moment; interactions after it are not seen
     * @param problems told of what kept an entry's condition from being answered, with the entry's number
     */
    public void of(EncodedLead lead, Instant moment, ObjIntConsumer<? super Fault> problems) {
        check(lead.index);
        facts = null;
        record = null;
        then = lead.then;
        begin(lead.cells, lead.moments, moment);
        sums.read(lead.moments.words);
        findTimes(lead.moments.words, sums.words());
        fire(problems);
    }

    /**
     * Looks at the values of a lead that will soon be asked about, as {@link #fetch(EncodedLead)} does. Changes nothing.
     *
     * @param lead the lead at a moment
     */
    public void fetch(Facts lead) {
        own.fetch(lead.lead());
    }

    /**
     * Looks at an encoded lead that will soon be asked about, so that it comes from memory while others are on their way: of use for several leads
     * that are in no cache of the processor, before the first of them is asked about. Changes nothing.
     *
     * @param lead the lead
     */
    public void fetch(EncodedLead lead) {
        long[] words = lead.moments.words;
        long all = 0;
        for (int i = 0; i < words.length; i += LINE) {
            all += words[i];
        }
        own.fetch(all);
    }

    private void check(CompiledIndex other) {
        if (other != index) {
            throw new IllegalArgumentException("lead must be recorded or encoded for this index, was for another");
        }
    }

    private static void ignore(Fault fault, int entry) {
        // only the sums are wanted
    }

    private void evaluate(LeadRecord lead, Instant moment, ObjIntConsumer<? super Fault> problems) {
        record = lead;
        then = null;
        begin(lead.cells, lead.moments, moment);
        sums.clear();
        sums.add(values, 0);
        findTimes(lead.dates.words(), 0);
        fire(problems);
    }

    private void begin(Cell[] ofValues, Moments told, Instant moment) {
        values = ofValues;
        moments = told;
        asOf = moment;
        isWhole = false;
        firedEnd = 0;
        if (told.size() > 0) {
            ages.at(moment);
        }
    }

    /** Finds what changes with time; the dates begin at some place. */
    private void findTimes(long[] dates, int first) {
        if (times.length == 0) {
            return;
        }
        for (int i = 0; i < index.ages.length; i++) {
            int at = first + 2 * i;
            times[i] = index.ageCells[i].cell(index.ages[i].code(dates[at], (int) dates[at + 1], asOf));
        }
        if (index.counts.length > 0) {
            count(index.ages.length);
        }
        sums.add(times, 0);
    }

    private void count(int firstCell) {
        Count[] counts = index.counts;
        System.arraycopy(index.nothingCounted, 0, times, firstCell, counts.length);
        for (int i = 0; i < moments.size(); i++) {
            int[] asking = index.types.counts(moments.filter(i));
            if (asking.length > 0) {
                moments.show(i, ages);
                for (int number : asking) {
                    times[firstCell + number] = counts[number].cell(ages);
                }
            }
        }
    }

    /** All cells, in the order of the slots. */
    private Cell[] cells() {
        if (times.length == 0) {
            return values;
        }
        if (!isWhole) {
            System.arraycopy(values, 0, room, 0, values.length);
            System.arraycopy(times, 0, room, values.length, times.length);
            isWhole = true;
        }
        return room;
    }

    private void fire(ObjIntConsumer<? super Fault> problems) {
        fireBits();
        if (index.candidates.length + index.formulas.length + index.evaluated.length > 0) {
            fireOthers(problems);
        }
        if (single.length > 0) {
            sumOneByOne();
        }
    }

    private void fireBits() {
        int last = fire(sums.bits, 0, -1);
        for (int word = 0; word < sums.moreBits.length; word++) {
            last = fire(sums.moreBits[word], (word + 1) * Long.SIZE, last);
        }
    }

    /** Fires the entries of the bits that are set; an entry's bits stand together, so that it fires once. */
    private int fire(long bits, int from, int before) {
        int last = before;
        for (long left = bits; left != 0; left &= left - 1) {
            int entry = index.ofBit[from + Long.numberOfTrailingZeros(left)];
            if (entry != last) {
                fire(entry);
                last = entry;
            }
        }
        return last;
    }

    private void fire(int entry) {
        if (firedEnd == fired.length) {
            fired = Arrays.copyOf(fired, 2 * firedEnd);
        }
        fired[firedEnd++] = entry;
        if (index.base.length > 0) {
            sums.add(entry);
        }
    }

    private void fireOthers(ObjIntConsumer<? super Fault> problems) {
        round++;
        askedEnd = 0;
        for (int entry : index.evaluated) {
            ask(entry);
        }
        for (Candidate each : index.formulas) {
            consider(each);
        }
        for (Cell cell : cells()) {
            if (cell.candidates.total() > 0) {
                considerAll(cell.candidates);
            }
        }
        if (askedEnd > 0) {
            evaluateAsked(problems);
        }
    }

    private void considerAll(Ids candidates) {
        for (Ids list = candidates; list != null; list = list.rest()) {
            for (int number : list.own()) {
                consider(index.candidates[number]);
            }
        }
    }

    private void consider(Candidate candidate) {
        int entry = candidate.entry();
        boolean isNew = seen.length == 0 || seen[entry] != round;
        if (isNew && candidate.when().holds(cells())) {
            if (seen.length > 0) {
                seen[entry] = round;
            }
            if (candidate.evaluated()) {
                ask(entry);
            } else {
                fire(entry);
            }
        }
    }

    private void ask(int entry) {
        if (askedEnd == asked.length) {
            asked = Arrays.copyOf(asked, 2 * askedEnd);
        }
        asked[askedEnd++] = entry;
    }

    private void evaluateAsked(ObjIntConsumer<? super Fault> problems) {
        Facts about = facts();
        Arrays.sort(asked, 0, askedEnd);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < askedEnd; i++) {
            int entry = asked[i];
            Condition condition = index.conditions.get(entry);
            Truth truth = condition.evaluate(about, faults::add);
            if (truth == Truth.TRUE) {
                fire(entry);
            }
            if (truth != Truth.FALSE) {
                faults.forEach(fault -> problems.accept(fault, entry));
            }
            faults.clear();
        }
    }

    private void sumOneByOne() {
        Arrays.fill(single, 0);
        int[] all = new int[entries()];
        copyEntries(all);
        for (int entry : all) {
            single[index.lanes.group(entry)] += index.lanes.weight(entry);
        }
    }

    /**
     * The sum of the weights of a group's entries whose condition is true.
     *
     * @param group which group
     * @return the exact sum
     */
    public long sum(int group) {
        return single.length > 0 ? single[group] : sums.sum(group);
    }

    /**
     * How many entries' conditions are true.
     *
     * @return the number of entries that {@link #copyEntries} writes
     */
    public int entries() {
        int count = index.always.length + firedEnd;
        for (Cell cell : cells()) {
            count += cell.entries.total();
        }
        return count;
    }

    /**
     * The entries whose condition is true, each once, in no particular order.
     *
     * @param into where their numbers are written; with room for {@link #entries()}
     */
    public void copyEntries(int[] into) {
        System.arraycopy(index.always, 0, into, 0, index.always.length);
        int end = index.always.length;
        System.arraycopy(fired, 0, into, end, firedEnd);
        end += firedEnd;
        for (Cell cell : cells()) {
            end = cell.entries.copy(into, end);
        }
    }

    /**
     * Keeps what came out.
     *
     * @return the entries whose condition is true, independent of this evaluation
     */
    public Found found() {
        return new Found(index, cells().clone(), firedEnd == 0 ? Cell.NONE : Arrays.copyOf(fired, firedEnd));
    }

    /**
     * Tells of the interactions up to the moment, by the filters beside the conditions that they pass.
     *
     * @param visitor told of each filter that some pass, in no particular order
     */
    public void interactions(Visitor visitor) {
        for (int i = 0; i < moments.size(); i++) {
            int[] asking = index.types.others(moments.filter(i));
            if (asking.length > 0) {
                moments.show(i, ages);
                for (int number : asking) {
                    visitor.visit(number, ages);
                }
            }
        }
    }

    /** Is told of interactions. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * The interactions that pass a filter.
         *
         * @param filter the filter's number, counted from 0 as they were given
         * @param ages how long ago they were; there may be none
         */
        void visit(int filter, Ages ages);
    }

    /**
     * The lead as conditions and custom rules see it; only for an index that keeps it.
     *
     * @return the facts that were asked about
     * @throws IllegalStateException if the index does not keep them, unless it was asked about facts
     */
    public Facts facts() {
        Facts known = facts;
        if (known == null) {
            if (!index.keeps) {
                throw new IllegalStateException("facts must be kept by the index to be told, see keepFacts");
            }
            LeadThen about = then == null ? requireNonNull(record).then() : then;
            known = index.local(about.facts(asOf));
            facts = known;
        }
        return known;
    }

    /** Forgets the lead, so that nothing of it is held any longer; there are no sums until the next question. */
    public void forget() {
        own.forget();
        ages.forget();
        record = own;
        then = null;
        values = own.cells;
        moments = own.moments;
        forgetTimes();
        firedEnd = 0;
        facts = null;
    }

    @Override
    public String toString() {
        return "Evaluation[" + asOf + "]";
    }
}

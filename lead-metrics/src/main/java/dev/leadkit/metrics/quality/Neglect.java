package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.fold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Open leads that are forgotten. A lead is quiet if its latest {@linkplain AuditFacts#of sign of life} is more than so many days of
 * 24 hours before the audit; an appointment in the future is a sign of life. Every quiet open lead is in exactly one group:
 *
 * <ul>
 *   <li>{@code data.zombies}: nobody owns it and it is in no queue, so that nothing will happen to it, ever;
 *   <li>{@code data.waiting}: nobody owns it, and it waits in a queue;
 *   <li>{@code data.sleeping}: a rep owns it, and nothing happens.
 * </ul>
 *
 * <p>What the host has planned elsewhere (tasks, sequences, effects that are due) is not seen here. A lead is closed by a conversion
 * or a loss; whether a stage of another name means that it is closed is not known here. Memory grows with open leads.
 *
 * @param days after how many days without a sign a lead is quiet; 0 or more
 */
public record Neglect(int days) implements Accumulator<AuditFacts, Sample<Standing>, Neglect.Forgotten> {

    /** Thirty days. */
    public static final int USUAL_DAYS = 30;

    /** How many leads of a group are listed at most. */
    public static final int MOST_LEADS = 100;

    private static final String CLOSED = "closed";

    /**
     * Checks the days.
     *
     * @param days after how many days without a sign a lead is quiet
     */
    public Neglect {
        if (days < 0) {
            throw new IllegalArgumentException("days must be 0 or more, was " + days);
        }
    }

    /**
     * The result.
     *
     * @param zombies quiet and nobody's, over all open leads
     * @param waiting quiet in a queue, over open leads in a queue
     * @param sleeping quiet with an owner, over open leads with an owner
     */
    public record Forgotten(Quiet zombies, Quiet waiting, Quiet sleeping) {}

    /**
     * One group of quiet leads.
     *
     * @param leads how many they are, over those that could be in the group
     * @param longest those that are quiet for the longest time, that one first; at most {@link #MOST_LEADS}
     */
    public record Quiet(KpiResult leads, List<LeadId> longest) {

        /**
         * Keeps a copy.
         *
         * @param leads how many they are
         * @param longest those that are quiet for the longest time
         */
        public Quiet {
            longest = List.copyOf(longest);
        }
    }

    @Override
    public Sample<Standing> create() {
        return new Sample<>();
    }

    @Override
    public void add(Sample<Standing> state, AuditFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Sample<Standing> state, AuditFacts facts) {
        count(state, facts, -1);
    }

    private static void count(Sample<Standing> state, AuditFacts facts, long times) {
        facts.open()
                .ifPresentOrElse(
                        open -> state.counted().add(new Standing(open, facts.id()), times),
                        () -> state.excluded().add(CLOSED, times));
    }

    @Override
    public void merge(Sample<Standing> into, Sample<Standing> from) {
        into.merge(from);
    }

    @Override
    public Forgotten result(Sample<Standing> state, Instant asOf) {
        return new Forgotten(zombies(state, asOf), waiting(state, asOf), sleeping(state, asOf));
    }

    private Quiet zombies(Sample<Standing> state, Instant asOf) {
        Definition definition = definition(
                "data.zombies",
                "Open leads without an owner, in no queue and without a sign of life in the last " + days
                        + " days, over all open leads.");
        Basis basis = Basis.of(
                quiet(state, Care.NOBODY, asOf),
                state.counted().total(),
                state.excluded().counts());
        return new Quiet(KpiResult.rate(definition, basis, "no open leads"), longest(state, Care.NOBODY, asOf));
    }

    private Quiet waiting(Sample<Standing> state, Instant asOf) {
        Definition definition = definition(
                "data.waiting",
                "Open leads in a queue without a sign of life in the last " + days
                        + " days, over all open leads in a queue.");
        return of(state, Care.QUEUE, definition, asOf);
    }

    private Quiet sleeping(Sample<Standing> state, Instant asOf) {
        Definition definition = definition(
                "data.sleeping",
                "Open leads with an owner and without a sign of life in the last " + days
                        + " days, over all open leads with an owner.");
        return of(state, Care.OWNER, definition, asOf);
    }

    private Quiet of(Sample<Standing> state, Care care, Definition definition, Instant asOf) {
        long group = state.counted().total(lead -> lead.open().care() == care);
        Tally<String> excluded = new Tally<>();
        excluded.merge(state.excluded());
        excluded.add("open in another way", Math.subtractExact(state.counted().total(), group));
        Basis basis = Basis.of(quiet(state, care, asOf), group, excluded.counts());
        return new Quiet(KpiResult.rate(definition, basis, "no such leads"), longest(state, care, asOf));
    }

    private Definition definition(String name, String meaning) {
        return new Definition(
                name + "/1?days=" + days,
                meaning + " Closed leads are left out; an appointment in the future is a sign.");
    }

    private long quiet(Sample<Standing> state, Care care, Instant asOf) {
        return state.counted().total(lead -> isQuiet(lead, care, asOf));
    }

    private List<LeadId> longest(Sample<Standing> state, Care care, Instant asOf) {
        return state.counted().counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && isQuiet(entry.getKey(), care, asOf))
                .map(Map.Entry::getKey)
                .map(Standing::lead)
                .limit(MOST_LEADS)
                .toList();
    }

    private boolean isQuiet(Standing lead, Care care, Instant asOf) {
        Duration quiet = Duration.between(lead.open().quietSince(), asOf);
        return lead.open().care() == care && quiet.compareTo(Duration.ofDays(days)) > 0;
    }
}

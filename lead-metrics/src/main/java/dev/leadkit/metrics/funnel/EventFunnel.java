package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code lead.funnel.events}: how many take each step of a funnel in time, by rules that the {@link FunnelSpec} says. Beside the
 * plain {@link Funnel} of stages ever reached, this one looks at when things happened: windows, order, re-entries, exclusions.
 *
 * <p>Entries belong to the instant at which they began; their window may run past any date range. Undated leads, those that never
 * entered and those that did something excluded from the whole funnel are left out and counted.
 *
 * <p>The state has a cell for each distinct end of a window that is told apart ({@link FunnelSpec.Maturity#resolution()}) and each
 * bucket of durations.
 *
 * @param spec the rules
 */
public record EventFunnel(FunnelSpec spec) implements LeadKpi<EventFunnel.Way> {

    static final int ENTRIES = 0;
    static final int TAKEN = 1;
    static final int WITH_PREVIOUS = 2;
    static final int WITH_FIRST = 3;
    static final int SINCE_PREVIOUS = 4;
    static final int SINCE_ENTRY = 5;

    private static final String OUTSIDE = "did not enter the funnel";
    private static final String EXCLUDED = "did something excluded on the way";

    /**
     * The result.
     *
     * @param steps one for each step, from first to last
     * @param entries how many leads or entries were counted
     * @param immature how many have a window that is not over; left out where the rules want matured ones only, counted otherwise;
     *     0 without a window
     */
    public record Way(List<StepTaken> steps, long entries, long immature) {

        /**
         * Keeps a copy of the steps.
         *
         * @param steps one for each step
         * @param entries how many were counted
         * @param immature how many are young
         */
        public Way {
            steps = List.copyOf(steps);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.funnel.events/1?" + spec.id(),
                TimeBasis.COHORT,
                "Entries into the funnel that took each step by its rules, over those that took the one before and the first;"
                        + " undated leads, leads that never entered and excluded ones are left out.");
    }

    @Override
    public List<String> parts() {
        String over = spec.window().isLimit() ? ", by when the window is over" : "";
        return List.of(
                "entries" + over,
                "took the step" + over,
                "took the step and the one before" + over,
                "took the step and the first" + over,
                "time since the step before, in cells of duration" + over,
                "time since the entry, in cells of duration" + over);
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        List<Chain> chains = Entries.of(spec, facts);
        if (chains.isEmpty()) {
            counts.exclude(OUTSIDE, times);
        }
        for (Chain chain : chains) {
            if (chain.isExcluded()) {
                counts.exclude(EXCLUDED, times);
            } else {
                count(counts, chain, times);
            }
        }
    }

    private void count(Counts counts, Chain chain, long times) {
        long over = over(chain.latestStart());
        counts.add(ENTRIES, over, times);
        for (int step = 0; step < spec.size(); step++) {
            if (chain.counts(step)) {
                count(counts.named(name(step)), chain, new Place(step, over), times);
            }
        }
    }

    /** A step, and when the window is over. */
    private record Place(int step, long over) {}

    private void count(Counts counts, Chain chain, Place place, long times) {
        int step = place.step();
        counts.add(TAKEN, place.over(), times);
        if (chain.counts(Math.max(0, step - 1))) {
            counts.add(WITH_PREVIOUS, place.over(), times);
        }
        if (chain.counts(0)) {
            counts.add(WITH_FIRST, place.over(), times);
        }
        FactEvent taken = chain.taken(step);
        FactEvent before = spec.path().skip() == Skip.ANY || step == 0 ? null : chain.taken(step - 1);
        if (taken != null) {
            counts.add(SINCE_ENTRY, cell(chain.start(), taken, place.over()), times);
        }
        if (taken != null && before != null) {
            counts.add(SINCE_PREVIOUS, cell(before, taken, place.over()), times);
        }
    }

    private static long cell(FactEvent from, FactEvent to, long over) {
        return DurationCell.of(Math.max(0, from.secondsTo(to)), over);
    }

    String name(int step) {
        return step + 1 + " " + spec.steps().get(step).label();
    }

    /** At which step of the resolution the window of an entry is over; 0 without a window. */
    private long over(FactEvent start) {
        if (!spec.window().isLimit()) {
            return 0;
        }
        Duration length = spec.window().length();
        Duration whole = spec.window().from() == Window.From.EACH_STEP ? length.multipliedBy(spec.size() - 1L) : length;
        return spec.maturity().resolution().up(start.at().plus(whole));
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        if (facts.captured().isEmpty()) {
            return List.of();
        }
        List<FactEvent> evidence = new ArrayList<>();
        for (Chain chain : Entries.of(spec, facts)) {
            for (int step = 0; !chain.isExcluded() && step < spec.size(); step++) {
                @Nullable FactEvent taken = chain.taken(step);
                if (taken != null) {
                    evidence.add(taken);
                }
            }
        }
        return evidence;
    }

    @Override
    public Way result(Counts counts, Instant asOf) {
        long now = spec.maturity().resolution().down(asOf);
        boolean windowed = spec.window().isLimit();
        long immature = windowed ? counts.total(ENTRIES, over -> over > now) : 0;
        FunnelRates rates = new FunnelRates(this, counts, now, immature);
        List<StepTaken> steps =
                IntStream.range(0, spec.size()).mapToObj(rates::step).toList();
        return new Way(steps, rates.entries(), immature);
    }
}

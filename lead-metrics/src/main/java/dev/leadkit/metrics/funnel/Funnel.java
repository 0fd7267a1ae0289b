package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * {@code lead.funnel}: of the leads that reached a stage, how many reached the next. A lead has reached a stage if it was ever in it,
 * whatever came later: going back, or being lost, takes nothing away. The order in time and the time between stages do not matter, so
 * undated leads count like any other. Leads that reached no stage of the funnel are left out and counted.
 *
 * @param stages the stages from first to last, each once; at least one
 * @param skip what a skipped stage means
 */
public record Funnel(List<Stage> stages, Skip skip) implements Kpi<Tally<Integer>, Funnel.Way> {

    private static final String OUTSIDE = "reached no stage of the funnel";

    /**
     * Keeps a copy of the stages.
     *
     * @param stages the stages from first to last
     * @param skip what a skipped stage means
     */
    public Funnel {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || new HashSet<>(stages).size() < stages.size()) {
            throw new IllegalArgumentException("stages must be one or more, each once, was " + stages);
        }
    }

    /**
     * One stage of the result.
     *
     * @param stage the stage
     * @param reached how many leads reached it
     * @param fromPrevious reached this stage, over reached the one before; for the first stage, over itself
     * @param fromFirst reached this stage, over reached the first
     */
    public record Step(Stage stage, long reached, KpiResult fromPrevious, KpiResult fromFirst) {}

    /**
     * The result.
     *
     * @param skip what a skipped stage means for it
     * @param steps one step for each stage, from first to last
     */
    public record Way(Skip skip, List<Step> steps) {

        /**
         * Keeps a copy of the steps.
         *
         * @param skip what a skipped stage means
         * @param steps one step for each stage
         */
        public Way {
            steps = List.copyOf(steps);
        }
    }

    @Override
    public Tally<Integer> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<Integer> state, LeadFacts facts) {
        state.add(depth(facts), 1);
    }

    @Override
    public void retract(Tally<Integer> state, LeadFacts facts) {
        state.add(depth(facts), -1);
    }

    /** How many stages from the first on the lead has reached, 0 for none. */
    private int depth(LeadFacts facts) {
        int depth = 0;
        for (int i = 0; i < stages.size(); i++) {
            boolean reached = facts.reached().containsKey(stages.get(i));
            if (reached) {
                depth = i + 1;
            } else if (skip == Skip.STRICT) {
                return depth;
            }
        }
        return depth;
    }

    @Override
    public void merge(Tally<Integer> into, Tally<Integer> from) {
        into.merge(from);
    }

    @Override
    public Way result(Tally<Integer> state, Instant asOf) {
        Tally<String> outside = new Tally<>();
        outside.add(OUTSIDE, state.count(0));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            steps.add(step(state, i, outside.counts()));
        }
        return new Way(skip, steps);
    }

    private Step step(Tally<Integer> state, int place, SortedMap<String, Long> outside) {
        int before = Math.max(0, place - 1);
        long reached = reached(state, place);
        Basis ofPrevious = Basis.of(reached, reached(state, before), outside);
        Basis ofFirst = Basis.of(reached, reached(state, 0), outside);
        return new Step(
                stages.get(place),
                reached,
                rate("lead.funnel.step/1", ofPrevious, before, place),
                rate("lead.funnel.overall/1", ofFirst, 0, place));
    }

    private static long reached(Tally<Integer> state, int place) {
        return state.total(depth -> depth > place);
    }

    private KpiResult rate(String name, Basis basis, int from, int to) {
        Stage first = stages.get(from);
        Stage second = stages.get(to);
        String rule = skip == Skip.IMPLIED ? "a later stage implies the earlier ones" : "a skipped stage ends the way";
        Definition definition = new Definition(
                name + "?skip=" + skip.name().toLowerCase(Locale.ROOT) + "&from=" + first + "&to=" + second,
                "Leads that ever reached \"" + second + "\", over those that reached \"" + first + "\"; " + rule + ".");
        return KpiResult.rate(definition, basis, "no lead reached " + first);
    }
}

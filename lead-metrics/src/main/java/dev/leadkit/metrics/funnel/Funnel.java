package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.StageEntry;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * {@code lead.funnel}: of the leads that reached a stage, how many reached the next. A lead has reached a stage if it was ever in it,
 * whatever came later: going back, or being lost, takes nothing away. The order in time and the time between stages do not matter, so
 * undated leads count like any other; {@link EventFunnel} is the funnel in time. Leads that reached no stage of the funnel are left out and counted.
 *
 * @param stages the stages from first to last, each once; from 1 to 63
 * @param skip what a skipped stage means: {@link Skip#IMPLIED} or {@link Skip#STRICT}
 */
public record Funnel(List<Stage> stages, Skip skip) implements LeadKpi<Funnel.Way> {

    private static final String OUTSIDE = "reached no stage of the funnel";

    /**
     * Keeps a copy of the stages.
     *
     * @param stages the stages from first to last
     * @param skip what a skipped stage means
     */
    public Funnel {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.size() >= Long.SIZE || new HashSet<>(stages).size() < stages.size()) {
            throw new IllegalArgumentException("stages must be 1 to 63, each once, was " + stages);
        }
        if (skip == Skip.ANY) {
            throw new IllegalArgumentException(
                    "skip must be implied or strict, was any; FunnelPreset.HUBSPOT_ANY counts each stage by itself");
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
    public Definition definition() {
        return new Definition(
                "lead.funnel/1?skip=" + skip.name().toLowerCase(Locale.ROOT) + "&stages="
                        + Definition.texts(stages.stream().map(Stage::name).toList()),
                TimeBasis.SNAPSHOT,
                "Leads that ever reached each stage, " + rule() + ".");
    }

    @Override
    public List<String> parts() {
        return List.of("deepest stage, from 1");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        int depth = depth(facts);
        if (depth == 0) {
            counts.exclude(OUTSIDE, times);
        } else {
            counts.add(0, depth, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.entries().stream()
                .filter(entry -> stages.contains(entry.stage()))
                .map(StageEntry::event)
                .toList();
    }

    /** How many stages from the first on the lead has reached, 0 for none. */
    private int depth(LeadFacts facts) {
        long reached = 0;
        for (StageEntry entry : facts.entries()) {
            int place = stages.indexOf(entry.stage());
            reached |= place < 0 ? 0 : 1L << place;
        }
        return skip == Skip.STRICT
                ? Long.numberOfTrailingZeros(~reached)
                : Long.SIZE - Long.numberOfLeadingZeros(reached);
    }

    @Override
    public Way result(Counts counts, Instant asOf) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            steps.add(step(counts, i));
        }
        return new Way(skip, steps);
    }

    private Step step(Counts counts, int place) {
        int before = Math.max(0, place - 1);
        long reached = reached(counts, place);
        Basis ofPrevious = Basis.of(reached, reached(counts, before), counts.excluded());
        Basis ofFirst = Basis.of(reached, reached(counts, 0), counts.excluded());
        return new Step(
                stages.get(place),
                reached,
                rate("lead.funnel.step/1", ofPrevious, before, place),
                rate("lead.funnel.overall/1", ofFirst, 0, place));
    }

    private static long reached(Counts counts, int place) {
        return counts.total(0, depth -> depth > place);
    }

    private String rule() {
        return skip == Skip.IMPLIED ? "a later stage implies the earlier ones" : "a skipped stage ends the way";
    }

    private KpiResult rate(String name, Basis basis, int from, int to) {
        Stage first = stages.get(from);
        Stage second = stages.get(to);
        Definition definition = new Definition(
                name + "?skip=" + skip.name().toLowerCase(Locale.ROOT) + "&from=" + Definition.text(first.name())
                        + "&to="
                        + Definition.text(second.name()) + "&stages="
                        + Definition.texts(stages.stream().map(Stage::name).toList()),
                "Leads that ever reached \"" + second + "\", over those that reached \"" + first + "\"; " + rule()
                        + ".");
        return KpiResult.rate(definition, basis, "no lead reached " + first);
    }
}

package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code lead.stage.outcomes}: what comes of entering a stage: leads go on to a later one or convert, go back to an earlier one, are
 * lost, move to a stage that is not among these, or are still there. Every entry has exactly one outcome, that of the next thing to
 * happen: the five sum to the entries. A lead may enter a stage often; entering the stage that it is in is no entry. Undated leads
 * and those that entered none of the stages are left out and counted.
 *
 * @param stages the stages from first to last, each once; from 1 to 100
 */
public record StageOutcomes(List<Stage> stages) implements LeadKpi<List<StageOutcome>> {

    private static final int MOST = 100;
    private static final int ADVANCED = 0;
    private static final int REGRESSED = 1;
    private static final int LOST = 2;
    private static final int TRANSFERRED = 3;
    private static final int STILL_THERE = 4;
    private static final int LENGTH = 5;
    private static final int NOWHERE = -1;
    private static final String OUTSIDE = "entered none of the stages";

    /**
     * Keeps a copy of the stages.
     *
     * @param stages the stages from first to last
     */
    public StageOutcomes {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.size() > MOST || new HashSet<>(stages).size() < stages.size()) {
            throw new IllegalArgumentException("stages must be 1 to " + MOST + ", each once, was " + stages);
        }
    }

    @Override
    public Definition definition() {
        return definition(
                "lead.stage.outcomes",
                "Entries into each stage by what came next; the outcomes of a stage sum to its entries.");
    }

    private Definition definition(String name, String meaning) {
        String all = Definition.texts(stages.stream().map(Stage::name).toList());
        return new Definition(name + "/1?stages=" + all, TimeBasis.EVENT, meaning);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "advanced", "regressed", "lost", "transferred", "still there", "advanced after seconds in the stage");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        Stay stay = null;
        boolean entered = false;
        for (FactEvent event : facts.events()) {
            Optional<Stage> stage = Happened.stage(event);
            int place = stage.isPresent() ? stages.indexOf(stage.get()) : NOWHERE;
            int outcome = stay == null ? STILL_THERE : outcome(event, stage.isPresent(), place, stay.place());
            if (stay != null && outcome != STILL_THERE) {
                leave(counts, stay, outcome, event, times);
                stay = null;
            }
            if (place != NOWHERE && stay == null) {
                stay = new Stay(place, event);
                entered = true;
            }
        }
        if (stay != null) {
            counts.named(stages.get(stay.place()).name()).add(STILL_THERE, 0, times);
        }
        if (!entered) {
            counts.exclude(OUTSIDE, times);
        }
    }

    /** Being in a stage since an event. */
    private record Stay(int place, FactEvent since) {}

    private static int outcome(FactEvent event, boolean entersStage, int place, int from) {
        if (event.what() instanceof Occurrence.Lost) {
            return LOST;
        }
        if (place != NOWHERE) {
            return place == from ? STILL_THERE : place > from ? ADVANCED : REGRESSED;
        }
        if (event.what() instanceof Occurrence.Converted) {
            return ADVANCED;
        }
        return entersStage ? TRANSFERRED : STILL_THERE;
    }

    private void leave(Counts counts, Stay stay, int outcome, FactEvent event, long times) {
        Counts cell = counts.named(stages.get(stay.place()).name());
        cell.add(outcome, 0, times);
        if (outcome == ADVANCED) {
            cell.add(LENGTH, DurationBuckets.of(stay.since().secondsTo(event)), times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.events().stream()
                .filter(event -> Happened.stage(event).isPresent()
                        || event.what() instanceof Occurrence.Lost
                        || event.what() instanceof Occurrence.Converted)
                .toList();
    }

    @Override
    public List<StageOutcome> result(Counts counts, Instant asOf) {
        List<StageOutcome> outcomes = new ArrayList<>();
        for (Stage stage : stages) {
            outcomes.add(outcome(stage, counts));
        }
        return List.copyOf(outcomes);
    }

    private StageOutcome outcome(Stage stage, Counts counts) {
        Counts cell = counts.named().getOrDefault(stage.name(), new Counts());
        long entries = 0;
        for (int part = ADVANCED; part <= STILL_THERE; part++) {
            entries = Math.addExact(entries, cell.count(part, 0));
        }
        List<KpiResult> rates = new ArrayList<>();
        for (int part = ADVANCED; part <= STILL_THERE; part++) {
            Definition definition = definition(
                    "lead.stage." + parts().get(part).replace(' ', '-') + ":" + Definition.text(stage.name()),
                    "Entries into \"" + stage + "\" with the outcome " + parts().get(part)
                            + ", over all entries into it.");
            Basis basis = Basis.of(cell.count(part, 0), entries, counts.excluded());
            rates.add(KpiResult.rate(definition, basis, "no lead entered " + stage));
        }
        return new StageOutcome(stage, entries, outcomes(rates), times(stage, cell, counts));
    }

    private static StageOutcome.Shares outcomes(List<KpiResult> rates) {
        return new StageOutcome.Shares(
                rates.get(ADVANCED),
                rates.get(REGRESSED),
                rates.get(LOST),
                rates.get(TRANSFERRED),
                rates.get(STILL_THERE));
    }

    private StageOutcome.Times times(Stage stage, Counts cell, Counts counts) {
        return new StageOutcome.Times(
                length(50, stage).of(cell, LENGTH, counts.excluded()),
                length(90, stage).of(cell, LENGTH, counts.excluded()));
    }

    private Quantile length(int percent, Stage stage) {
        String meaning = "the time from entering " + stage + " to advancing from it";
        return Quantile.ofSeconds(percent, "lead.stage.length", meaning, "no lead advanced from " + stage)
                .with(
                        "stage=" + Definition.text(stage.name()) + "&stages="
                                + Definition.texts(
                                        stages.stream().map(Stage::name).toList()),
                        TimeBasis.EVENT);
    }
}

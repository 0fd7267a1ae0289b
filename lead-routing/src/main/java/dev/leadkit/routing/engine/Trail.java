package dev.leadkit.routing.engine;

import dev.leadkit.lead.ModelRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a decision was made from, and how it narrowed. The same plan, ledger, lead, moment and seed give the same.
 *
 * @param plan the plan
 * @param seed what draws depended on
 * @param at the moment
 * @param stages how many reps were left, stage by stage, never more than before; empty if nothing had to be decided
 * @param notes what else matters: why the owner could not keep the lead, which condition or host code failed
 */
public record Trail(ModelRef plan, long seed, Instant at, List<StageCount> stages, List<String> notes) {

    /**
     * Makes a trail.
     *
     * @param plan the plan
     * @param seed what draws depended on
     * @param at the moment
     * @param stages the counts
     * @param notes the notes
     */
    public Trail {
        stages = List.copyOf(stages);
        notes = List.copyOf(notes);
    }

    /**
     * The stages in a line.
     *
     * @return such as {@code pool 12 -> active 11 -> territory 5 -> skills 3 -> capacity 2}
     */
    public String funnel() {
        return stages.stream().map(StageCount::toString).collect(Collectors.joining(" -> "));
    }

    String under(String reason) {
        String narrowed = stages.isEmpty() ? reason : reason + " (" + funnel() + ")";
        return notes.isEmpty() ? narrowed : narrowed + "; " + String.join("; ", notes);
    }
}

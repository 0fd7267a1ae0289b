package dev.leadkit.routing.decision;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.ModelRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a decision was made from, and how it narrowed. The same plan, ledger, lead, moment and seed give the same. Immutable,
 * equal by content and thread-safe.
 */
public final class Trail {

    private static final int[] NONE = {};

    private final ModelRef plan;
    private final long seed;
    private final Instant at;
    private final List<String> names;
    private final int[] counts;
    private final List<String> notes;

    private Trail(ModelRef plan, long seed, Instant at, List<String> names, int[] counts, List<String> notes) {
        this.plan = requireNonNull(plan, "plan");
        this.seed = seed;
        this.at = requireNonNull(at, "at");
        this.names = names;
        this.counts = counts;
        this.notes = notes;
    }

    /**
     * The trail of a decision for which nothing had to be counted.
     *
     * @param plan the plan
     * @param seed what draws depended on
     * @param at the moment
     * @param notes the notes
     * @return the trail
     */
    public static Trail of(ModelRef plan, long seed, Instant at, List<String> notes) {
        return new Trail(plan, seed, at, List.of(), NONE, List.copyOf(notes));
    }

    /**
     * This trail with counts.
     *
     * @param stages the stages' names
     * @param left how many were left after each of them; as many as there are names, or fewer if the last stages were not
     *     reached; not to be changed any more
     * @return the trail
     */
    public Trail counting(List<String> stages, int... left) {
        if (left.length > stages.size()) {
            throw new IllegalArgumentException("counts must be at most " + stages.size() + ", were " + left.length);
        }
        return new Trail(plan, seed, at, List.copyOf(stages), left, notes);
    }

    /**
     * The plan.
     *
     * @return its name and version
     */
    public ModelRef plan() {
        return plan;
    }

    /**
     * The seed.
     *
     * @return what draws depended on
     */
    public long seed() {
        return seed;
    }

    /**
     * The moment.
     *
     * @return when the decision was made
     */
    public Instant at() {
        return at;
    }

    /**
     * The stages.
     *
     * @return how many reps were left, stage by stage, never more than before; empty if nothing had to be decided, or
     *     nobody wanted it counted
     */
    public List<StageCount> stages() {
        List<StageCount> stages = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            stages.add(new StageCount(names.get(i), counts[i]));
        }
        return List.copyOf(stages);
    }

    /**
     * The notes.
     *
     * @return what else matters: why the owner could not keep the lead, which condition or host code failed
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The stages in a line.
     *
     * @return such as {@code pool 12 -> active 11 -> territory 5 -> skills 3 -> capacity 2}
     */
    public String funnel() {
        return stages().stream().map(StageCount::toString).collect(Collectors.joining(" -> "));
    }

    /**
     * A reason with the counts and the notes.
     *
     * @param reason the reason
     * @return a sentence for a person
     */
    String under(String reason) {
        String narrowed = counts.length == 0 ? reason : reason + " (" + funnel() + ")";
        return notes.isEmpty() ? narrowed : narrowed + "; " + String.join("; ", notes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Trail that
                && plan.equals(that.plan)
                && seed == that.seed
                && at.equals(that.at)
                && Arrays.equals(counts, that.counts)
                && names.subList(0, counts.length).equals(that.names.subList(0, counts.length))
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, seed, at, Arrays.hashCode(counts), notes);
    }

    @Override
    public String toString() {
        return plan + " at " + at + under("");
    }
}

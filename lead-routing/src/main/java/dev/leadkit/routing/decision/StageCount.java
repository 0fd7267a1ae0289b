package dev.leadkit.routing.decision;

/**
 * How many reps were left after a stage.
 *
 * @param stage the stage's name; {@code pool} for all reps of the plan, {@code active} for those who take leads
 * @param left how many passed it and all before
 */
public record StageCount(String stage, int left) {

    @Override
    public String toString() {
        return stage + " " + left;
    }
}

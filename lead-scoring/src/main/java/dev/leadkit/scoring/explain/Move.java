package dev.leadkit.scoring.explain;

/**
 * A flip and where it counts.
 *
 * @param place the rule's place among all rules; disqualifiers come after them
 * @param flip the flip
 */
record Move(int place, Flip flip) {

    long units() {
        return flip.change().units();
    }

    boolean isLift() {
        return flip.dimension().isEmpty();
    }
}

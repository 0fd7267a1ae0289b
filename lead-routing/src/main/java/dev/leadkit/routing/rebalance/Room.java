package dev.leadkit.routing.rebalance;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;

/**
 * How much a rep can take.
 *
 * @param rep who
 * @param capacity the most open leads; 0 or more
 * @param taken how many of them are leads that are not part of the task, and stay; 0 or more
 * @param weight how easily they bear load: at weight 2 each lead costs half; 1 or more
 */
public record Room(RepId rep, int capacity, int taken, int weight) {

    /**
     * Makes a room.
     *
     * @param rep who
     * @param capacity the most open leads
     * @param taken those that stay
     * @param weight how easily they bear load
     */
    public Room {
        requireNonNull(rep, "rep");
    }

    /**
     * A rep of weight 1 who has nothing but leads of the task.
     *
     * @param rep who
     * @param capacity the most open leads
     * @return the room
     */
    public static Room of(String rep, int capacity) {
        return new Room(new RepId(rep), capacity, 0, 1);
    }

    /** How many leads of the task fit. */
    int free() {
        return Math.max(0, capacity - taken);
    }

    /** What the lead costs that becomes the n-th of the task, from 1: no less than the one before. */
    long costOf(int nth, long loadPrice) {
        return loadPrice * (taken + nth - 1L) / weight;
    }
}

package dev.leadkit.examples.benchmarks.workload;

/**
 * Rules whose points together are kept within limits.
 *
 * @param floor the least whole points of the group
 * @param cap the most
 */
public record Group(int floor, int cap) {

    /**
     * Keeps a sum within the limits.
     *
     * @param units thousandths of a point
     * @return the nearest that is allowed
     */
    public long clamp(long units) {
        return Math.max(floor * 1_000L, Math.min(cap * 1_000L, units));
    }
}

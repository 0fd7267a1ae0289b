package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.EventRule;
import dev.leadkit.examples.benchmarks.workload.Group;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.Arrays;

/** Adds up what rules give that hold. For one thread. */
public final class Account {

    private final Group[] groups;
    private final int[] groupOf;
    private final long[] units;
    private final int[] groupOfEvents;
    private final long[] sums;

    Account(RuleSet rules) {
        this.groups = rules.groups().toArray(Group[]::new);
        this.groupOf = rules.attributes().stream().mapToInt(AttributeRule::group).toArray();
        this.units = rules.attributes().stream()
                .mapToLong(rule -> rule.points() * 1_000L)
                .toArray();
        this.groupOfEvents = rules.events().stream().mapToInt(EventRule::group).toArray();
        this.sums = new long[groups.length];
    }

    /** Forgets the lead. */
    void clear() {
        Arrays.fill(sums, 0);
    }

    /**
     * An attribute rule holds.
     *
     * @param rule its place
     */
    public void hit(int rule) {
        sums[groupOf[rule]] += units[rule];
    }

    /**
     * An event rule gives points.
     *
     * @param rule its place
     * @param given thousandths of a point
     */
    public void add(int rule, long given) {
        sums[groupOfEvents[rule]] += given;
    }

    /** The total, within the limits of the groups. */
    long total() {
        long total = 0;
        for (int group = 0; group < sums.length; group++) {
            total += groups[group].clamp(sums[group]);
        }
        return total;
    }
}

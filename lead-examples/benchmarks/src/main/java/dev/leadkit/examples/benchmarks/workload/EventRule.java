package dev.leadkit.examples.benchmarks.workload;

import java.time.Duration;
import java.util.List;

/** A rule about what leads did. Windows contain both of their ends. */
public sealed interface EventRule {

    /**
     * The rule.
     *
     * @return which rule
     */
    String id();

    /**
     * The group.
     *
     * @return the group whose cap and floor apply
     */
    int group();

    /**
     * The type.
     *
     * @return what was done
     */
    String type();

    /**
     * The window.
     *
     * @return how far back it looks
     */
    Duration within();

    /**
     * Points of a lead.
     *
     * @param acts what it did, oldest first
     * @param asOf now, in milliseconds of the epoch
     * @return thousandths of a point
     */
    long units(List<Act> acts, long asOf);

    /**
     * Points for each act of a type about some topic that lose half of themselves again and again: each, rounded to a thousandth,
     * counts; only so many, the newest first; all together not more than a cap.
     *
     * @param id which rule
     * @param group which group
     * @param type what was done
     * @param topic about what
     * @param points what a fresh one is worth
     * @param within how far back
     * @param halfLife the half-life
     * @param most how many count
     * @param cap the most points of all together
     */
    record Decay(
            String id,
            int group,
            String type,
            String topic,
            int points,
            Duration within,
            Duration halfLife,
            int most,
            int cap)
            implements EventRule {

        /** What is left of the points, before rounding. */
        double left(long age) {
            return points * 1_000L * Math.exp(-Math.log(2) * age / halfLife.toMillis());
        }

        /** Whether an act counts, if not too many newer ones do. */
        boolean isMeant(Act act, long asOf) {
            return act.getType().equals(type)
                    && topic.equals(act.getTopic())
                    && asOf - act.getAt() <= within.toMillis();
        }

        @Override
        public long units(List<Act> acts, long asOf) {
            long units = 0;
            int count = 0;
            for (int i = acts.size() - 1; i >= 0 && count < most; i--) {
                if (isMeant(acts.get(i), asOf)) {
                    units += Math.round(left(asOf - acts.get(i).getAt()));
                    count++;
                }
            }
            return Math.min(units, cap * 1_000L);
        }
    }

    /**
     * Points once, if something was done at least so often of late; once of late is recency.
     *
     * @param id which rule
     * @param group which group
     * @param type what was done
     * @param within how far back
     * @param least how often at least
     * @param points the points
     */
    record Count(String id, int group, String type, Duration within, int least, int points) implements EventRule {

        @Override
        public long units(List<Act> acts, long asOf) {
            return count(this, acts, asOf) >= least ? points * 1_000L : 0;
        }
    }

    /**
     * Points if something was not done of late.
     *
     * @param id which rule
     * @param group which group
     * @param type what was not done
     * @param within how far back
     * @param points the points
     */
    record Idle(String id, int group, String type, Duration within, int points) implements EventRule {

        @Override
        public long units(List<Act> acts, long asOf) {
            return count(this, acts, asOf) == 0 ? points * 1_000L : 0;
        }
    }

    private static long count(EventRule rule, List<Act> acts, long asOf) {
        long oldest = asOf - rule.within().toMillis();
        long count = 0;
        for (int i = acts.size() - 1; i >= 0 && acts.get(i).getAt() >= oldest; i--) {
            count += acts.get(i).getType().equals(rule.type()) ? 1 : 0;
        }
        return count;
    }
}

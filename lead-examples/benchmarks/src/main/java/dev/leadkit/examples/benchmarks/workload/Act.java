package dev.leadkit.examples.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/** Something that a lead did. Immutable; a bean. */
public final class Act {

    private final String type;
    private final @Nullable String topic;
    private final long at;

    /**
     * Makes it.
     *
     * @param type what was done
     * @param topic about what, or null
     * @param at when, in milliseconds of the epoch
     */
    public Act(String type, @Nullable String topic, long at) {
        this.type = type;
        this.topic = topic;
        this.at = at;
    }

    /**
     * The type.
     *
     * @return what was done
     */
    public String getType() {
        return type;
    }

    /**
     * The topic.
     *
     * @return about what, or null
     */
    public @Nullable String getTopic() {
        return topic;
    }

    /**
     * The moment.
     *
     * @return when, in milliseconds of the epoch
     */
    public long getAt() {
        return at;
    }
}

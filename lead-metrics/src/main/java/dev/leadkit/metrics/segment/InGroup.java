package dev.leadkit.metrics.segment;

/** Facts that say themselves in which group they count: of a survey, of a shift, of a customer. */
public interface InGroup {

    /**
     * The group, such as a source, a rep or a team.
     *
     * @return its name, {@link Grouping#MISSING} if there is none
     */
    String group();
}

package dev.leadkit.routing.model;

import java.util.List;

/** The names of the stages and rankings that every plan may use without a registry. */
public final class BuiltIn {

    /** The stage that keeps a lead with its owner, if the owner passes all other stages. */
    public static final String OWNER = "owner";

    /** The stage that lets pass who serves the lead's territory. */
    public static final String TERRITORY = "territory";

    /** The stage that lets pass who has every required skill. */
    public static final String SKILLS = "skills";

    /** The stage that lets pass who is at work. */
    public static final String AVAILABLE = "available";

    /** The stage that lets pass who has fewer open leads than the capacity. */
    public static final String CAPACITY = "capacity";

    /** The ranking that takes who has the fewest open leads. */
    public static final String LEAST_LOADED = "leastLoaded";

    /** The ranking that takes who is furthest behind the share that the weights promise. */
    public static final String FAIR_SHARE = "fairShare";

    /** The ranking that takes who has the smallest part of the capacity in use. */
    public static final String LEAST_LOADED_RELATIVE = "leastLoadedRelative";

    /** The ranking that takes who got the last lead the longest ago. */
    public static final String LONGEST_WAITING = "longestWaiting";

    /** The ranking that is nginx's smooth weighted round robin, for those who come from there. */
    public static final String SMOOTH_WEIGHTED = "smoothWeighted";

    private static final List<String> STAGES = List.of(OWNER, TERRITORY, SKILLS, AVAILABLE, CAPACITY);
    private static final List<String> RANKINGS =
            List.of(FAIR_SHARE, LEAST_LOADED, LEAST_LOADED_RELATIVE, LONGEST_WAITING, SMOOTH_WEIGHTED);

    private BuiltIn() {}

    /**
     * The stages.
     *
     * @return their names in the usual order
     */
    public static List<String> stages() {
        return STAGES;
    }

    /**
     * The rankings.
     *
     * @return their names, the default first
     */
    public static List<String> rankings() {
        return RANKINGS;
    }
}

package dev.leadkit.examples.benchmarks.workload;

import java.util.Collections;
import java.util.List;

/**
 * The rules that all contenders score by. The total is the sum of the groups, each within its limits.
 *
 * @param name {@code 10}, {@code 100}, {@code 1000}, {@code 10000} or {@code real}
 * @param groups the groups
 * @param attributes the rules about attributes
 * @param events the rules about what leads did
 */
public record RuleSet(String name, List<Group> groups, List<AttributeRule> attributes, List<EventRule> events) {

    /** The realistic model: 60 rules about attributes and 40 about what leads did. */
    public static final String REAL = "real";

    private static final int GROUPS = 8;
    private static final int REAL_ATTRIBUTES = 60;

    /**
     * Makes a set; the same each time.
     *
     * @param name {@link #REAL}, or the number of attribute rules
     * @return the rules
     */
    public static RuleSet named(String name) {
        boolean real = name.equals(REAL);
        int count = real ? REAL_ATTRIBUTES : Integer.parseInt(name);
        List<Group> groups = Collections.nCopies(GROUPS, new Group(-Math.max(5, count / 50), Math.max(20, count / 5)));
        return new RuleSet(
                name, groups, new AttributeRules(count, GROUPS).list(), real ? EventRules.list(GROUPS) : List.of());
    }

    /**
     * Whether a group has rules: of few rules, some groups have none.
     *
     * @param group its place
     * @return whether there is a rule in it
     */
    public boolean isUsed(int group) {
        return attributes.stream().anyMatch(rule -> rule.group() == group)
                || events.stream().anyMatch(rule -> rule.group() == group);
    }

    /**
     * The decays.
     *
     * @return those of the event rules that lose worth with age
     */
    List<EventRule.Decay> decays() {
        return events.stream()
                .filter(EventRule.Decay.class::isInstance)
                .map(EventRule.Decay.class::cast)
                .toList();
    }
}

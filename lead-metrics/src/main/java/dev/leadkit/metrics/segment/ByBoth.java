package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadFacts;
import java.util.regex.Pattern;

/**
 * Two groupings as one. Fields and sources are what strangers wrote: a slash that stands alone in one is marked, or different groups
 * would have one name.
 */
record ByBoth(Grouping outer, Grouping inner) implements Grouping {

    private static final Pattern ALONE = Pattern.compile("(?<=^| )(\\\\*/)(?=$| )");

    @Override
    public String of(LeadFacts facts) {
        return name(outer, facts) + " / " + name(inner, facts);
    }

    private static String name(Grouping part, LeadFacts facts) {
        String name = part.of(facts);
        return part instanceof ByBoth || name.indexOf('/') < 0
                ? name
                : ALONE.matcher(name).replaceAll("\\\\$1");
    }

    @Override
    public String name() {
        return outer.name() + "," + inner.name();
    }
}

package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadFacts;

record ByBoth(Grouping outer, Grouping inner) implements Grouping {

    @Override
    public String of(LeadFacts facts) {
        return outer.of(facts) + " / " + inner.of(facts);
    }

    @Override
    public String name() {
        return outer.name() + "," + inner.name();
    }
}

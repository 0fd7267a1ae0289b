package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadFacts;

record BySource() implements Grouping {

    @Override
    public String of(LeadFacts facts) {
        return facts.source().map(Named::of).orElse(MISSING);
    }

    @Override
    public String name() {
        return "source";
    }
}

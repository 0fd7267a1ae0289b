package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadFacts;

record BySource() implements Grouping {

    @Override
    public String of(LeadFacts facts) {
        String source = facts.source().orElse(MISSING);
        return source.isBlank() ? MISSING : source;
    }

    @Override
    public String name() {
        return "source";
    }
}

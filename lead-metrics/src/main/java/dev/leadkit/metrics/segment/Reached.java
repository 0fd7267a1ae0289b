package dev.leadkit.metrics.segment;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Definition;
import java.util.Optional;
import java.util.Set;

record Reached(Set<Stage> stages) implements AsOf {

    Reached {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages must be at least one, was none");
        }
    }

    @Override
    public Optional<FactEvent> of(LeadFacts facts) {
        return facts.firstReached(stages);
    }

    @Override
    public String label() {
        return "reached:["
                + Definition.texts(stages.stream().map(Stage::name).sorted().toList()) + "]";
    }
}

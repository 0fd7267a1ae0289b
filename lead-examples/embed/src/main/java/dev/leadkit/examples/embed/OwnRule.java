package dev.leadkit.examples.embed;

import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.Map;
import java.util.Set;

/** A rule that looks into what only the host knows. */
final class OwnRule {

    private OwnRule() {}

    static ScoringEngine engine(Set<String> customers) {
        // spotless:off
        // tag::rule[]
        RuleRegistry registry = RuleRegistry.EMPTY.with("customer", with -> Rule.upTo(25, facts -> facts.lead()
                .get(StandardFields.COMPANY)
                .map(company -> customers.contains(company)
                        ? RuleResult.of(Points.of(25), "the company is a customer")
                        : RuleResult.NOTHING)
                .orElse(RuleResult.unknown(StandardFields.COMPANY))));
        ScoringModel model = ScoringModel.builder("b2b", "2")
                .dimension("fit", fit -> fit.custom("knows us", "customer", Map.of()))
                .build();
        ScoringEngine engine = ScoringEngine.of(model, registry);
        // end::rule[]
        // spotless:on
        return engine;
    }
}

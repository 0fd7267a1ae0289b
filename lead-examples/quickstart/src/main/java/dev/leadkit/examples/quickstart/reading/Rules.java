package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.json.MappingDocument;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.Optional;

/**
 * What decides: all three come from files.
 *
 * @param mapping how columns become fields
 * @param model how leads are scored
 * @param plan how leads are routed
 * @param note what the preset's author says about the model, for the report; empty for a model that was handed in
 */
public record Rules(MappingDocument mapping, ScoringModel model, RoutingPlan plan, Optional<String> note) {}

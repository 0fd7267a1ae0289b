package dev.leadkit.metrics.facts;

import dev.leadkit.lead.Stage;

/**
 * A lead entered a stage, for the first time or again.
 *
 * @param stage the stage
 * @param event what says so
 */
public record StageEntry(Stage stage, FactEvent event) {}

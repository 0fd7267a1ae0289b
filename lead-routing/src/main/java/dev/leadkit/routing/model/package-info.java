/**
 * Who may take a lead, as data: a {@link dev.leadkit.routing.model.RoutingPlan} of reps, territories, skill requirements,
 * stages and a ranking. Host code joins in by name, as an {@link dev.leadkit.routing.model.Eligibility}, a
 * {@link dev.leadkit.routing.model.Ranking} or a whole {@link dev.leadkit.routing.model.RoutingStrategy} of a registry.
 */
@NullMarked
package dev.leadkit.routing.model;

import org.jspecify.annotations.NullMarked;

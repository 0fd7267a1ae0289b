/**
 * From events to figures in two steps: a lead's history becomes one immutable {@code LeadFacts}, and a
 * {@link dev.leadkit.metrics.fold.Kpi} adds up facts in a state that can be merged and taken back.
 *
 * <p>When a lead changes, its old facts are retracted and its new ones added. Because every state is made of signed counts, the
 * retraction may reach a shard that never saw the addition: only the sum over all shards matters.
 */
@NullMarked
package dev.leadkit.metrics.fold;

import org.jspecify.annotations.NullMarked;

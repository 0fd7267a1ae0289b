package dev.leadkit.examples.benchmarks.workload;

/**
 * Points for a lead of which something is true.
 *
 * @param id which rule
 * @param group the group whose cap and floor apply
 * @param when what is asked
 * @param points whole points
 */
public record AttributeRule(String id, int group, Ask when, int points) {}

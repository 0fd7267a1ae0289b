package dev.leadkit.examples.benchmarks.learn;

/**
 * Which leads won.
 *
 * @param column the column that says it
 * @param won what it says of a winner
 */
record Outcome(String column, String won) {}

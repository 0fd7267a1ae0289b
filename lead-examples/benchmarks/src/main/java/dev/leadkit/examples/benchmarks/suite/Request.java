package dev.leadkit.examples.benchmarks.suite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param effort how long to measure
 * @param data the folder of data that is not part of the project, if it was named
 */
public record Request(Effort effort, Optional<Path> data) {}

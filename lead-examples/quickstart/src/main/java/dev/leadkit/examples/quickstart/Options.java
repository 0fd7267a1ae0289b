package dev.leadkit.examples.quickstart;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--input", paramLabel = "FILE", description = "Leads, as CSV. Without it a sample is generated.")
    @Nullable Path input;

    @Option(names = "--preset", paramLabel = "NAME", description = "Mapping, model and plan that come with the quickstart: "
            + "sample or xeducation (default: sample, if there is no --input).")
    @Nullable String preset;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How columns become fields, as JSON.")
    @Nullable Path mapping;

    @Option(names = "--model", paramLabel = "FILE", description = "The scoring model, as JSON.")
    @Nullable Path model;

    @Option(names = "--plan", paramLabel = "FILE", description = "The routing plan, as JSON.")
    @Nullable Path plan;

    @Option(names = "--interactions", paramLabel = "FILE", description = "What happened to the leads, as CSV: "
            + "externalId, type, occurredAt, direction, properties (JSON).")
    @Nullable Path interactions;

    @Option(names = "--costs", paramLabel = "FILE", description = "What the sources cost, as CSV: "
            + "source, from, to, amount, currency.")
    @Nullable Path costs;

    @Option(names = "--as-of", paramLabel = "INSTANT", description = "The moment of the report "
            + "(default: ${DEFAULT-VALUE}).")
    Instant asOf = Instant.parse("2026-07-01T00:00:00Z");

    @Option(names = "--seed", paramLabel = "N", description = "Decides ties and generates the sample "
            + "(default: ${DEFAULT-VALUE}).")
    long seed = 7;

    @Option(names = "--generate", paramLabel = "N", description = "How many sample leads to generate "
            + "(default: ${DEFAULT-VALUE}).")
    int generate = 2_000;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("target", "leadkit");
}

package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.examples.quickstart.sample.SampleFiles;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line says. */
public final class Options {

    private static final int USUAL_LEADS = 2_000;

    @Option(names = "--input", paramLabel = "FILE", description = "Leads, as CSV. Without it a sample is generated.")
    @Nullable Path input;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Mapping, model and plan that come with the quickstart: sample or xeducation "
                    + "(default: sample, if there is no --input).")
    @Nullable String preset;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How columns become fields, as JSON (default: the preset's).")
    @Nullable Path mapping;

    @Option(names = "--model", paramLabel = "FILE", description = "The scoring model, as JSON (default: the preset's).")
    @Nullable Path model;

    @Option(names = "--plan", paramLabel = "FILE", description = "The routing plan, as JSON (default: the preset's).")
    @Nullable Path plan;

    @Option(
            names = "--interactions",
            paramLabel = "FILE",
            description = "What happened to the leads, as CSV: "
                    + "externalId, type, occurredAt, direction, properties (JSON).")
    @Nullable Path interactions;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "What the sources cost, as CSV: source, from, to, amount, currency.")
    @Nullable Path costs;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "The moment of the report; rows from later are not taken (default: ${DEFAULT-VALUE}).",
            converter = Moment.class)
    private Instant asOf = SampleFiles.END;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides ties and generates the sample (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(
            names = "--generate",
            paramLabel = "N",
            description = "How many sample leads to generate (default: " + USUAL_LEADS + ").")
    @Nullable Integer generate;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "leadkit");

    /** Reads an instant. */
    static final class Moment implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("must be an instant like 2026-07-01T00:00:00Z, was \"" + text + "\"");
            }
        }
    }

    /** The moment of the report. */
    public Instant asOf() {
        return asOf;
    }

    /** Decides ties and generates the sample. */
    public long seed() {
        return seed;
    }

    /** The folder for the results. */
    public Path out() {
        return out;
    }

    int leadsToGenerate() {
        return generate == null ? USUAL_LEADS : generate;
    }

    /** The preset that stands in for files that are not given; empty if there is none to stand in. */
    Optional<String> presetInUse() {
        String wanted = preset == null && input == null ? Presets.SAMPLE : preset;
        return Optional.ofNullable(wanted).filter(Presets.NAMES::contains);
    }

    /** Checks what can be said without looking at any file. */
    void check(Troubles troubles) {
        if (preset != null && !Presets.NAMES.contains(preset)) {
            String hint = Suggestion.of(preset, Presets.NAMES);
            troubles.add(new Fault("--preset", "one that comes with the quickstart", '"' + preset + '"', hint));
        }
        checkInput(troubles);
        if (leadsToGenerate() < 1 || leadsToGenerate() > SampleFiles.MOST) {
            troubles.add(new Fault(
                    "--generate", "a number from 1 to " + SampleFiles.MOST, String.valueOf(leadsToGenerate())));
        }
    }

    private void checkInput(Troubles troubles) {
        if (input == null) {
            return;
        }
        String missing = missing();
        if (preset == null && !missing.isEmpty()) {
            String hint = "Presets: " + String.join(", ", Presets.NAMES) + ".";
            troubles.add(new Fault(
                    "--input",
                    "given with --preset, or with --mapping, --model and --plan",
                    "without " + missing,
                    hint));
        }
        if (generate != null) {
            troubles.add(new Fault("--generate", "left out where there is an --input", generate.toString()));
        }
    }

    private String missing() {
        return Stream.of(
                        mapping == null ? "--mapping" : "",
                        model == null ? "--model" : "",
                        plan == null ? "--plan" : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

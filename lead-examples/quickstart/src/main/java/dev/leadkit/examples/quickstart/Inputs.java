package dev.leadkit.examples.quickstart;

import dev.leadkit.examples.quickstart.sample.SampleFiles;
import dev.leadkit.fault.Fault;
import dev.leadkit.metrics.kpi.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run reads, read before anything is done.
 *
 * @param files where it came from
 * @param rules what decides
 * @param leads the leads
 * @param deeds what happened to them
 * @param costs what the sources cost
 */
record Inputs(Files files, Rules rules, LeadRows leads, TableRows<Deed> deeds, TableRows<Cost> costs) {

    /**
     * Which files.
     *
     * @param leads the leads
     * @param interactions what happened to them, if there is such a file
     * @param costs what the sources cost, if there is such a file
     */
    record Files(Path leads, Optional<Path> interactions, Optional<Path> costs) {

        String interactionsName() {
            return interactions.map(file -> String.valueOf(file.getFileName())).orElse("");
        }
    }

    /** Reads everything; empty if the troubles say why not. */
    static Optional<Inputs> read(Options options, Troubles troubles) throws IOException {
        check(options, troubles);
        Optional<Rules> rules = Rules.read(options, troubles);
        if (options.input == null && !troubles.isEmpty()) {
            return Optional.empty();
        }
        Files files = files(options);
        Optional<LeadRows> leads = rules.flatMap(known ->
                troubles.reading(files.leads().toString(), () -> LeadRows.read(files.leads(), known)));
        Optional<TableRows<Deed>> deeds = table(files.interactions(), troubles, Deed::read);
        Optional<TableRows<Cost>> costs = table(files.costs(), troubles, CostRow::read);
        return troubles.isEmpty()
                ? Optional.of(new Inputs(
                        files, rules.orElseThrow(), leads.orElseThrow(), deeds.orElseThrow(), costs.orElseThrow()))
                : Optional.empty();
    }

    private static void check(Options options, Troubles troubles) {
        boolean complete = options.mapping != null && options.model != null && options.plan != null;
        if (options.input != null && options.preset == null && !complete) {
            troubles.add("--input", new Fault(
                    "--preset", "given, or --mapping, --model and --plan", "", "Presets: sample, xeducation."));
        }
        if (options.generate < 1 || options.generate > SampleFiles.MOST) {
            troubles.add("--generate", new Fault(
                    "N", "from 1 to " + SampleFiles.MOST, String.valueOf(options.generate)));
        }
    }

    private static Files files(Options options) throws IOException {
        if (options.input != null) {
            return new Files(
                    options.input, Optional.ofNullable(options.interactions), Optional.ofNullable(options.costs));
        }
        SampleFiles sample = SampleFiles.generate(options.out.resolve("sample"), options.generate, options.seed);
        return new Files(
                sample.leads(),
                Optional.of(given(options.interactions, sample.interactions())),
                Optional.of(given(options.costs, sample.costs())));
    }

    private static Path given(@Nullable Path file, Path otherwise) {
        return file == null ? otherwise : file;
    }

    private static <T> Optional<TableRows<T>> table(Optional<Path> file, Troubles troubles, Reader<T> reader) {
        return file.isEmpty()
                ? Optional.of(TableRows.none())
                : troubles.reading(file.get().toString(), () -> reader.read(file.get()));
    }

    /** Reads a file with fixed columns. */
    private interface Reader<T> {
        TableRows<T> read(Path file) throws IOException;
    }

    /** Rows of all files that cannot be used. */
    List<Rejected> rejected() {
        List<Rejected> all = new ArrayList<>(leads.rejected());
        all.addAll(deeds.rejected());
        all.addAll(costs.rejected());
        return all;
    }
}

package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.examples.quickstart.sample.SampleFiles;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.metrics.money.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run reads, read before anything is done.
 *
 * @param rules what decides
 * @param leads the leads
 * @param deeds what happened to them
 * @param costs what the sources cost
 */
public record Inputs(Rules rules, LeadRows leads, TableRows<Deed> deeds, TableRows<Cost> costs) {

    /**
     * Which files.
     *
     * @param leads the leads
     * @param interactions what happened to them, if there is such a file
     * @param costs what the sources cost, if there is such a file
     */
    private record Files(Path leads, Optional<Path> interactions, Optional<Path> costs) {}

    /** Reads a file with fixed columns. */
    private interface Table<T> {
        TableRows<T> read(Path file) throws IOException;
    }

    /**
     * Reads everything.
     *
     * @param options what to read
     * @param sample where a sample is generated, if one is needed; empty if there is no room for one
     * @param troubles everything that is wrong
     * @return empty if the troubles say why not
     */
    public static Optional<Inputs> read(Options options, Optional<Path> sample, Troubles troubles) {
        options.check(troubles);
        RulesReader reader = new RulesReader(options, troubles);
        Optional<Rules> rules = reader.read();
        Optional<Files> files = files(options, sample, troubles);
        Optional<LeadRows> leads = files.flatMap(given -> leads(given.leads(), reader.mapping(), troubles));
        Optional<TableRows<Deed>> deeds = table(
                files.flatMap(Files::interactions).or(() -> Optional.ofNullable(options.interactions)),
                troubles,
                Deed::read);
        Optional<TableRows<Cost>> costs = table(
                files.flatMap(Files::costs).or(() -> Optional.ofNullable(options.costs)), troubles, CostRow::read);
        return troubles.isEmpty()
                ? Optional.of(
                        new Inputs(rules.orElseThrow(), leads.orElseThrow(), deeds.orElseThrow(), costs.orElseThrow()))
                : Optional.empty();
    }

    /** A sample is generated only if nothing is wrong so far. */
    private static Optional<Files> files(Options options, Optional<Path> sample, Troubles troubles) {
        if (options.input != null) {
            return Optional.of(new Files(
                    options.input, Optional.ofNullable(options.interactions), Optional.ofNullable(options.costs)));
        }
        return sample.filter(folder -> troubles.isEmpty())
                .flatMap(folder -> troubles.using(
                        "sample", () -> SampleFiles.generate(folder, options.leadsToGenerate(), options.seed())))
                .map(made -> new Files(
                        made.leads(),
                        Optional.of(given(options.interactions, made.interactions())),
                        Optional.of(given(options.costs, made.costs()))));
    }

    private static Path given(@Nullable Path file, Path otherwise) {
        return file == null ? otherwise : file;
    }

    private static Optional<LeadRows> leads(Path file, Optional<MappingDocument> mapping, Troubles troubles) {
        if (mapping.isEmpty()) {
            troubles.reading(file, () -> LeadRows.header(file));
            return Optional.empty();
        }
        return troubles.reading(file, () -> LeadRows.read(file, mapping.get()));
    }

    private static <T> Optional<TableRows<T>> table(Optional<Path> file, Troubles troubles, Table<T> table) {
        return file.isEmpty()
                ? Optional.of(TableRows.none())
                : troubles.reading(file.get(), () -> table.read(file.get()));
    }
}

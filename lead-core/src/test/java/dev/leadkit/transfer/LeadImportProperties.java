package dev.leadkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("An import")
final class LeadImportProperties {

    @Provide
    Arbitrary<List<Row<Submission>>> files() {
        return Transfers.files();
    }

    @Provide
    Arbitrary<Set<Integer>> mishaps() {
        return Arbitraries.integers().between(0, 120).set().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Submission>> earlier() {
        return Transfers.submissions().list().ofMaxSize(8);
    }

    /** Takes a batch in by two halves, so that something can go wrong between them. */
    private static Function<List<Submission>, List<CaptureOutcome>> capture(LeadStore store, Mishaps mishaps) {
        LeadDesk desk = Transfers.desk(store);
        return batch -> {
            mishaps.step();
            List<CaptureOutcome> outcomes = new ArrayList<>(desk.captureAll(batch.subList(0, batch.size() / 2)));
            mishaps.step();
            outcomes.addAll(desk.captureAll(batch.subList(batch.size() / 2, batch.size())));
            return outcomes;
        };
    }

    /** Throws at some of the steps of everything that happens, at each of them once. */
    private static final class Mishaps {

        private final Set<Integer> when;
        private int steps;

        Mishaps(Set<Integer> when) {
            this.when = new HashSet<>(when);
        }

        void step() {
            steps++;
            if (when.remove(steps)) {
                throw new Mishap();
            }
        }

        Checkpoints around(Checkpoints checkpoints) {
            return new Checkpoints() {
                @Override
                public Optional<ImportReport> find(String name) {
                    step();
                    return checkpoints.find(name);
                }

                @Override
                public void save(String name, ImportReport report) {
                    step();
                    checkpoints.save(name, report);
                    step();
                }
            };
        }
    }

    private static final class Mishap extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("that is thrown out anywhere, and started again, ends as if nothing had happened")
    void resumes(
            @ForAll("files") List<Row<Submission>> file,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll("mishaps") Set<Integer> when) {
        LeadStore calm = LeadStore.inMemory();
        ImportReport expected = LeadImport.of("file", capture(calm, new Mishaps(Set.of())))
                .batch(batch)
                .run(file.iterator());

        LeadStore store = LeadStore.inMemory();
        Mishaps mishaps = new Mishaps(when);
        List<Long> told = new ArrayList<>();
        List<Long> progress = new ArrayList<>();
        LeadImport wild = LeadImport.of("file", capture(store, mishaps))
                .batch(batch)
                .checkpoints(mishaps.around(Checkpoints.inMemory()))
                .transaction(work -> {
                    mishaps.step();
                    work.run();
                    mishaps.step();
                })
                .onRow((row, outcome) -> {
                    mishaps.step();
                    told.add(row.number());
                })
                .onProgress(report -> {
                    progress.add(report.rows());
                    mishaps.step();
                });
        assertThat(untilItEnds(wild, file)).isEqualTo(expected);
        assertThat(Transfers.Contents.of(store)).isEqualTo(Transfers.Contents.of(calm));
        assertThat(told).doesNotHaveDuplicates().isSorted();
        assertThat(progress).doesNotHaveDuplicates().isSorted();
        assertThat(untilItEnds(wild, file)).as("once more").isEqualTo(expected);
        assertThat(Transfers.Contents.of(store)).isEqualTo(Transfers.Contents.of(calm));
    }

    private static ImportReport untilItEnds(LeadImport wild, List<Row<Submission>> file) {
        while (true) {
            try {
                return wild.run(file.iterator());
            } catch (Mishap e) {
                // Started again.
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("counts every row once, tells of every row once, and of its progress after every batch")
    void countsAddUp(@ForAll("files") List<Row<Submission>> file, @ForAll @IntRange(min = 1, max = 7) int batch) {
        List<Row<Submission>> rows = new ArrayList<>();
        List<CaptureOutcome> outcomes = new ArrayList<>();
        List<ImportReport> progress = new ArrayList<>();
        ImportReport report = LeadImport.of("file", Transfers.desk(LeadStore.inMemory())::captureAll)
                .batch(batch)
                .onRow((row, outcome) -> {
                    rows.add(row);
                    outcomes.add(outcome);
                })
                .onProgress(progress::add)
                .run(file.iterator());
        assertThat(rows).isEqualTo(file);
        assertThat(report.rows()).isEqualTo(file.size());
        assertThat(report.captured()).isEqualTo(Transfers.count(outcomes, CaptureOutcome.Accepted.class));
        assertThat(report.merged()).isEqualTo(Transfers.count(outcomes, CaptureOutcome.Merged.class));
        assertThat(report.quarantined()).isEqualTo(Transfers.count(outcomes, CaptureOutcome.Quarantined.class));
        assertThat(report.refused()).isEqualTo(Transfers.count(outcomes, CaptureOutcome.Refused.class));
        assertThat(report.refused())
                .isEqualTo(file.stream().filter(Row.Broken.class::isInstance).count());
        assertThat(report.faults().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(outcomes.stream()
                        .mapToLong(each -> each.faults().size())
                        .sum());
        assertThat(progress).hasSize((file.size() + batch - 1) / batch);
        assertThat(progress.isEmpty() ? ImportReport.NOTHING : progress.get(progress.size() - 1))
                .isEqualTo(report);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("on a dry store says what the import will say, row by row, and changes nothing")
    void dryRun(
            @ForAll("earlier") List<Submission> earlier,
            @ForAll("files") List<Row<Submission>> file,
            @ForAll @IntRange(min = 1, max = 7) int batch) {
        LeadStore store = LeadStore.inMemory();
        Transfers.desk(store).captureAll(earlier);
        Transfers.Contents before = Transfers.Contents.of(store);
        List<CaptureOutcome> would = new ArrayList<>();
        LeadStore dry = LeadStore.overlay(store);
        ImportReport dryReport = LeadImport.of("file", Transfers.desk(dry)::captureAll)
                .batch(batch)
                .onRow((row, outcome) -> would.add(outcome))
                .run(file.iterator());
        assertThat(Transfers.Contents.of(store)).isEqualTo(before);

        List<CaptureOutcome> became = new ArrayList<>();
        ImportReport report = LeadImport.of("file", Transfers.desk(store)::captureAll)
                .batch(batch)
                .onRow((row, outcome) -> became.add(outcome))
                .run(file.iterator());
        assertThat(dryReport).isEqualTo(report);
        assertThat(would).isEqualTo(became);
        became.forEach(outcome ->
                outcome.leadId().ifPresent(lead -> assertThat(dry.find(lead)).isEqualTo(store.find(lead))));
    }
}

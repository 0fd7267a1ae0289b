package dev.leadkit.transfer;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes a file of submissions in, batch by batch. After each batch it writes down how far it is; started again under the same
 * name, it goes on behind the last batch that was written down. Only one batch is held at a time. Immutable; use one
 * import in one thread at a time.
 *
 * <p>Submissions are told apart by system, external id and content and taken in once, however often they come, so that a
 * batch whose checkpoint was lost does no harm when it comes again: each row gets its first outcome, and the counts are right
 * after a crash. With checkpoints on the same database and a {@linkplain #transaction transaction} no batch comes twice; without,
 * what changed between (a better mapping, say) changes the outcome of the rows that come again.
 *
 * <p>A file under another name is another import. The same name with another file skips as many rows as were done: do not
 * do that.
 */
public final class LeadImport {

    private static final int BATCH = 500;
    private static final int MOST = 10_000;

    private final String name;
    private final Function<List<Submission>, List<CaptureOutcome>> capture;
    private final Settings settings;

    private LeadImport(String name, Function<List<Submission>, List<CaptureOutcome>> capture, Settings settings) {
        this.name = requireNonNull(name, "name");
        this.capture = requireNonNull(capture, "capture");
        this.settings = settings;
    }

    private record Settings(int batch, Consumer<Runnable> transaction, Checkpoints checkpoints, Listeners listeners) {}

    /** Who is told of each row, and who of each batch. */
    private record Listeners(BiConsumer<Row<Submission>, CaptureOutcome> rows, Consumer<ImportReport> progress) {}

    /**
     * An import, by default in batches of 500 rows, without transactions and lasting checkpoints.
     *
     * @param name its name, the same when it is started again
     * @param capture takes a batch in and gives an outcome for each submission: {@code desk::captureAll}, of a desk on a
     *     {@linkplain dev.leadkit.store.LeadStore#overlay dry store} to see what would happen
     * @return the import
     */
    public static LeadImport of(String name, Function<List<Submission>, List<CaptureOutcome>> capture) {
        Listeners nobody = new Listeners((row, outcome) -> {}, report -> {});
        return new LeadImport(name, capture, new Settings(BATCH, Runnable::run, Checkpoints.inMemory(), nobody));
    }

    /**
     * The same with batches of another size.
     *
     * @param rows rows of a batch, 1 to 10,000
     * @return an import
     */
    public LeadImport batch(int rows) {
        if (rows < 1 || rows > MOST) {
            throw new IllegalArgumentException("batch must have 1 to " + MOST + " rows, was " + rows);
        }
        return with(new Settings(rows, settings.transaction, settings.checkpoints, settings.listeners));
    }

    /**
     * The same with each batch and its checkpoint in one transaction of the host.
     *
     * @param transaction runs the work in a transaction, and throws on what the work throws after rolling it back; may run
     *     it again from the start. Where it does neither, {@link #run} throws an {@link IllegalStateException}
     * @return an import
     */
    public LeadImport transaction(Consumer<Runnable> transaction) {
        requireNonNull(transaction, "transaction");
        return with(new Settings(settings.batch, transaction, settings.checkpoints, settings.listeners));
    }

    /**
     * The same with lasting checkpoints. A dry run must not have those of the real import: it would skip what the dry run did.
     *
     * @param checkpoints where to write down how far it is
     * @return an import
     */
    public LeadImport checkpoints(Checkpoints checkpoints) {
        requireNonNull(checkpoints, "checkpoints");
        return with(new Settings(settings.batch, settings.transaction, checkpoints, settings.listeners));
    }

    /**
     * The same with somebody who is told of each row once, in the order of the file, after its batch is in; of the rows of a
     * batch that was in when the process died nobody is told.
     *
     * @param listener gets the row and what became of it
     * @return an import
     */
    public LeadImport onRow(BiConsumer<Row<Submission>, CaptureOutcome> listener) {
        requireNonNull(listener, "listener");
        return with(new Listeners(listener, settings.listeners.progress));
    }

    /**
     * The same with somebody who is told after each batch how far it is.
     *
     * @param listener gets the counts so far
     * @return an import
     */
    public LeadImport onProgress(Consumer<ImportReport> listener) {
        requireNonNull(listener, "listener");
        return with(new Listeners(settings.listeners.rows, listener));
    }

    private LeadImport with(Listeners others) {
        return with(new Settings(settings.batch, settings.transaction, settings.checkpoints, others));
    }

    private LeadImport with(Settings others) {
        return new LeadImport(name, capture, others);
    }

    /**
     * Takes the rows in that were not taken in before. What the store, the transaction or a listener throws ends the import
     * and goes through to the caller; started again, it goes on.
     *
     * @param rows all rows of the file, from the first
     * @return what became of all rows, those of earlier starts among them
     */
    public ImportReport run(Iterator<Row<Submission>> rows) {
        ImportReport report = settings.checkpoints.find(name).orElse(ImportReport.NOTHING);
        for (long done = report.rows(); done > 0 && rows.hasNext(); done--) {
            rows.next();
        }
        while (rows.hasNext()) {
            report = batch(rows, report);
            settings.listeners.progress.accept(report);
        }
        return report;
    }

    private ImportReport batch(Iterator<Row<Submission>> rows, ImportReport before) {
        List<Row<Submission>> batch = new ArrayList<>();
        while (rows.hasNext() && batch.size() < settings.batch) {
            batch.add(rows.next());
        }
        List<CaptureOutcome> outcomes = takeIn(batch, before);
        for (int i = 0; i < batch.size(); i++) {
            settings.listeners.rows.accept(batch.get(i), outcomes.get(i));
        }
        return before.plus(counted(batch, outcomes));
    }

    private List<CaptureOutcome> takeIn(List<Row<Submission>> batch, ImportReport before) {
        List<CaptureOutcome> outcomes = new ArrayList<>();
        settings.transaction.accept(() -> {
            outcomes.clear();
            List<CaptureOutcome> fresh = outcomes(batch);
            settings.checkpoints.save(name, before.plus(counted(batch, fresh)));
            outcomes.addAll(fresh);
        });
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(
                    "transaction must run its work and throw what the work throws, did not. See LeadImport.transaction.");
        }
        return outcomes;
    }

    private List<CaptureOutcome> outcomes(List<Row<Submission>> batch) {
        List<Submission> submissions = new ArrayList<>();
        for (Row<Submission> row : batch) {
            if (row instanceof Row.Read<Submission> read) {
                submissions.add(read.content());
            }
        }
        List<CaptureOutcome> captured = capture.apply(submissions);
        if (captured.size() != submissions.size()) {
            throw new IllegalStateException("capture must give an outcome for each of " + submissions.size()
                    + " submissions, gave " + captured.size());
        }
        Iterator<CaptureOutcome> next = captured.iterator();
        return batch.stream()
                .map(row -> row instanceof Row.Broken<Submission> broken
                        ? new CaptureOutcome.Refused(broken.faults())
                        : next.next())
                .toList();
    }

    /** The outcomes as they are counted: what is wrong with many broken rows is one fault, not one for each row number. */
    private static List<CaptureOutcome> counted(List<Row<Submission>> batch, List<CaptureOutcome> outcomes) {
        List<CaptureOutcome> counted = new ArrayList<>(outcomes);
        for (int i = 0; i < counted.size(); i++) {
            if (batch.get(i) instanceof Row.Broken<Submission> broken) {
                counted.set(
                        i,
                        new CaptureOutcome.Refused(
                                broken.faults().stream().map(LeadImport::anyRow).toList()));
            }
        }
        return counted;
    }

    private static Fault anyRow(Fault fault) {
        return new Fault(fault.path().replaceAll("[0-9]+", "#"), fault.rule(), fault.value(), fault.hint());
    }
}

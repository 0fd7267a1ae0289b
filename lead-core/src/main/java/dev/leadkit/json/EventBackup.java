package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.Row;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * All events of all leads as JSON Lines, one {@linkplain EventJson event} a line, and back: histories come back equal, redacted
 * ones redacted. <strong>Personal data is written too.</strong> Only a batch of events is held at a time. Immutable and
 * thread-safe if its listeners are.
 *
 * <p>Match keys are not written but made again: record keys of the origins of events, the others by the rules of the host, so that
 * a submission that was captured before finds its lead. Of several leads that a key fits, the first in the file gets it. What is
 * not written: raw payloads, idempotency keys, the outbox, the quarantine, and the versions of leads.
 *
 * <p>An event that is there already changes nothing, so restoring may be repeated: after a crash, begin again with the same file.
 */
public final class EventBackup {

    private static final int BATCH = 500;

    private final FieldCatalog catalog;
    private final RestoredKeys keys;
    private final LongConsumer progress;
    private final Consumer<Row.Broken<LeadEvent>> broken;

    private EventBackup(
            FieldCatalog catalog, RestoredKeys keys, LongConsumer progress, Consumer<Row.Broken<LeadEvent>> broken) {
        this.catalog = catalog;
        this.keys = keys;
        this.progress = progress;
        this.broken = broken;
    }

    /**
     * A backup with the rules that the host's desk has.
     *
     * @param catalog the fields that exist; an event with a value of another is broken
     * @param matchKeys by which keys submissions find their lead, as of the desk
     * @param sharedKeys by which keys leads are found among others, as of the desk
     * @return the backup
     */
    public static EventBackup of(FieldCatalog catalog, MatchKeyRule matchKeys, MatchKeyRule sharedKeys) {
        requireNonNull(catalog, "catalog");
        return new EventBackup(catalog, new RestoredKeys(matchKeys, sharedKeys), events -> {}, row -> {});
    }

    /**
     * The same with somebody who is told after each batch how far it is.
     *
     * @param listener gets the number of lines written or read so far
     * @return a backup
     */
    public EventBackup onProgress(LongConsumer listener) {
        return new EventBackup(catalog, keys, requireNonNull(listener, "listener"), broken);
    }

    /**
     * The same with somebody who is told of each line that could not be restored.
     *
     * @param listener gets the line's number and what is wrong with it, without personal data
     * @return a backup
     */
    public EventBackup onBroken(Consumer<Row.Broken<LeadEvent>> listener) {
        return new EventBackup(catalog, keys, progress, requireNonNull(listener, "listener"));
    }

    /**
     * Writes the events of the feed. Go on from the position that this gives to write only what is new; but a redaction changes
     * events that were written before, so the backups of an erased person must be made anew.
     *
     * @param from where the leads are
     * @param after the position of the last event that was written before, 0 to write all
     * @param lines where to; it is not closed
     * @return the position of the last event that was written
     * @throws IOException if writing fails
     */
    public long write(LeadStore from, long after, Writer lines) throws IOException {
        long position = after;
        long written = 0;
        List<FeedEvent> page = from.feed(position, BATCH);
        while (!page.isEmpty()) {
            for (FeedEvent each : page) {
                lines.write(JsonText.line(EventJson.write(each.event())) + "\n");
                position = each.position();
            }
            written += page.size();
            progress.accept(written);
            page = from.feed(position, BATCH);
        }
        return position;
    }

    /**
     * What became of the lines.
     *
     * @param restored events that are in the store now, those that were there before among them
     * @param broken lines that could not be read, or that the store refused
     */
    public record Restored(long restored, long broken) {}

    /**
     * Puts the events of a file into a store. A line that is broken, or that the store refuses (the lead's history is full, or it
     * was assigned anew since), is told of and left out.
     *
     * @param lines the text; it is read to its end and not closed
     * @param into the store
     * @return what became of the lines; blank ones do not count
     * @throws IOException if reading fails
     */
    public Restored restore(Reader lines, LeadStore into) throws IOException {
        EventLines from = new EventLines(lines, catalog);
        long restored = 0;
        long refused = 0;
        List<Row<LeadEvent>> batch = from.next(BATCH);
        while (!batch.isEmpty()) {
            List<Row.Broken<LeadEvent>> faulty = restore(batch, into);
            faulty.forEach(broken);
            refused += faulty.size();
            restored += batch.size() - faulty.size();
            progress.accept(restored + refused);
            batch = from.next(BATCH);
        }
        return new Restored(restored, refused);
    }

    private List<Row.Broken<LeadEvent>> restore(List<Row<LeadEvent>> batch, LeadStore into) {
        List<Row.Broken<LeadEvent>> faulty = new ArrayList<>();
        List<Row.Read<LeadEvent>> good = new ArrayList<>();
        for (Row<LeadEvent> row : batch) {
            if (row instanceof Row.Read<LeadEvent> read) {
                good.add(read);
            } else {
                faulty.add((Row.Broken<LeadEvent>) row);
            }
        }
        faulty.addAll(new Restoring(into, keys).restore(good));
        return faulty;
    }
}

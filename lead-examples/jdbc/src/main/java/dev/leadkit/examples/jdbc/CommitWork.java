package dev.leadkit.examples.jdbc;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.jdbc.SituationReader.Proposal;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts commits in with two round trips: one reads and locks all that they need to know, one writes; between them everything
 * is decided here. If somebody else took a free key, or made a lead, between the two, nothing of it holds: it is undone,
 * and decided again on what that other one wrote. The first time it guesses that the lead has none of the events; the database
 * tells if it has, and the next time it asks. An object is for one list of commits.
 */
final class CommitWork {

    private final FieldCatalog catalog;
    private final SearchFields search;
    private final List<LeadMirror> mirrors;
    private boolean exactly;

    CommitWork(FieldCatalog catalog, SearchFields search, List<LeadMirror> mirrors) {
        this.catalog = catalog;
        this.search = search;
        this.mirrors = List.copyOf(mirrors);
    }

    /** Empty if a guess was wrong or somebody else was faster: to be undone, and tried again. */
    Optional<List<CommitResult>> attempt(Connection connection, List<Proposal> proposals) throws SQLException {
        Situation situation = new SituationReader(catalog, exactly).read(connection, proposals);
        Changes changes = new Changes(situation.turn);
        Decider decider = new Decider(situation, changes);
        List<CommitResult> results = proposals.stream().map(decider::decide).toList();
        boolean guessed = !exactly && results.stream().anyMatch(CommitWork::countsEvents);
        exactly = true;
        if (guessed || !write(connection, situation, changes)) {
            return Optional.empty();
        }
        return Optional.of(results);
    }

    private static boolean countsEvents(CommitResult result) {
        return result instanceof CommitResult.StaleToken || result instanceof CommitResult.Full;
    }

    private boolean write(Connection connection, Situation situation, Changes changes) throws SQLException {
        if (changes.isEmpty()) {
            return true;
        }
        Map<LeadId, List<LeadEvent>> told = changes.events();
        List<Lead> fresh = leads(changes.reshaped(true), told);
        situation.shaping.forEach((lead, events) -> told.computeIfPresent(
                lead,
                (id, news) -> Stream.concat(events.stream(), news.stream()).toList()));
        List<Lead> changed = leads(changes.reshaped(false), told);
        RoundTrip trip = new RoundTrip();
        changes.write(connection, trip);
        search.write(fresh, changed, trip);
        trip.send(connection);
        if (!changes.raced()) {
            reflect(connection, fresh, changed);
        }
        return !changes.raced();
    }

    private static List<Lead> leads(List<LeadId> ids, Map<LeadId, List<LeadEvent>> events) {
        return ids.stream()
                .map(id ->
                        LeadHistory.of(id, events.getOrDefault(id, List.of())).lead())
                .toList();
    }

    private void reflect(Connection connection, List<Lead> fresh, List<Lead> changed) throws SQLException {
        TreeMap<LeadId, Lead> all = new TreeMap<>();
        fresh.forEach(lead -> all.put(lead.id(), lead));
        changed.forEach(lead -> all.put(lead.id(), lead));
        for (LeadMirror mirror : mirrors) {
            if (!all.isEmpty()) {
                mirror.reflect(connection, List.copyOf(all.values()));
            }
        }
    }
}

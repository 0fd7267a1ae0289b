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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts commits in with two round trips: one reads and locks all that they need to know, one writes; between them everything
 * is decided here. If somebody else took a free key, or made a lead, between the two, nothing of it holds: it is undone,
 * and decided again on what that other one wrote.
 */
final class CommitWork {

    private final FieldCatalog catalog;
    private final SearchFields search;
    private final List<LeadMirror> mirrors;

    CommitWork(FieldCatalog catalog, SearchFields search, List<LeadMirror> mirrors) {
        this.catalog = catalog;
        this.search = search;
        this.mirrors = List.copyOf(mirrors);
    }

    /** Empty if somebody else was faster: to be undone, and tried again. */
    Optional<List<CommitResult>> attempt(Connection connection, List<Proposal> proposals) throws SQLException {
        Situation situation = new SituationReader(catalog).read(connection, proposals);
        Changes changes = new Changes();
        Decider decider = new Decider(situation, changes);
        List<CommitResult> results = proposals.stream().map(decider::decide).toList();
        if (changes.isEmpty()) {
            return Optional.of(results);
        }
        RoundTrip trip = new RoundTrip();
        changes.write(situation.turn, trip);
        List<Lead> fresh = leads(changes.reshaped(true), changes::events);
        List<Lead> changed = leads(changes.reshaped(false), lead -> {
            List<LeadEvent> all = new ArrayList<>(situation.shaping(lead));
            all.addAll(changes.events(lead));
            return all;
        });
        search.write(fresh, changed, trip);
        trip.send(connection);
        if (changes.raced()) {
            return Optional.empty();
        }
        reflect(connection, fresh, changed);
        return Optional.of(results);
    }

    private static List<Lead> leads(List<LeadId> ids, Function<LeadId, List<LeadEvent>> events) {
        return ids.stream()
                .map(id -> LeadHistory.of(id, events.apply(id)).lead())
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

package dev.leadkit.examples.jdbc;

import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What commits are decided on: what the database has of their leads and keys, and what the commits before them did. */
final class Situation {

    /** The number of this call. */
    long turn;

    final Map<LeadId, Row> leads = new HashMap<>();
    final Map<MatchKey, LeadId> owners = new HashMap<>();
    final Map<String, Reserved> reserved = new HashMap<>();
    final Map<LeadId, Set<EventId>> known = new HashMap<>();

    /** The events of leads that are there which say what the lead is; of those leads only whose commits have such too. */
    final Map<LeadId, List<LeadEvent>> shaping = new HashMap<>();

    /** A lead's row: what must be known to decide, so that no history is read. */
    record Row(long version, int events, long newestToken) {

        static final Row NONE = new Row(0, 0, Long.MIN_VALUE);
    }

    /** An idempotency key that is in use. */
    record Reserved(String payload, String result) {}

    Row lead(LeadId id) {
        return leads.getOrDefault(id, Row.NONE);
    }

    Set<EventId> known(LeadId id) {
        return known.computeIfAbsent(id, none -> new HashSet<>());
    }

    List<LeadEvent> shaping(LeadId id) {
        return shaping.computeIfAbsent(id, none -> new ArrayList<>());
    }
}

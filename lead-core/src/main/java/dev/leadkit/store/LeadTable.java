package dev.leadkit.store;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * Leads by their identifiers, which are in them: a map would need a node for each, as large as what is kept. A lead stands in
 * the first free place behind the one that its hash says; none is ever taken out. Not thread-safe.
 */
final class LeadTable {

    private static final int SPREAD = 0x9E3779B9;

    private @Nullable Kept[] places = new Kept[16];
    private int count;

    /** A lead, its place among the arrivals, and whether the record of its own name belongs to it. */
    record Kept(LeadHistory history, long version, int arrival, boolean hasOwnRecord) {
        StoredLead lead() {
            return new StoredLead(history, version);
        }
    }

    @Nullable Kept find(LeadId id) {
        return places[place(id)];
    }

    /** Takes the place of what was there of the same lead. */
    void put(Kept kept) {
        int place = place(kept.history().id());
        count += places[place] == null ? 1 : 0;
        places[place] = kept;
        if (3 * (long) count > 2 * (long) places.length) {
            grow();
        }
    }

    /** Where the lead is, or would be. */
    private int place(LeadId id) {
        int place = (id.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
        for (Kept kept = places[place]; kept != null && !kept.history().id().equals(id); kept = places[place]) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        @Nullable Kept[] before = places;
        places = new Kept[2 * before.length];
        for (Kept kept : before) {
            if (kept != null) {
                places[place(kept.history().id())] = kept;
            }
        }
    }
}

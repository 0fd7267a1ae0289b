package dev.leadkit.store;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads by their identifiers, which are in them: a map would need a node for each, as large as what is kept. A lead stands in
 * the first free place behind the one that its hash says; none is ever taken out. Not thread-safe.
 */
final class LeadTable {

    private static final int SPREAD = 0x9E3779B9;

    private @Nullable Kept[] places = new Kept[16];

    /** The hash of the lead in each place: to look at it is quicker than to look at the lead, which is far away. */
    private int[] hashes = new int[places.length];

    private int count;

    /** A lead, its place among the arrivals (negative before it arrived), and whether the record of its own name belongs to it. */
    record Kept(LeadHistory history, long version, int arrival, boolean hasOwnRecord) {

        static Kept nothing(LeadId id) {
            return new Kept(LeadHistory.of(id, List.of()), 0, -1, false);
        }

        StoredLead lead() {
            return new StoredLead(history, version);
        }
    }

    @Nullable Kept find(LeadId id) {
        return places[place(id)];
    }

    /** Takes the place of what was there of the same lead. */
    void put(Kept kept) {
        LeadId id = kept.history().id();
        int place = place(id);
        count += places[place] == null ? 1 : 0;
        places[place] = kept;
        hashes[place] = id.hashCode();
        if (3 * (long) count > 2 * (long) places.length) {
            grow();
        }
    }

    /** Where the lead is, or would be. */
    private int place(LeadId id) {
        int hash = id.hashCode();
        int place = (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
        for (Kept kept = places[place]; kept != null && !isOf(place, hash, kept, id); kept = places[place]) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isOf(int place, int hash, Kept kept, LeadId id) {
        return hashes[place] == hash && kept.history().id().equals(id);
    }

    private void grow() {
        @Nullable Kept[] before = places;
        int[] hashesBefore = hashes;
        places = new Kept[2 * before.length];
        hashes = new int[places.length];
        for (int i = 0; i < before.length; i++) {
            Kept kept = before[i];
            if (kept != null) {
                int place = place(kept.history().id());
                places[place] = kept;
                hashes[place] = hashesBefore[i];
            }
        }
    }
}

package dev.leadkit.store;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads by their identifiers, which are in them: a map would need a node for each, as large as what is kept. None is ever taken
 * out. Not thread-safe.
 */
final class LeadTable {

    private final Places places = Places.none();
    private @Nullable LeadHistory[] histories = new LeadHistory[places.size()];
    private long[] versions = new long[places.size()];

    /** Twice the place among the arrivals, and one more if the lead has the record of its own name. */
    private int[] arrivals = new int[places.size()];

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
        int place = place(id, Places.mark(id));
        LeadHistory history = histories[place];
        return history == null
                ? null
                : new Kept(history, versions[place], arrivals[place] >> 1, (arrivals[place] & 1) != 0);
    }

    /** Takes the place of what was there of the same lead; it must have arrived. */
    void put(Kept kept) {
        LeadId id = kept.history().id();
        int mark = Places.mark(id);
        int place = place(id, mark);
        places.take(place, mark);
        histories[place] = kept.history();
        versions[place] = kept.version();
        arrivals[place] = 2 * kept.arrival() + (kept.hasOwnRecord() ? 1 : 0);
        if (places.isFull()) {
            grow();
        }
    }

    /** Where the lead is, or would be. */
    private int place(LeadId id, int mark) {
        int place = places.first(mark);
        while (!places.isFree(place) && !(places.has(place, mark) && isAt(place, id))) {
            place = places.next(place);
        }
        return place;
    }

    private boolean isAt(int place, LeadId id) {
        LeadHistory history = histories[place];
        return history != null && history.id().equals(id);
    }

    private void grow() {
        @Nullable LeadHistory[] historiesBefore = histories;
        long[] versionsBefore = versions;
        int[] arrivalsBefore = arrivals;
        histories = new LeadHistory[2 * historiesBefore.length];
        versions = new long[histories.length];
        arrivals = new int[histories.length];
        places.grow((before, now) -> {
            histories[now] = historiesBefore[before];
            versions[now] = versionsBefore[before];
            arrivals[now] = arrivalsBefore[before];
        });
    }
}

package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose each match key of one kind is. A map would need a node for each key. Not thread-safe. */
final class KeyTable {

    private Places places = Places.none();
    private @Nullable String[] values = new String[places.size()];
    private @Nullable LeadId[] owners = new LeadId[places.size()];

    @Nullable LeadId owner(String value) {
        return owners[place(value, Places.mark(value))];
    }

    /** Takes the place of the owner that there was. */
    void put(String value, LeadId owner) {
        int mark = Places.mark(value);
        int place = place(value, mark);
        if (places.isFree(place)) {
            places.take(place, mark);
            values[place] = value;
        }
        owners[place] = owner;
        if (places.isFull()) {
            grow();
        }
    }

    /** Goes through everything. */
    void remove(LeadId owner) {
        for (LeadId each : owners) {
            if (owner.equals(each)) {
                keep(other -> !other.equals(owner));
                return;
            }
        }
    }

    private void keep(Predicate<LeadId> kept) {
        @Nullable String[] valuesBefore = values;
        @Nullable LeadId[] ownersBefore = owners;
        places = Places.none();
        values = new String[places.size()];
        owners = new LeadId[places.size()];
        for (int i = 0; i < valuesBefore.length; i++) {
            String value = valuesBefore[i];
            LeadId owner = ownersBefore[i];
            if (value != null && owner != null && kept.test(owner)) {
                put(value, owner);
            }
        }
    }

    private void grow() {
        @Nullable String[] valuesBefore = values;
        @Nullable LeadId[] ownersBefore = owners;
        values = new String[2 * valuesBefore.length];
        owners = new LeadId[values.length];
        places.grow((before, now) -> {
            values[now] = valuesBefore[before];
            owners[now] = ownersBefore[before];
        });
    }

    /** Where the key is, or would be. */
    private int place(String value, int mark) {
        int place = places.first(mark);
        while (!places.isFree(place) && !(places.has(place, mark) && value.equals(values[place]))) {
            place = places.next(place);
        }
        return place;
    }
}

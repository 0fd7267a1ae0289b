package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose each match key of one kind is. A map would need a node for each key. A key stands in the first free place behind the
 * one that its hash says. Not thread-safe.
 */
final class KeyTable {

    private static final int SPREAD = 0x9E3779B9;

    private @Nullable String[] values = new String[16];
    private @Nullable LeadId[] owners = new LeadId[values.length];
    private int[] hashes = new int[values.length];
    private int count;

    @Nullable LeadId owner(String value) {
        return owners[place(value)];
    }

    /** Takes the place of the owner that there was. */
    void put(String value, LeadId owner) {
        int place = place(value);
        if (values[place] == null) {
            values[place] = value;
            hashes[place] = value.hashCode();
            count++;
        }
        owners[place] = owner;
        if (3 * (long) count > 2 * (long) values.length) {
            rebuild(2 * values.length, all -> true);
        }
    }

    /** Goes through everything. */
    void remove(LeadId owner) {
        for (LeadId each : owners) {
            if (owner.equals(each)) {
                rebuild(values.length, other -> !other.equals(owner));
                return;
            }
        }
    }

    private void rebuild(int places, Predicate<LeadId> kept) {
        @Nullable String[] valuesBefore = values;
        @Nullable LeadId[] ownersBefore = owners;
        values = new String[places];
        owners = new LeadId[places];
        hashes = new int[places];
        count = 0;
        for (int i = 0; i < valuesBefore.length; i++) {
            String value = valuesBefore[i];
            LeadId owner = ownersBefore[i];
            if (value != null && owner != null && kept.test(owner)) {
                put(value, owner);
            }
        }
    }

    /** Where the key is, or would be. */
    private int place(String value) {
        int hash = value.hashCode();
        int place = (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(values.length) + 1);
        for (String there = values[place]; there != null && !isAt(place, hash, there, value); there = values[place]) {
            place = (place + 1) & (values.length - 1);
        }
        return place;
    }

    /** The hash is looked at first: the text is far away. */
    private boolean isAt(int place, int hash, String there, String value) {
        return hashes[place] == hash && there.equals(value);
    }
}

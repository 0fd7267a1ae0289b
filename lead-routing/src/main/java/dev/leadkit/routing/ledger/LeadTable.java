package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The slots of leads, none of which is ever taken away. A new lead, and nearly every lead is new, costs one look at memory that is
 * in no near cache: the hashes of many leads stand side by side, so that no other lead's slot is looked at. Parts grow each for
 * itself, so that nobody waits for all leads to be moved. Leads whose place is crowded, which it is for those alone
 * who choose identifiers by their hashes, are kept by their order instead: a look then takes the time of a tree. Whoever looks
 * waits for nobody, whoever adds only for others who add to the same part. Thread-safe.
 */
final class LeadTable {

    private static final int PARTS = 64;
    private static final int PART_BITS = 6;
    private static final int MIX = 0x9E3779B9;
    private static final int FREE = 0;

    /**
     * How many places a lead may be looked for in. With half of them free and hashes that are spread, one in some 10<sup>10</sup> leads is
     * further from its own (Knuth, The Art of Computer Programming, volume 3, 6.4: linear probing).
     */
    private static final int FARTHEST = 128;

    /** How many leads of the same hash have places; of a million leads some 200 share theirs with one other. */
    private static final int MOST_TWINS = 4;

    private final Part[] parts = new Part[PARTS];

    LeadTable() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    /** Spread, because a lead's own hash may differ in few bits; never that of a free place. */
    private static int hash(LeadId lead) {
        int mixed = lead.hashCode() * MIX;
        return (mixed ^ (mixed >>> 16)) | 1;
    }

    private Part part(int hash) {
        return parts[hash >>> (Integer.SIZE - PART_BITS)];
    }

    /** The slot of a lead; null if there is none. */
    @Nullable LeadSlot get(LeadId lead) {
        int hash = hash(lead);
        return part(hash).find(lead, hash);
    }

    /** The slot of a lead, a new one if there is none. */
    LeadSlot getOrAdd(LeadId lead) {
        int hash = hash(lead);
        return part(hash).getOrAdd(lead, hash);
    }

    /** Tells every slot that was there before this was asked, and perhaps some that came meanwhile. */
    void forEach(BiConsumer<LeadId, LeadSlot> told) {
        for (Part part : parts) {
            part.forEach(told);
        }
    }

    /** A part of the table. Places are only written under its lock. */
    private static final class Part {

        private volatile Places places = new Places(8);

        /** Those that found no place near their own; null, as nearly always, without any. They stay when there is more room. */
        private volatile @Nullable Map<LeadId, LeadSlot> crowded;

        private int size;

        @Nullable LeadSlot find(LeadId lead, int hash) {
            LeadSlot found = places.find(lead, hash);
            if (found != null) {
                return found;
            }
            Map<LeadId, LeadSlot> others = crowded;
            return others == null ? null : others.get(lead);
        }

        LeadSlot getOrAdd(LeadId lead, int hash) {
            LeadSlot known = find(lead, hash);
            return known == null ? add(lead, hash) : known;
        }

        private synchronized LeadSlot add(LeadId lead, int hash) {
            LeadSlot known = find(lead, hash);
            if (known != null) {
                return known;
            }
            LeadSlot fresh = new LeadSlot(lead);
            Places now = places;
            if (2 * (size + 1) > now.room()) {
                now = now.twice(this::crowd);
                places = now;
            }
            if (now.put(fresh, hash)) {
                size++;
            } else {
                crowd(fresh);
            }
            return fresh;
        }

        private void crowd(LeadSlot slot) {
            Map<LeadId, LeadSlot> others = crowded;
            if (others == null) {
                others = new ConcurrentSkipListMap<>();
                crowded = others;
            }
            others.put(slot.lead(), slot);
        }

        /** Who was crowded out of a place after that had been told is not told again. */
        void forEach(BiConsumer<LeadId, LeadSlot> told) {
            Places now = places;
            now.forEach(told);
            Map<LeadId, LeadSlot> others = crowded;
            if (others != null) {
                others.forEach((lead, slot) -> {
                    if (now.find(lead, hash(lead)) == null) {
                        told.accept(lead, slot);
                    }
                });
            }
        }
    }

    /** Where slots stand: each at its hash or in the next free place behind that. At least half is free. */
    private static final class Places {

        private static final VarHandle HASHES = MethodHandles.arrayElementVarHandle(int[].class);

        private final int[] hashes;
        private final @Nullable LeadSlot[] slots;

        Places(int room) {
            hashes = new int[room];
            slots = new @Nullable LeadSlot[room];
        }

        int room() {
            return hashes.length;
        }

        private int first(int hash) {
            // the lowest bit is the same of all
            return hash >>> 1 & (hashes.length - 1);
        }

        private int next(int place) {
            return (place + 1) & (hashes.length - 1);
        }

        /** A hash that is there was written behind its slot. */
        private int hashAt(int place) {
            return (int) HASHES.getAcquire(hashes, place);
        }

        @Nullable LeadSlot find(LeadId lead, int hash) {
            int place = first(hash);
            int twins = 0;
            for (int looked = 0; looked < FARTHEST && twins < MOST_TWINS; looked++) {
                int there = hashAt(place);
                if (there == FREE) {
                    return null;
                }
                if (there == hash) {
                    LeadSlot slot = slots[place];
                    if (slot != null && slot.lead().equals(lead)) {
                        return slot;
                    }
                    twins++;
                }
                place = next(place);
            }
            return null;
        }

        /** Whether there was a place near the hash. */
        boolean put(LeadSlot slot, int hash) {
            int place = first(hash);
            int twins = 0;
            for (int looked = 0; looked < FARTHEST && twins < MOST_TWINS; looked++) {
                if (hashes[place] == FREE) {
                    slots[place] = slot;
                    HASHES.setRelease(hashes, place, hash);
                    return true;
                }
                twins += hashes[place] == hash ? 1 : 0;
                place = next(place);
            }
            return false;
        }

        Places twice(Consumer<LeadSlot> crowded) {
            Places more = new Places(2 * hashes.length);
            for (int i = 0; i < hashes.length; i++) {
                LeadSlot slot = slots[i];
                if (slot != null && !more.put(slot, hashes[i])) {
                    crowded.accept(slot);
                }
            }
            return more;
        }

        void forEach(BiConsumer<LeadId, LeadSlot> told) {
            for (int i = 0; i < hashes.length; i++) {
                LeadSlot slot = hashAt(i) == FREE ? null : slots[i];
                if (slot != null) {
                    told.accept(slot.lead(), slot);
                }
            }
        }
    }
}

package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The slots of leads, none of which is ever taken away. A new lead, and nearly every lead is new, costs one look at memory that is
 * in no near cache: marks of many leads stand side by side, with so much of their hashes that hardly ever another lead's slot is looked at. Parts grow each for
 * itself, so that nobody waits for all leads to be moved. Leads whose place is crowded, because many identifiers were chosen to have the same hash, are
 * kept by their order instead: a look then takes the time of a tree. Whoever looks waits for nobody, whoever adds only for others who add to the same
 * part. Thread-safe.
 */
final class LeadTable {

    private static final int PARTS = 64;
    private static final int PART_BITS = 6;
    private static final int MIX = 0x9E3779B9;
    private static final int FREE = 0;
    private static final int FEWEST = 8;

    /**
     * How many places a lead may be looked for in. With a third of them free and hashes that are spread, less than one in 10<sup>10</sup> leads is
     * further from its own (Knuth, The Art of Computer Programming, volume 3, 6.4: linear probing).
     */
    private static final int FARTHEST = 320;

    /** How many leads of the same hash have places; of a million with spread hashes some 200 share theirs with one other. */
    private static final int MOST_TWINS = 4;

    private final Part[] parts = new Part[PARTS];

    LeadTable() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    /** Spread, because a lead's own hash may differ in few bits. */
    private static int hash(LeadId lead) {
        int mixed = lead.hashCode() * MIX;
        return mixed ^ (mixed >>> 16);
    }

    private Part part(int hash) {
        return parts[hash >>> (Integer.SIZE - PART_BITS)];
    }

    /** The slot of a lead; null if there is none. */
    @Nullable LeadSlot get(LeadId lead) {
        int hash = hash(lead);
        return part(hash).find(lead, hash);
    }

    /** Looks at where a lead's mark would be, so that this memory comes near; the answer means nothing. */
    int look(LeadId lead) {
        int hash = hash(lead);
        Places places = part(hash).places;
        return places.markAt(places.first(hash));
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

        private volatile Places places = new Places();

        /** Those that found no place near their own; null, as nearly always, without any. They stay when there is more room. */
        private volatile @Nullable Map<LeadId, LeadSlot> crowded;

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
            if (now.isFull()) {
                now = now.twice();
                places = now;
            }
            if (!now.put(fresh, hash)) {
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

        void forEach(BiConsumer<LeadId, LeadSlot> told) {
            places.forEach(told);
            Map<LeadId, LeadSlot> others = crowded;
            if (others != null) {
                others.forEach(told);
            }
        }
    }

    /**
     * The slots in the order in which they came, so that a new one is written beside the one before, and where they are found: a mark for each at
     * its hash, or in the next free place behind that. The fewer bytes the marks take, the more of them are in a near cache. At least a third is free.
     */
    private static final class Places {

        private static final VarHandle MARKS = MethodHandles.arrayElementVarHandle(int[].class);

        /** Below, in {@link #numberBits}, the number of the slot, from 1; above, as much of the hash as there is room for. */
        private final int[] marks;

        private final int[] hashes;
        private final @Nullable LeadSlot[] slots;
        private final int numberBits;
        private int size;

        Places() {
            this(FEWEST, new int[mostOf(FEWEST)], new @Nullable LeadSlot[mostOf(FEWEST)], 0);
        }

        private Places(int room, int[] hashes, @Nullable LeadSlot[] slots, int size) {
            this.marks = new int[room];
            this.hashes = hashes;
            this.slots = slots;
            this.numberBits = Integer.SIZE - Integer.numberOfLeadingZeros(slots.length);
            this.size = size;
        }

        private static int mostOf(int room) {
            return room / 3 * 2;
        }

        boolean isFull() {
            return size == slots.length;
        }

        private int first(int hash) {
            return hash & (marks.length - 1);
        }

        private int next(int place) {
            return (place + 1) & (marks.length - 1);
        }

        /** A mark that is there was written behind its slot. */
        private int markAt(int place) {
            return (int) MARKS.getAcquire(marks, place);
        }

        /** What is above the number. The bits that tell the part are the same of all, and those that tell the place are last. */
        private int above(int hash) {
            return hash << PART_BITS >>> numberBits << numberBits;
        }

        private int numberOf(int mark) {
            return mark & ((1 << numberBits) - 1);
        }

        private boolean isOf(int mark, int hash) {
            return (mark ^ above(hash)) >>> numberBits == 0 && hashes[numberOf(mark) - 1] == hash;
        }

        private @Nullable LeadSlot slotOf(int mark) {
            return slots[numberOf(mark) - 1];
        }

        @Nullable LeadSlot find(LeadId lead, int hash) {
            int place = first(hash);
            int twins = 0;
            for (int looked = 0; looked < FARTHEST && twins < MOST_TWINS; looked++) {
                int there = markAt(place);
                if (there == FREE) {
                    return null;
                }
                if (isOf(there, hash)) {
                    LeadSlot slot = slotOf(there);
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
            slots[size] = slot;
            hashes[size] = hash;
            if (mark(hash, size + 1)) {
                size++;
                return true;
            }
            slots[size] = null;
            return false;
        }

        private boolean mark(int hash, int number) {
            int place = first(hash);
            int twins = 0;
            for (int looked = 0; looked < FARTHEST && twins < MOST_TWINS; looked++) {
                int there = marks[place];
                if (there == FREE) {
                    MARKS.setRelease(marks, place, above(hash) | number);
                    return true;
                }
                twins += isOf(there, hash) ? 1 : 0;
                place = next(place);
            }
            return false;
        }

        /** The same in twice the room. In the order in which they came, nobody gets further from the own place than before. */
        Places twice() {
            int room = 2 * marks.length;
            int most = mostOf(room);
            Places more = new Places(room, Arrays.copyOf(hashes, most), Arrays.copyOf(slots, most), size);
            for (int number = 1; number <= size; number++) {
                if (!more.mark(hashes[number - 1], number)) {
                    throw new IllegalStateException("a lead must find a place in more room");
                }
            }
            return more;
        }

        void forEach(BiConsumer<LeadId, LeadSlot> told) {
            for (int i = 0; i < marks.length; i++) {
                int mark = markAt(i);
                LeadSlot slot = mark == FREE ? null : slotOf(mark);
                if (slot != null) {
                    told.accept(slot.lead(), slot);
                }
            }
        }
    }
}

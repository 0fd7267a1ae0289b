package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The table of leads")
final class LeadTableTest {

    /** One of 65,536 texts that all have the same hash, as "Aa" and "BB" have: whoever sends leads may choose such identifiers. */
    private static LeadId colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return new LeadId(text.toString());
    }

    @Test
    @Timeout(10)
    @DisplayName("takes the time of a search in a tree for leads whose hashes are all the same, and finds each")
    void colliding() {
        LeadTable table = new LeadTable();
        List<LeadSlot> slots = new ArrayList<>();
        for (int number = 0; number < 1 << 16; number++) {
            assertThat(table.get(colliding(number))).isNull();
            slots.add(table.getOrAdd(colliding(number)));
            table.getOrAdd(new LeadId("lead " + number));
        }
        Map<LeadId, LeadSlot> told = new HashMap<>();
        table.forEach((lead, slot) -> assertThat(told.put(lead, slot)).isNull());
        assertThat(told).hasSize(2 << 16);
        for (int number = 0; number < 1 << 16; number++) {
            LeadId lead = colliding(number);
            assertThat(table.get(lead)).isSameAs(slots.get(number)).isSameAs(told.get(lead));
            assertThat(table.getOrAdd(lead)).isSameAs(slots.get(number));
            assertThat(slots.get(number).lead()).isEqualTo(lead);
        }
    }

    /** Where a lead's own place is in a table of one part of so much room: by its documented hash, not by asking the table. */
    private static int place(LeadId lead, int room) {
        int mixed = lead.hashCode() * 0x9E3779B9;
        return ((mixed ^ (mixed >>> 16)) | 1) >>> 1 & (room - 1);
    }

    private static boolean isOfFirstPart(LeadId lead) {
        int mixed = lead.hashCode() * 0x9E3779B9;
        return ((mixed ^ (mixed >>> 16)) | 1) >>> 26 == 0;
    }

    private static List<LeadId> leads(int count, IntPredicate places, int room) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new LeadId("n" + i))
                .filter(lead -> isOfFirstPart(lead) && places.test(place(lead, room)))
                .limit(count)
                .toList();
    }

    @Test
    @DisplayName("keeps leads that find no place near their own when it grows")
    void crowdedByGrowth() {
        int room = 1024;
        List<LeadId> others = leads(room / 2 + 20, place -> place >= 200 && place < room - 400, 2 * room);
        List<LeadId> all = new ArrayList<>(others.subList(0, room / 4 + 1));
        // before it grows these stand side by side, the latter beyond the end; afterwards the latter are in the way of
        // the former
        all.addAll(leads(128, place -> place == room - 128, 2 * room));
        all.addAll(leads(127, place -> place == room - 1, 2 * room));
        all.addAll(others.subList(room / 4 + 1, others.size()));
        LeadTable table = new LeadTable();
        Map<LeadId, LeadSlot> slots = new HashMap<>();
        all.forEach(lead -> slots.put(lead, table.getOrAdd(lead)));
        Map<LeadId, LeadSlot> told = new HashMap<>();
        table.forEach((lead, slot) -> assertThat(told.put(lead, slot)).isNull());
        assertThat(told).isEqualTo(slots);
        assertThat(all).allSatisfy(lead -> assertThat(table.get(lead)).isSameAs(slots.get(lead)));
    }
}

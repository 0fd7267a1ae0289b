package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The table of leads")
final class LeadTableTest {

    /** One of 65,536 identifiers that all have the same hash, which leaves the last digits out: whoever sends leads may choose such ones. */
    private static LeadId colliding(int number) {
        return new LeadId("L-0000000500000007" + HexFormat.of().toHexDigits((short) number));
    }

    @Test
    @Timeout(10)
    @DisplayName("takes the time of a search in a tree for leads whose hashes are all the same, and finds each")
    void colliding() {
        assertThat(colliding(0)).isNotEqualTo(colliding(65_535)).hasSameHashCodeAs(colliding(65_535));
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

    /** Of the first part of the table, by the documented hash and not by asking the table. */
    private static boolean isOfFirstPart(LeadId lead) {
        return hash(lead) >>> 26 == 0;
    }

    private static int hash(LeadId lead) {
        int mixed = lead.hashCode() * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private static List<LeadId> leads(int count, IntPredicate hashes) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new LeadId("n" + i))
                .filter(lead -> isOfFirstPart(lead) && hashes.test(hash(lead)))
                .limit(count)
                .toList();
    }

    @Test
    @DisplayName("keeps leads that find no place near their own, and finds and tells each once however much it grows")
    void crowded() {
        int room = 1024;
        List<LeadId> crowd = leads(400, hash -> (hash & (room - 1)) == room - 10);
        List<LeadId> others = leads(room, hash -> (hash & 1) == 1);
        List<LeadId> all = new ArrayList<>(others.subList(0, 250));
        all.addAll(crowd);
        all.addAll(others.subList(250, others.size()));
        LeadTable table = new LeadTable();
        Map<LeadId, LeadSlot> slots = new HashMap<>();
        for (LeadId lead : all) {
            assertThat(table.get(lead)).isNull();
            slots.put(lead, table.getOrAdd(lead));
            assertThat(table.get(lead)).isSameAs(slots.get(lead));
        }
        Map<LeadId, LeadSlot> told = new HashMap<>();
        table.forEach((lead, slot) -> assertThat(told.put(lead, slot)).isNull());
        assertThat(told).isEqualTo(slots).hasSize(all.size());
        assertThat(all).allSatisfy(lead -> assertThat(table.get(lead)).isSameAs(slots.get(lead)));
    }
}

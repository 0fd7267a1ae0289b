package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The table of leads against a plain map. */
class LeadTableProperties {

    /** Texts that differ in little, identifiers that are kept as bits, and some of these whose hash is the same. */
    private static LeadId lead(int number) {
        return switch (number % 3) {
            case 0 -> new LeadId("L-%016x000%d".formatted(number / 6, number % 2));
            case 1 -> LeadId.derived("test", Integer.toString(number));
            default -> new LeadId(Integer.toString(number));
        };
    }

    @Property(tries = 200)
    void findsWhatAPlainMapFinds(@ForAll @Size(max = 2_000) List<@IntRange(min = 0, max = 3_000) Integer> numbers) {
        LeadTable table = new LeadTable();
        Map<LeadId, LeadSlot> plain = new HashMap<>();
        for (int number : numbers) {
            LeadId lead = lead(number);
            assertThat(table.get(lead)).isSameAs(plain.get(lead));
            LeadSlot slot = table.getOrAdd(lead(number));
            assertThat(slot).isSameAs(plain.computeIfAbsent(lead, none -> slot));
            assertThat(slot.lead()).isEqualTo(lead);
        }
        Map<LeadId, LeadSlot> told = new HashMap<>();
        table.forEach((lead, slot) -> assertThat(told.put(lead, slot)).isNull());
        assertThat(told).isEqualTo(plain);
    }

    @Example
    void threadsThatAddTheSameLeadsGetTheSameSlots() throws Exception {
        LeadTable table = new LeadTable();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<LeadSlot>>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> added(table));
            }
            List<Future<List<LeadSlot>>> all = threads.invokeAll(tasks);
            List<LeadSlot> first = all.get(0).get();
            for (Future<List<LeadSlot>> each : all) {
                for (int i = 0; i < first.size(); i++) {
                    assertThat(each.get().get(i)).isSameAs(first.get(i));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<LeadSlot> added(LeadTable table) {
        List<LeadSlot> slots = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            LeadSlot slot = table.getOrAdd(lead(number));
            assertThat(table.get(lead(number))).isSameAs(slot);
            slots.add(slot);
        }
        return slots;
    }
}

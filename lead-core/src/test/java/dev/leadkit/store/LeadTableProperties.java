package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class LeadTableProperties {

    /** Among them some of one hash code, which differ in what it leaves out; of some it is 0. */
    @Provide
    Arbitrary<LeadId> ids() {
        Arbitrary<String> alike = Arbitraries.integers().between(0, 7).map(number -> "L-0000000500000007000" + number);
        Arbitrary<String> derived = Arbitraries.integers()
                .between(0, 400)
                .map(number -> LeadId.derived("crm", "record " + number).value());
        return Arbitraries.oneOf(alike, derived, Arbitraries.just("L-00000005000000050000"))
                .map(LeadId::new);
    }

    @Property
    void aTableIsAMapOfTheLatestOfEachLead(@ForAll @Size(max = 200) List<@From("ids") LeadId> arriving) {
        LeadTable table = new LeadTable();
        Map<LeadId, LeadTable.Kept> expected = new HashMap<>();
        for (int i = 0; i < arriving.size(); i++) {
            LeadTable.Kept kept =
                    new LeadTable.Kept(LeadHistory.of(arriving.get(i), List.of()), i, arriving.size() - i, i % 2 == 0);
            assertThat(table.find(arriving.get(i))).isEqualTo(expected.get(arriving.get(i)));
            table.put(kept);
            expected.put(arriving.get(i), kept);
        }
        expected.forEach(
                (id, kept) -> assertThat(table.find(new LeadId(id.value()))).isEqualTo(kept));
        assertThat(table.find(new LeadId("nobody"))).isNull();
    }
}

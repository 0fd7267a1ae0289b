package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TerritoryFinderTest {

    private static TerritoryMap map() {
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        for (int i = 0; i < 90; i++) {
            plan.territory(Territory.of("us-" + i)
                    .where(Criteria.any().country("US"))
                    .entry(Criteria.any().postalCode(String.format("%02d*", i))));
        }
        plan.territory(Territory.of("ca").where(Criteria.any().country("CA").region("ON")));
        return TerritoryMap.of(plan.build());
    }

    private static List<Facts> leads() {
        List<Facts> leads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean northern = i % 3 == 0;
            Lead.Builder lead =
                    Lead.builder(new LeadId("lead-" + i)).set(StandardFields.COUNTRY, northern ? "CA" : "US");
            if (northern) {
                lead.set(StandardFields.REGION, "ON");
            }
            lead.set(StandardFields.POSTAL_CODE, String.format("%05d", 487 * i));
            leads.add(Facts.of(lead.build(), RandomMarket.NOW));
        }
        return leads;
    }

    private static int places(TerritoryFinder finder, List<Facts> leads) {
        int found = 0;
        for (int i = 0; i < leads.size(); i++) {
            found += finder.find(leads.get(i)) == TerritoryMap.NONE ? 0 : 1;
        }
        return found;
    }

    @Test
    @DisplayName("a look-up of plain values allocates nothing")
    void frugal() {
        TerritoryFinder finder = map().finder();
        List<Facts> leads = leads();
        int found = places(finder, leads);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        int again = places(finder, leads);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(again).isEqualTo(found).isGreaterThan(100);
        assertThat(bytes).isZero();
    }
}

package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;

final class LifetimeValueLawsProperties extends KpiContract<Customer, Counts, SortedMap<String, LifetimeFigures>> {
    @Override
    protected Kpi<Customer, Counts, SortedMap<String, LifetimeFigures>> subject() {
        return new LifetimeValue(60, new BigDecimal("0.01"), ZoneId.of("Asia/Tokyo"));
    }

    @Override
    protected Arbitrary<Customer> facts() {
        return CustomerArbitraries.customers();
    }
}

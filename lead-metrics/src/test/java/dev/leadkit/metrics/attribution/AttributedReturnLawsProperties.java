package dev.leadkit.metrics.attribution;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.Spending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;

final class AttributedReturnLawsProperties extends LeadKpiContract<SortedMap<String, AttributedReturn.Returns>> {

    private static final Spending SPENDING = Spending.of(
            ZoneOffset.UTC,
            List.of(cost("mail", "2025-11-01", "2026-01-01"), cost(Cost.UNALLOCATED, "2025-12-20", "2026-05-01")));

    private static Cost cost(String source, String from, String to) {
        Money amount = new Money(777, Currency.getInstance("EUR"));
        return new Cost(source, LocalDate.parse(from), LocalDate.parse(to), amount);
    }

    @Override
    protected LeadKpi<SortedMap<String, AttributedReturn.Returns>> subject() {
        return AttributedReturn.of(
                new Attribution(AttributionModel.u(), Attribution.USUAL_LOOKBACK), SPENDING, new BigDecimal("0.35"));
    }
}

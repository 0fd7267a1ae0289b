package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.money.MarketingReturn;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets what came back against what was spent, in one currency. */
final class CreditedReturns {

    private static final String NOTHING = "nothing was spent";

    private final AttributedReturn kpi;
    private final Currency currency;
    private final SortedMap<String, Long> excluded;
    private final boolean valueless;
    private final boolean incomplete;

    CreditedReturns(AttributedReturn kpi, Currency currency, Counts counts, SortedMap<String, Counts> cells) {
        this.kpi = kpi;
        this.currency = currency;
        this.excluded = counts.excluded();
        this.valueless = cells.isEmpty() && excluded.containsKey(AttributedReturn.NO_VALUE);
        this.incomplete = cells.values().stream().anyMatch(cell -> cell.count(AttributedReturn.CONVERSIONS, 0) < 0);
    }

    Breakdown<MarketingReturn.Returns> of(SortedMap<String, BigDecimal> spent, Counts covered) {
        SortedSet<String> sources = new TreeSet<>(spent.keySet());
        SortedMap<String, Counts> earned = covered.named();
        sources.addAll(earned.keySet());
        SortedMap<String, MarketingReturn.Returns> groups = new TreeMap<>();
        Counts whole = new Counts();
        for (String source : sources) {
            Counts row = earned.getOrDefault(source, new Counts());
            whole.merge(row);
            groups.put(source, returns(row, spent.getOrDefault(source, BigDecimal.ZERO)));
        }
        BigDecimal all = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown<>(returns(whole, all), groups);
    }

    private MarketingReturn.Returns returns(Counts row, BigDecimal spent) {
        BigDecimal revenue = Wide.amount(row, AttributedReturn.REVENUE, currency);
        BigDecimal margin = kpi.margin().orElse(BigDecimal.ZERO);
        String code = "currency=" + currency.getCurrencyCode();
        Definition roas = kpi.definition(
                "marketing.roas.credited",
                "&" + code,
                "Revenue credited by the model to touches on days that a cost of their channel covers, over the spend.");
        Definition romi = kpi.romi().with(code);
        String why = why(row, spent);
        return new MarketingReturn.Returns(
                figure(roas, KpiUnit.NUMBER, new Basis(revenue, spent, excluded), why),
                figure(
                        romi,
                        KpiUnit.SHARE,
                        new Basis(revenue.multiply(margin).subtract(spent), spent, excluded),
                        why.isEmpty() && kpi.margin().isEmpty() ? "no margin was given" : why));
    }

    private String why(Counts row, BigDecimal spent) {
        if (incomplete || row.count(AttributedReturn.TOUCHES, 0) < 0) {
            return KpiResult.INCOMPLETE;
        }
        if (valueless) {
            return "no converted lead has a value";
        }
        return spent.signum() <= 0 ? NOTHING : "";
    }

    private static KpiResult figure(Definition definition, KpiUnit unit, Basis basis, String why) {
        return why.isEmpty()
                ? KpiResult.quotient(definition, unit, basis, NOTHING)
                : KpiResult.undefined(definition, unit, basis, why);
    }
}

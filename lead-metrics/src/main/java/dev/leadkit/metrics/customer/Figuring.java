package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.SortedMap;

/** Makes the figures of {@link LifetimeValue} from sums, without any rounding before the last. */
final class Figuring {

    private static final String NO_CUSTOMERS = "no customers";
    private static final String NO_TIME = "no time has passed";

    private final LifetimeValue kpi;
    private final Currency currency;
    private final SortedMap<String, Long> left;

    Figuring(LifetimeValue kpi, Currency currency, SortedMap<String, Long> left) {
        this.kpi = kpi;
        this.currency = currency;
        this.left = left;
    }

    LifetimeFigures of(LifetimeValue.Lives lives) {
        boolean whole = lives.customers() >= 0
                && lives.churned() >= 0
                && lives.churned() <= lives.customers()
                && lives.days().signum() >= 0;
        BigDecimal customers = BigDecimal.valueOf(lives.customers());
        BigDecimal ended = BigDecimal.valueOf(lives.churned()).multiply(LifetimeValue.MONTH);
        BigDecimal believed = ended.multiply(BigDecimal.valueOf(kpi.horizon()));
        boolean capped = lives.days().compareTo(believed) > 0;
        return new LifetimeFigures(
                money("revenue", "The mean monthly revenue of a customer.", main(lives.revenue()), customers, whole),
                money("margin", "The mean monthly margin of a customer.", main(lives.margin()), customers, whole),
                churn(ended, lives.days(), whole),
                simple(lives, customers, ended, whole && capped, whole),
                discounted(lives, customers, ended, whole),
                capped);
    }

    private BigDecimal main(BigDecimal minor) {
        return minor.movePointLeft(Math.max(0, currency.getDefaultFractionDigits()));
    }

    private KpiResult money(String name, String meaning, BigDecimal sum, BigDecimal over, boolean whole) {
        return figure(definition(name, meaning), sum, over, whole ? NO_CUSTOMERS : KpiResult.INCOMPLETE);
    }

    private Definition definition(String name, String meaning) {
        return new Definition(
                "customer." + name + "/1?currency=" + currency.getCurrencyCode() + "&zone=" + kpi.zone(), meaning);
    }

    /** Why it would be undefined says too whether it must be. */
    private KpiResult figure(Definition definition, BigDecimal numerator, BigDecimal denominator, String why) {
        Basis basis = new Basis(numerator, denominator, left);
        KpiUnit unit = KpiUnit.money(currency);
        return why.equals(KpiResult.INCOMPLETE)
                ? KpiResult.undefined(definition, unit, basis, why)
                : KpiResult.quotient(definition, unit, basis, why);
    }

    private KpiResult churn(BigDecimal ended, BigDecimal days, boolean whole) {
        Basis basis = new Basis(ended, days, left);
        Definition definition = definition(
                "churn",
                "Customers that ended, a month (numerator: their number times 30.436875, denominator: days of all).");
        return whole
                ? KpiResult.quotient(definition, KpiUnit.SHARE, basis, NO_TIME)
                : KpiResult.undefined(definition, KpiUnit.SHARE, basis, KpiResult.INCOMPLETE);
    }

    private KpiResult simple(
            LifetimeValue.Lives lives, BigDecimal customers, BigDecimal ended, boolean capped, boolean whole) {
        BigDecimal life = capped ? BigDecimal.valueOf(kpi.horizon()) : lives.days();
        BigDecimal over = capped ? customers : customers.multiply(ended);
        String why = !whole ? KpiResult.INCOMPLETE : lives.customers() == 0 ? NO_CUSTOMERS : NO_TIME;
        return figure(suffixed(kpi.definition()), main(lives.margin()).multiply(life), over, why);
    }

    private Definition suffixed(Definition all) {
        return all.with("currency=" + currency.getCurrencyCode());
    }

    /** With churn {@code c = a / b}: {@code m (1 - c) / (i + c) = m (b - a) / (i b + a)}. */
    private KpiResult discounted(LifetimeValue.Lives lives, BigDecimal customers, BigDecimal ended, boolean whole) {
        BigDecimal days = lives.days();
        BigDecimal numerator = main(lives.margin()).multiply(days.subtract(ended));
        BigDecimal denominator =
                customers.multiply(kpi.discount().multiply(days).add(ended));
        String id = kpi.definition().id().replace("customer.ltv/", "customer.ltv.discounted/");
        Definition definition = suffixed(new Definition(
                id, "The mean monthly margin times the retention, over 1 plus the discount rate less the retention."));
        if (whole && lives.customers() > 0 && days.compareTo(ended) < 0) {
            return KpiResult.undefined(
                    definition,
                    KpiUnit.money(currency),
                    new Basis(numerator, denominator, left),
                    "churn above 1 a month");
        }
        String empty =
                lives.customers() == 0 ? NO_CUSTOMERS : days.signum() == 0 ? NO_TIME : "neither churn nor discount";
        return figure(definition, numerator, denominator, whole ? empty : KpiResult.INCOMPLETE);
    }
}

package dev.leadkit.metrics.customer;

import dev.leadkit.metrics.fold.KpiResult;

/**
 * The result of {@link LifetimeValue} in one currency.
 *
 * @param revenue {@code customer.revenue} (ARPA): the mean monthly revenue of a customer
 * @param margin {@code customer.margin}: the mean monthly margin of a customer
 * @param churn {@code customer.churn}: the part of the customers that ends in a month
 * @param simple {@code customer.ltv}: the margin over the churn
 * @param discounted {@code customer.ltv.discounted}: the same, what comes later being worth less; not capped
 * @param capped whether the mean life was taken as the horizon
 */
public record LifetimeFigures(
        KpiResult revenue, KpiResult margin, KpiResult churn, KpiResult simple, KpiResult discounted, boolean capped) {}

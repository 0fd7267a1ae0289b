package dev.leadkit.condition.index;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import java.util.List;

/**
 * What an index is made of.
 *
 * @param conditions the conditions of its entries
 * @param lanes how their weights are summed
 * @param filters which interactions are asked for beside those of the conditions
 * @param memo whether texts are remembered
 * @param keeps whether the caller looks at leads itself
 */
record IndexPlan(
        List<Condition> conditions, Lanes lanes, List<InteractionFilter> filters, boolean memo, boolean keeps) {}

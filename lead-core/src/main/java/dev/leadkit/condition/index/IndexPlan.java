package dev.leadkit.condition.index;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.LeadZone;
import java.util.List;
import java.util.Optional;

/**
 * What an index is made of.
 *
 * @param conditions the conditions of its entries
 * @param lanes how their weights are summed
 * @param filters which interactions are asked for beside those of the conditions
 * @param options how it is asked
 */
record IndexPlan(List<Condition> conditions, Lanes lanes, List<InteractionFilter> filters, Options options) {

    /**
     * How an index is asked.
     *
     * @param memo whether texts are remembered
     * @param keeps whether the caller looks at leads itself
     * @param whose by whose calendar days begin; empty for that of the facts
     */
    record Options(boolean memo, boolean keeps, Optional<LeadZone> whose) {}
}

package dev.leadkit.metrics.oracle;

import dev.leadkit.metrics.money.Cost;
import java.util.List;

/** Costs as rows of a table. */
public final class Charges {

    private Charges() {}

    /** Statements that put source, days, amount and currency of each cost into a table, and what else a row of it has. */
    public static List<String> inserts(String table, List<Cost> costs, String more) {
        return costs.stream()
                .map(cost -> "insert into %s values ('%s', '%s', '%s', %s, '%s'%s)"
                        .formatted(
                                table,
                                cost.source(),
                                cost.from(),
                                cost.to(),
                                cost.amount().minor(),
                                cost.amount().currency(),
                                more))
                .toList();
    }
}

package dev.leadkit.routing;

import static dev.leadkit.core.kit.ArrowTable.row;

import dev.leadkit.core.kit.ArchitectureContract;
import dev.leadkit.core.kit.ArrowTable;
import java.util.Set;

final class ArchitectureTest extends ArchitectureContract {
    @Override
    protected ArrowTable table() {
        return ArrowTable.onCore(
                "dev.leadkit.routing",
                row("availability"),
                row("territory"),
                row("rebalance"),
                row("model", "availability", "territory"),
                row("ledger", "model"),
                row("skill", "model"),
                row("workload", "model", "ledger"),
                row("decision", "model", "workload"),
                row("engine", "ledger", "skill", "decision"),
                row("dispatch", "engine"),
                row("desk", "dispatch").andOutside("dev.leadkit.desk"),
                row("simulation", "dispatch"),
                row("json", "engine", "dispatch").andOutside("dev.leadkit.json", "tools.jackson"));
    }

    @Override
    protected Set<String> requires() {
        return Set.of("transitive dev.leadkit.core", "static transitive org.jspecify");
    }
}

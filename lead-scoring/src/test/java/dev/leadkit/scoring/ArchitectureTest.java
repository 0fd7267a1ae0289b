package dev.leadkit.scoring;

import static dev.leadkit.core.kit.ArrowTable.row;

import dev.leadkit.core.kit.ArchitectureContract;
import dev.leadkit.core.kit.ArrowTable;
import java.util.Set;

final class ArchitectureTest extends ArchitectureContract {
    @Override
    protected ArrowTable table() {
        return ArrowTable.onCore(
                "dev.leadkit.scoring",
                row("model").andOutside("dev.leadkit.json"),
                row("engine", "model"),
                row("explain", "engine"),
                row("release", "engine"),
                row("learn", "engine"),
                row("bulk", "engine"),
                row("review", "engine"),
                row("json", "engine", "learn", "review").andOutside("dev.leadkit.json", "tools.jackson"));
    }

    @Override
    protected Set<String> requires() {
        return Set.of("transitive dev.leadkit.core", "static transitive org.jspecify");
    }
}

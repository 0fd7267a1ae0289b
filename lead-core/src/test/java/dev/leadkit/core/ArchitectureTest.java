package dev.leadkit.core;

import dev.leadkit.core.kit.ArchitectureContract;
import dev.leadkit.core.kit.ArrowTable;
import java.util.Set;

final class ArchitectureTest extends ArchitectureContract {
    @Override
    protected ArrowTable table() {
        return ArrowTable.core();
    }

    @Override
    protected Set<String> requires() {
        return Set.of(
                "static transitive org.jspecify",
                "tools.jackson.core",
                "static com.github.benmanes.caffeine",
                "static de.siegmar.fastcsv",
                "static com.google.i18n.phonenumbers.libphonenumber");
    }
}

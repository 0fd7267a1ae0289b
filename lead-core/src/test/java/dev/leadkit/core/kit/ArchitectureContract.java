package dev.leadkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every library module keeps to: acyclic packages, arrows as in its table, and a module declaration that exports
 * exactly the table's packages and requires exactly the named modules.
 */
public abstract class ArchitectureContract {
    private static final Path BASE = Path.of(System.getProperty("basedir", ""));
    private static final Path CLASSES = BASE.resolve("target/classes");

    private final PackageArrows arrows = PackageArrows.read(CLASSES, BASE.resolve("src/main/java"));

    /** The module's packages and what each may import. */
    protected abstract ArrowTable table();

    /** What the module requires beside {@code java.base}, as the declaration writes it: {@code static a.b}. */
    protected abstract Set<String> requires();

    @Test
    void packagesFormNoCycle() {
        assertThat(arrows.cycle()).isEmpty();
    }

    @Test
    void packagesImportOnlyWhatTheTableAllows() {
        assertThat(arrows.forbiddenBy(table())).isEmpty();
    }

    @Test
    void everyPackageHasARow() {
        assertThat(table().packages()).containsAll(arrows.packages());
    }

    @Test
    void everyPackageIsExportedToEverybody() throws IOException {
        Set<String> exports = descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exports).isEqualTo(arrows.packages());
    }

    @Test
    void theModuleRequiresWhatIsNamedHere() throws IOException {
        Set<String> requires = descriptor().requires().stream()
                .filter(each -> !each.name().equals("java.base"))
                .map(ArchitectureContract::written)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(requires).isEqualTo(new TreeSet<>(requires()));
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream compiled = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(compiled);
        }
    }

    private static String written(ModuleDescriptor.Requires requires) {
        Stream<String> modifiers = requires.modifiers().stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .sorted();
        return Stream.concat(modifiers, Stream.of(requires.name())).collect(Collectors.joining(" "));
    }
}

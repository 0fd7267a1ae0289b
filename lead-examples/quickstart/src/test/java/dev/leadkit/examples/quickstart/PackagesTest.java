package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.PackageArrows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An example is read as a whole, so its packages know each other in one direction only. */
final class PackagesTest {

    @Test
    void packagesPointDownwardsOnly() {
        PackageArrows arrows = PackageArrows.read(Path.of("target/classes"), Path.of("src/main/java"));

        assertThat(arrows.packages()).hasSize(5);
        assertThat(arrows.cycle()).isEmpty();
    }
}

package dev.leadkit.contact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data of others, which stays where it is: it may not be given away. */
public final class SharedData {

    private SharedData() {}

    /** The file; where it is absent, the test that asks for it is skipped and says so. */
    public static Path file(String name) {
        Path file =
                Path.of(System.getProperty("lead.data", "../../shared/data")).resolve(name);
        assumeTrue(
                Files.isRegularFile(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize()
                        + " (-Dlead.data=DIR names its folder)");
        return file;
    }
}

package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The same plan, leads, seed and clock in other virtual machines: of other identity hashes, another number of processors and of
 * threads, another garbage collector, and with the salt that each draws for its unmodifiable sets and maps.
 */
final class SameInEveryProcessTest {

    @Test
    @DisplayName("600 decisions and what explains them are the same to the byte in every process")
    void oneDigest() throws IOException, InterruptedException, NoSuchAlgorithmException, ExecutionException {
        List<Process> processes = List.of(
                started("3", "-XX:hashCode=0", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"),
                started("2", "-XX:hashCode=2", "-XX:ActiveProcessorCount=8", "-XX:+UseParallelGC"),
                started("1", "-XX:hashCode=3", "-XX:TieredStopAtLevel=1"));

        String here = DecisionsProcess.digest(2);

        for (Process process : processes) {
            try (BufferedReader said = process.inputReader()) {
                assertThat(said.readLine()).isEqualTo(here);
            }
            assertThat(process.waitFor()).isZero();
        }
    }

    private static Process started(String threads, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-Xmx256m"));
        command.addAll(List.of(flags));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), DecisionsProcess.class.getName(), threads));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }
}

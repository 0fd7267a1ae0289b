package dev.leadkit.examples.jdbc.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that imports. Its start is what takes time, so its JVM is told to make little of it. */
final class Child {

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /** Starts one. The first one writes what it has loaded into the archive, which those after it start from. */
    static Child start(Path archive, boolean first, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                (first ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive,
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Importing.class.getName()));
        command.addAll(List.of(arguments));
        return new Child(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Waits for its next word; false if it ended without saying it. */
    boolean says(String word) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals(word)) {
            line = said.readLine();
        }
        return line != null;
    }

    /** Kills it, unless it ends by itself before. */
    boolean killedAfter(long microseconds) throws InterruptedException {
        if (process.waitFor(microseconds, TimeUnit.MICROSECONDS)) {
            return false;
        }
        process.destroyForcibly();
        return process.waitFor() != 0;
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }
}

package dev.leadkit.examples.jdbc.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that imports. Its start is what takes time, so its JVM is told to make little of it. */
final class Child {

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /** Whether what the first one has loaded can be kept for those after it: only of archives, not of folders. */
    static boolean isArchivable() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .allMatch(path -> path.endsWith(".jar"));
    }

    /** Starts one. The first one writes what it has loaded into the archive, which those after it start from. */
    static Child start(Path archive, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (isArchivable()) {
            command.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        command.addAll(List.of(
                "-Xshare:auto",
                "-Xlog:disable",
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

package dev.leadkit.examples.quickstart.output;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Results appear whole or not at all: they are written into a draft folder and moved from there when all are complete. What
 * stood in their place comes back if one of them cannot be moved. The draft is deleted however the run ends, also when the
 * user interrupts it; only a process that is killed outright leaves one behind, under a name that begins with {@value #DRAFT}.
 */
public final class OutputFolder implements AutoCloseable {

    static final String DRAFT = ".leadkit-draft-";

    private final Path folder;
    private final Path draft;
    private final Thread interrupted = new Thread(this::deleteDraft);

    private OutputFolder(Path folder, Path draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /**
     * Prepares a draft on the disk that the folder is on, or will be on. The folder itself is not made yet.
     *
     * @param path the folder for the results
     * @return the folder, to be closed
     * @throws RefusedException if nothing can be written there
     */
    public static OutputFolder at(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        Path base = folder;
        while (!Files.exists(base) && base.getParent() != null) {
            base = base.getParent();
        }
        if (!Files.isDirectory(base)) {
            throw refused("a folder", "a file", base.equals(folder) ? "" : base + " is none.");
        }
        Path draft = base.resolve(DRAFT + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            OutputFolder out = new OutputFolder(folder, Files.createDirectory(draft));
            Runtime.getRuntime().addShutdownHook(out.interrupted);
            return out;
        } catch (IOException e) {
            throw refused("a folder that can be written to", "not", "Check " + base + ".");
        }
    }

    private static RefusedException refused(String rule, String was, String hint) {
        return new RefusedException("folder", List.of(new Fault("--out", rule, was, hint)));
    }

    /** Where a result is to be written, by its path within the folder. */
    public Path file(String name) {
        return draft.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    /**
     * Moves all that was written to its place.
     *
     * @throws IOException if one of the files cannot be moved; then all is as it was before
     */
    public synchronized void publish() throws IOException {
        List<Path> files = files();
        Path before = draft.resolve("before");
        List<Path> touched = new ArrayList<>();
        try {
            for (Path file : files) {
                Path place = folder.resolve(file);
                Files.createDirectories(place.getParent());
                if (Files.isDirectory(place)) {
                    throw new FileAlreadyExistsException(place.toString(), null, "it is a folder, not a file");
                }
                touched.add(file);
                moveIfThere(place, before.resolve(file));
                Files.move(draft.resolve(file), place);
            }
        } catch (IOException e) {
            for (Path file : touched) {
                Files.deleteIfExists(folder.resolve(file));
                moveIfThere(before.resolve(file), folder.resolve(file));
            }
            throw e;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(draft)) {
            return all.filter(Files::isRegularFile)
                    .map(draft::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
        }
    }

    @Override
    public void close() {
        deleteDraft();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            return; // the hook is running already
        }
    }

    /** As far as possible: a failure to tidy up must not hide the failure that led here. Waits while results are moved. */
    private synchronized void deleteDraft() {
        try (Stream<Path> all = Files.walk(draft)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            return;
        }
    }
}

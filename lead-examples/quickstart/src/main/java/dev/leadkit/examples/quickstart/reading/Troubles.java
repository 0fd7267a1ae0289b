package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Collects what keeps a run from starting or ending, so that all of it is told at once, each with the file it is in. */
public final class Troubles {

    private final List<String> found = new ArrayList<>();

    /**
     * Something that uses a file.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Using<T> {

        /** Uses the file. */
        T use() throws IOException;
    }

    /** Reads a file; empty if the troubles say why not. */
    <T> Optional<T> reading(Path file, Using<T> reading) {
        if (Files.isDirectory(file)) {
            add(file.toString(), new Fault("file", "a file", "a folder"));
            return Optional.empty();
        }
        return using(file.toString(), reading);
    }

    /**
     * Uses what can fail; what is wrong is kept with the name in front.
     *
     * @param name the name of the file or folder
     * @param use what to do
     * @param <T> what it gives
     * @return what it gave; empty if the troubles say why not
     */
    public <T> Optional<T> using(String name, Using<T> use) {
        try {
            return Optional.of(use.use());
        } catch (RefusedException e) {
            e.faults().forEach(fault -> add(name, fault));
        } catch (IOException e) {
            add(name, fault(e));
        } catch (UncheckedIOException e) {
            add(name, fault(Objects.requireNonNull(e.getCause())));
        }
        return Optional.empty();
    }

    private static Fault fault(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Fault("file", "one that exists", "");
        }
        if (e instanceof AccessDeniedException) {
            return new Fault("file", "open to this user", "closed", "Change its permissions.");
        }
        return new Fault("file", "usable", "not: " + e.getMessage());
    }

    void add(String name, Fault fault) {
        found.add(name + ": " + fault);
    }

    void add(Fault fault) {
        found.add(fault.toString());
    }

    /** Says why something was not looked at. */
    void notChecked(String name, String reason) {
        found.add(name + ": not checked further, because " + reason);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** A line for each trouble. */
    public List<String> list() {
        return List.copyOf(found);
    }
}

package dev.leadkit.examples.quickstart;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what keeps a run from starting, file by file, so that all of it is told at once. */
final class Troubles {

    private final List<String> found = new ArrayList<>();

    /** Reads one file; what is wrong with it is kept with the file's name in front. */
    <T> Optional<T> reading(String name, Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (RefusedException e) {
            e.faults().forEach(fault -> add(name, fault));
        } catch (NoSuchFileException e) {
            found.add(name + ": must be a file that exists, was missing");
        } catch (CharConversionException e) {
            found.add(name + ": must be text in UTF-8, was not");
        } catch (IOException | IllegalArgumentException e) {
            found.add(name + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Something that reads a file. */
    interface Reading<T> {
        T read() throws IOException;
    }

    void add(String name, Fault fault) {
        found.add(name + ": " + fault);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> list() {
        return List.copyOf(found);
    }
}

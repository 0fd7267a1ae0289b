package dev.leadkit.examples.benchmarks.suite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param effort how long to measure
 * @param data the folder of data that is not part of the project, if it was named
 * @param only the part of the suite that is to be run alone, if one was named
 */
public record Request(Effort effort, Optional<Path> data, Optional<String> only) {

    /**
     * Whether a part is to be run.
     *
     * @param part its name
     * @return true if no part was named, or this one
     */
    public boolean wants(String part) {
        return only.isEmpty() || only.get().equals(part);
    }
}

package dev.leadkit.transfer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where imports write down how far they are. Kept in the same transaction as the leads, it makes every row count once,
 * whatever crashes. An implementation must be thread-safe.
 */
public interface Checkpoints {

    /**
     * How far an import is.
     *
     * @param name the import's name
     * @return what became of the rows so far, or empty if it never began
     */
    Optional<ImportReport> find(String name);

    /**
     * Writes down how far an import is.
     *
     * @param name the import's name
     * @param report what became of the rows so far
     */
    void save(String name, ImportReport report);

    /**
     * Checkpoints that are forgotten with the process.
     *
     * @return new, empty checkpoints
     */
    static Checkpoints inMemory() {
        Map<String, ImportReport> reports = new ConcurrentHashMap<>();
        return new Checkpoints() {
            @Override
            public Optional<ImportReport> find(String name) {
                return Optional.ofNullable(reports.get(name));
            }

            @Override
            public void save(String name, ImportReport report) {
                reports.put(name, report);
            }
        };
    }
}

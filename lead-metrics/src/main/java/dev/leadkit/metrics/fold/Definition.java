package dev.leadkit.metrics.fold;

import static java.util.Objects.requireNonNull;

/**
 * What exactly a figure counts. Two figures may be compared when their definitions have the same identifier.
 *
 * @param id name, version and parameters, such as {@code lead.conversion/1?by=source}; the version rises when the meaning changes
 * @param basis by which instants it counts
 * @param meaning one sentence for a reader: what is divided by what, and who is left out
 */
public record Definition(String id, TimeBasis basis, String meaning) {

    /**
     * Makes a definition.
     *
     * @param id name, version and parameters
     * @param basis by which instants it counts
     * @param meaning one sentence for a reader
     */
    public Definition {
        requireNonNull(basis, "basis");
        if (id.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("id and meaning must be texts, was blank");
        }
    }

    /**
     * Makes the definition of a figure of all there is.
     *
     * @param id name, version and parameters
     * @param meaning one sentence for a reader
     */
    public Definition(String id, String meaning) {
        this(id, TimeBasis.SNAPSHOT, meaning);
    }

    @Override
    public String toString() {
        return id;
    }
}

package dev.leadkit.metrics.fold;

/**
 * What exactly a figure counts. Two figures may be compared when their definitions have the same identifier.
 *
 * @param id name, version and parameters, such as {@code lead.conversion/1?by=source}; the version rises when the meaning changes
 * @param meaning one sentence for a reader: what is divided by what, and who is left out
 */
public record Definition(String id, String meaning) {

    /**
     * Makes a definition.
     *
     * @param id name, version and parameters
     * @param meaning one sentence for a reader
     */
    public Definition {
        if (id.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("id and meaning must be texts, was blank");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

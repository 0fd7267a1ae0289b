package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.Mapping;
import dev.leadkit.lead.FieldCatalog;

/**
 * What a mapping document says. Immutable and thread-safe.
 *
 * @param system the system whose records it maps, not blank
 * @param catalog the standard fields and the custom ones that it declares
 * @param mapping how columns become fields
 */
public record MappingDocument(String system, FieldCatalog catalog, Mapping mapping) {

    /**
     * Makes the document.
     *
     * @param system the system, not blank
     * @param catalog the fields
     * @param mapping the mapping, made with that catalog
     */
    public MappingDocument {
        if (system.isBlank()) {
            throw new IllegalArgumentException("system must be a text, was blank");
        }
        requireNonNull(catalog, "catalog");
        requireNonNull(mapping, "mapping");
    }
}

package dev.leadkit.metrics.quality;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the audit knows of a lead that is open: captured, never converted, and not lost.
 *
 * @param care who cares for it
 * @param quietSince the latest sign of life: see {@link AuditFacts#of}
 */
public record OpenLead(Care care, Instant quietSince) {

    /**
     * Makes it.
     *
     * @param care who cares for it
     * @param quietSince the latest sign of life
     */
    public OpenLead {
        requireNonNull(care, "care");
        requireNonNull(quietSince, "quietSince");
    }
}

package dev.leadkit.enrichment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.Optional;
import java.util.function.Supplier;

/** The one place where an enrichment calls a host's code: what that throws goes no further than here. */
record Guarded<T>(String what, Optional<T> value, Optional<Throwable> failure) {

    static <T> Guarded<T> of(String what, Supplier<T> call) {
        try {
            return new Guarded<>(what, Optional.of(requireNonNull(call.get(), "answer")), Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            return new Guarded<>(what, Optional.empty(), Optional.of(e));
        }
    }

    /** Names the kind of exception, not its message: that may hold personal data. */
    Optional<EnrichmentResult> failed(LeadId lead, String provider) {
        return failure.map(e -> new EnrichmentResult.Failed(
                lead,
                provider,
                new Fault(what, "able to answer", e.getClass().getName(), "It threw that exception."),
                e));
    }
}

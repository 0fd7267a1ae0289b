package dev.leadkit.metrics.kit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.quality.AuditFacts;
import dev.leadkit.metrics.quality.Care;
import dev.leadkit.metrics.quality.HashedKey;
import dev.leadkit.metrics.quality.OpenLead;
import dev.leadkit.metrics.quality.Said;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Facts for the audit, few enough of everything that equal keys, fields and days are common. */
public final class AuditFactsArbitraries {

    private AuditFactsArbitraries() {}

    /** Facts of one lead with any of the fields {@code city}, {@code email}, {@code phone}, and of other fields. */
    public static Arbitrary<AuditFacts> leads() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30).map(i -> new LeadId("lead-" + i)),
                        Arbitraries.of("web", "ads", "(missing)"),
                        Arbitraries.maps(
                                        Arbitraries.of("city", "email", "phone", "other"),
                                        LeadFactsArbitraries.instants().optional(0.8))
                                .ofMaxSize(4),
                        Combinators.combine(Arbitraries.of(Care.class), LeadFactsArbitraries.instants())
                                .as(OpenLead::new)
                                .optional(0.8),
                        keys().set().ofMaxSize(3))
                .as((id, source, words, open, keys) ->
                        new AuditFacts(id, source, new TreeMap<String, Optional<Instant>>(words), open, keys))
                .withoutEdgeCases();
    }

    private static Arbitrary<HashedKey> keys() {
        return Combinators.combine(
                        Arbitraries.of("phone", "name"),
                        Arbitraries.longs().between(0, 1),
                        Arbitraries.longs().between(-1, 1))
                .as(HashedKey::new);
    }

    /** Facts of one submission with the columns {@code City} and {@code Mail}, or one that could not be read. */
    public static Arbitrary<SubmissionFacts> submissions() {
        Arbitrary<SubmissionFacts> read = Combinators.combine(Arbitraries.of(Said.class), Arbitraries.of(Said.class))
                .as((city, mail) -> new SubmissionFacts(new TreeMap<>(Map.of("City", city, "Mail", mail)), true));
        return Arbitraries.frequencyOf(Tuple.of(9, read), Tuple.of(1, Arbitraries.just(SubmissionFacts.unreadable())));
    }
}

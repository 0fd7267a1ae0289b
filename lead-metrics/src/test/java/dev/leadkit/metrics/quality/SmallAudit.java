package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small audits for tests, and their figures in short. */
final class SmallAudit {

    static final Instant END = Instant.parse("2026-07-01T00:00:00Z");

    private SmallAudit() {}

    static AuditFacts lead(String id, String source, String... fields) {
        SortedMap<String, Optional<Instant>> words = new TreeMap<>();
        Arrays.asList(fields).forEach(field -> words.put(field, Optional.of(END)));
        return new AuditFacts(new LeadId(id), source, words, Optional.empty(), Set.of());
    }

    static <F, A, R> R result(Accumulator<F, A, R> accumulator, List<F> added) {
        return result(accumulator, added, List.of());
    }

    static <F, A, R> R result(Accumulator<F, A, R> accumulator, List<F> added, List<F> retracted) {
        A state = accumulator.create();
        added.forEach(facts -> accumulator.add(state, facts));
        retracted.forEach(facts -> accumulator.retract(state, facts));
        return accumulator.result(state, END);
    }

    /** Numerator and denominator, or why there is no figure; and who was left out. */
    static String shown(KpiResult figure) {
        String value = figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.basis().numerator() + " of " + figure.basis().denominator();
        Map<String, Long> excluded = figure.basis().excluded();
        return excluded.isEmpty() ? value : value + " " + excluded;
    }
}

package dev.leadkit.metrics.kit;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.LeadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts of leads, few enough of everything that equal groups, months and scores are common. */
public final class LeadFactsArbitraries {

    /** The stages that facts are made with, in their order. */
    public static final List<Stage> STAGES =
            List.of(new Stage("new"), new Stage("mql"), new Stage("sql"), new Stage("won"));

    /** The custom field that facts are made with. */
    public static final Field<String> SIZE = Field.text("size");

    /** The first instant of all. */
    public static final Instant START = Instant.parse("2025-11-01T00:00:00Z");

    private LeadFactsArbitraries() {}

    /** Facts of one lead: dated or not, in any stages, answered before or after the capture, converted before or after it. */
    public static Arbitrary<LeadFacts> facts() {
        return Combinators.combine(
                        instants().optional(0.8),
                        Arbitraries.maps(Arbitraries.of(STAGES), instants()).ofMaxSize(4),
                        gaps().optional(0.6),
                        gaps().optional(0.4),
                        instants().optional(0.2),
                        Arbitraries.of("web", "ads", "fair", " ").optional(0.8),
                        Arbitraries.of("small", "large").optional(0.7),
                        Arbitraries.longs().between(-3, 6).map(Points::of).optional(0.8))
                .as(LeadFactsArbitraries::facts)
                .withoutEdgeCases();
    }

    private static LeadFacts facts(
            Optional<Instant> captured,
            Map<Stage, Instant> reached,
            Optional<Duration> response,
            Optional<Duration> cycle,
            Optional<Instant> lost,
            Optional<String> source,
            Optional<String> size,
            Optional<Points> score) {
        FieldValues.Builder values = FieldValues.builder();
        size.ifPresent(value -> values.set(SIZE, value));
        Instant start = captured.orElse(START);
        return new LeadFacts(
                captured,
                reached,
                response.map(start::plus),
                cycle.map(start::plus),
                lost,
                source,
                values.build(),
                score);
    }

    /** Instants in half a year, many at the edges of months. */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Instant> anywhere =
                Arbitraries.longs().between(0, 180L * 86_400).map(START::plusSeconds);
        return Arbitraries.oneOf(
                anywhere,
                Arbitraries.of(
                        START,
                        START.plus(Duration.ofDays(30)),
                        START.plus(Duration.ofDays(30)).minusNanos(1)));
    }

    private static Arbitrary<Duration> gaps() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-10, 700).map(Duration::ofSeconds),
                Arbitraries.longs().between(0, 90L * 86_400).map(Duration::ofSeconds),
                Arbitraries.of(
                        Duration.ZERO,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5).plusNanos(1)));
    }
}

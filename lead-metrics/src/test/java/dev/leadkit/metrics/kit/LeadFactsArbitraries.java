package dev.leadkit.metrics.kit;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

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

    /**
     * Facts of one lead: dated or not, in any stages, answered, converted and lost before or after the capture, opened again and
     * voided, with touches, owners, scores, prices and work.
     */
    public static Arbitrary<LeadFacts> facts() {
        Arbitrary<LeadId> ids = Arbitraries.integers().between(1, 40).map(i -> new LeadId("lead-" + i));
        return Combinators.combine(ids, Arbitraries.integers().between(1, 3), events())
                .as(LeadFacts::of)
                .withoutEdgeCases();
    }

    /** The events of one lead, in any order. */
    public static Arbitrary<List<FactEvent>> events() {
        return Combinators.combine(
                        instants(),
                        submission(),
                        Combinators.combine(gaps(), occurrences())
                                .as(LeadFactsArbitraries::after)
                                .list()
                                .ofMaxSize(9))
                .as((start, first, more) -> {
                    List<FactEvent> events = new ArrayList<>();
                    events.add(new FactEvent("e", start, first));
                    for (int i = 0; i < more.size(); i++) {
                        events.add(more.get(i).apply("e" + i, start));
                    }
                    return events;
                });
    }

    private static BiFunction<String, Instant, FactEvent> after(Duration gap, Occurrence what) {
        return (id, start) -> new FactEvent(id, start.plus(gap), what);
    }

    private static Arbitrary<Occurrence> submission() {
        return Combinators.combine(
                        Arbitraries.of("web", "ads", "fair", " ").optional(0.8),
                        Arbitraries.of("small", "large").optional(0.7),
                        Arbitraries.of(true, true, true, false))
                .as((source, size, dated) -> {
                    FieldValues.Builder values = FieldValues.builder();
                    source.ifPresent(text -> values.set(StandardFields.SOURCE, text));
                    size.ifPresent(text -> values.set(SIZE, text));
                    return new Occurrence.Submitted(Optional.of(STAGES.get(0)), values.build(), dated);
                });
    }

    private static Arbitrary<Occurrence> occurrences() {
        Arbitrary<Occurrence> scored = Combinators.combine(
                        Arbitraries.longs().between(-3, 6).map(Points::of),
                        probabilities().optional(0.7))
                .as(Occurrence.Scored::new);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(STAGES).map(Occurrence.Entered::new)),
                Tuple.of(3, Arbitraries.just(new Occurrence.Responded())),
                Tuple.of(
                        3,
                        amounts()
                                .optional(0.6)
                                .map(value -> new Occurrence.Converted(Optional.of(STAGES.get(3)), value))),
                Tuple.of(1, Arbitraries.of(new Occurrence.Voided(), new Occurrence.Reopened())),
                Tuple.of(2, Arbitraries.just(new Occurrence.Lost(Optional.empty()))),
                Tuple.of(3, scored),
                Tuple.of(3, Arbitraries.of("mail", "search", "direct", "social").map(Occurrence.Touched::new)),
                Tuple.of(2, reps().optional(0.8).map(Occurrence.Owned::new)),
                Tuple.of(1, amounts().map(Occurrence.Priced::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        reps().optional(0.9), gaps(), amounts().optional(0.5))
                                .as(Occurrence.Worked::new)),
                Tuple.of(1, submission()),
                Tuple.of(1, Arbitraries.just(new Occurrence.Unknown("mystery"))));
    }

    private static Arbitrary<RepId> reps() {
        return Arbitraries.of("ann", "bob").map(RepId::new);
    }

    private static Arbitrary<Money> amounts() {
        return Combinators.combine(Arbitraries.longs().between(-50, 5_000), Arbitraries.of("EUR", "EUR", "JPY"))
                .as((minor, currency) -> new Money(minor, Currency.getInstance(currency)));
    }

    private static Arbitrary<BigDecimal> probabilities() {
        return Arbitraries.integers().between(0, 10).map(tenths -> BigDecimal.valueOf(tenths, 1));
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

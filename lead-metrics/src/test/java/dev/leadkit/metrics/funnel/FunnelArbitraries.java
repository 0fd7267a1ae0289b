package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Leads that go to and fro through few stages within a few minutes, often at one instant. */
final class FunnelArbitraries {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final FunnelStep A = FunnelStep.entered(new Stage("a"));
    static final FunnelStep B = FunnelStep.entered(new Stage("b"));
    static final FunnelStep C = FunnelStep.entered(new Stage("c"));
    static final FunnelStep X = FunnelStep.touched("x");

    private FunnelArbitraries() {}

    static Arbitrary<LeadFacts> facts() {
        Arbitrary<Occurrence> what = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("a", "b", "c").map(stage -> new Occurrence.Entered(new Stage(stage)))),
                Tuple.of(1, Arbitraries.of("x", "y").map(Occurrence.Touched::new)),
                Tuple.of(1, Arbitraries.of(new Occurrence.Responded(), new Occurrence.Reopened())));
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 12);
        return Combinators.combine(what, seconds, Arbitraries.of(0, 0, 0, 500_000_000))
                .as((each, second, nanos) -> (EventAt) id -> new FactEvent(id, at(second, nanos), each))
                .list()
                .ofMaxSize(9)
                .map(all -> {
                    List<FactEvent> events = new ArrayList<>();
                    events.add(new FactEvent(
                            "e", START, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)));
                    for (int i = 0; i < all.size(); i++) {
                        events.add(all.get(i).named("e" + i));
                    }
                    return LeadFacts.of(new LeadId("lead"), events);
                });
    }

    private static Instant at(long second, int nanos) {
        return START.plusSeconds(second).plusNanos(nanos);
    }

    private interface EventAt {
        FactEvent named(String id);
    }

    static Arbitrary<List<FunnelStep>> steps() {
        return Arbitraries.of(
                List.of(A, B, C),
                List.of(A, B),
                List.of(A, B, A, C),
                List.of(A, A, B),
                List.of(C),
                List.of(FunnelStep.captured(), A, FunnelStep.responded()));
    }

    static Arbitrary<Window> windows() {
        return Arbitraries.of(
                Window.NONE,
                Window.fromFirstStep(Duration.ofSeconds(3)),
                Window.fromFirstStep(Duration.ofMillis(6_500)),
                Window.perStep(Duration.ofSeconds(2)),
                Window.perStep(Duration.ofMillis(4_500)));
    }
}

package dev.leadkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("A submission under an idempotency key")
final class IdempotencyProperties {

    private static final String LONG = "x".repeat(300);

    /** What the mapping makes of submissions at a time: good values, all faulty, talkative, broken, or there is none. */
    private static final List<Function<Submission, Mapped>> MAPPINGS = List.of(
            Desks::map,
            submission -> new Mapped(FieldValues.EMPTY, List.of(new Fault("all", "better", "bad")), List.of()),
            submission -> new Mapped(Desks.map(submission).values(), List.of(), many()),
            submission -> new Mapped(FieldValues.EMPTY, many(), List.of()),
            submission -> {
                throw new IllegalStateException("no");
            });

    private static List<Fault> many() {
        return IntStream.range(0, 150)
                .mapToObj(i -> new Fault(LONG + i, "short", LONG, LONG))
                .toList();
    }

    /** One call: what is handed in, under which key if any, with which mapping, how much later. */
    private record Call(Submission submission, Optional<String> key, int mapping, int seconds) {

        CaptureOutcome to(LeadStore store, Optional<String> under) {
            LeadDeskBuilder desk = LeadDesk.builder(store, () -> Desks.NOW.plusSeconds(seconds));
            if (mapping < MAPPINGS.size()) {
                desk.mapping("web", MAPPINGS.get(mapping));
            }
            return under.map(name -> desk.build().capture(submission, name))
                    .orElseGet(() -> desk.build().capture(submission));
        }
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        return CaptureProperties.repeated()
                .filter(pool -> !pool.isEmpty())
                .flatMap(pool -> Combinators.combine(
                                Arbitraries.of(pool),
                                Arbitraries.of("k1", "k2", "k3").optional(0.8),
                                Arbitraries.frequency(
                                        Tuple.of(4, 0),
                                        Tuple.of(1, 1),
                                        Tuple.of(1, 2),
                                        Tuple.of(1, 3),
                                        Tuple.of(1, 4),
                                        Tuple.of(1, 5)),
                                Arbitraries.integers().between(0, 3))
                        .as(Call::new)
                        .list()
                        .ofMaxSize(20));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("gets the first outcome again whatever happened since, and another one under that key is refused")
    void theFirstOutcomeStands(@ForAll("calls") List<Call> calls) {
        LeadStore store = LeadStore.inMemory();
        LeadStore withoutKeys = LeadStore.inMemory();
        Map<String, Submission> payloads = new HashMap<>();
        Map<String, CaptureOutcome> firsts = new HashMap<>();
        for (Call call : calls) {
            Optional<String> used = call.key().filter(payloads::containsKey);
            if (used.isEmpty()) {
                CaptureOutcome outcome = call.to(store, call.key());
                CaptureOutcome other = call.to(withoutKeys, Optional.empty());
                assertThat(outcome).hasSameClassAs(other);
                assertThat(outcome.leadId()).isEqualTo(other.leadId());
                call.key().ifPresent(key -> {
                    payloads.put(key, call.submission());
                    firsts.put(key, outcome);
                });
            } else if (payloads.get(used.get()).equals(call.submission())) {
                assertThat(call.to(store, call.key())).isEqualTo(firsts.get(used.get()));
            } else {
                CaptureOutcome refused = call.to(store, call.key());
                assertThat(refused).isInstanceOf(CaptureOutcome.Refused.class);
                assertThat(refused.faults()).extracting(Fault::path).containsExactly("idempotency key");
            }
        }
        assertThat(Desks.feed(store)).isEqualTo(Desks.feed(withoutKeys));
        assertThat(store.quarantine().page(0, 100))
                .isEqualTo(withoutKeys.quarantine().page(0, 100));
    }

    @Property(tries = 30)
    @Label("from many threads at once is one lead, and all get its outcome")
    void oneOfManyThreads(@ForAll("submitted") Submission submission) throws Exception {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        List<CaptureOutcome> outcomes = atOnce(Collections.nCopies(8, () -> desk.capture(submission, "double click")));
        assertThat(outcomes).hasSize(8).containsOnly(outcomes.get(0));
        boolean good = outcomes.get(0).captured();
        assertThat(Desks.feed(store)).hasSize(good ? 1 : 0);
        assertThat(store.quarantine().page(0, 10)).hasSize(good ? 0 : 1);
    }

    @Provide
    Arbitrary<Submission> submitted() {
        return CaptureProperties.repeated().filter(pool -> !pool.isEmpty()).map(pool -> pool.get(0));
    }

    @Property(tries = 30)
    @Label("wins from many threads against other payloads under the same key, once")
    void oneOfManyPayloads(@ForAll("four") int faulty) throws Exception {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        List<Callable<CaptureOutcome>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String country = i == faulty ? "?" : "DE";
            Submission each = new Submission("web", "" + i, Optional.empty(), Map.of("country", country));
            tasks.add(() -> desk.capture(each, "k"));
        }
        List<CaptureOutcome> outcomes = atOnce(tasks);
        assertThat(outcomes.stream().filter(CaptureOutcome.Refused.class::isInstance))
                .hasSize(3);
        long kept = store.quarantine().page(0, 10).size();
        assertThat(Desks.feed(store).size() + kept).isEqualTo(1);
        assertThat(outcomes.stream().filter(CaptureOutcome::captured)).hasSize((int) (1 - kept));
    }

    @Provide
    Arbitrary<Integer> four() {
        return Arbitraries.integers().between(0, 4);
    }

    private static List<CaptureOutcome> atOnce(List<Callable<CaptureOutcome>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<CaptureOutcome> outcomes = new ArrayList<>();
            for (Future<CaptureOutcome> each : pool.invokeAll(tasks)) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 20)
    @Label("is known for a repetition for as long as keys are kept, and not a moment longer")
    void aKeyIsKeptForItsTime(@ForAll("four") int days) {
        LeadStore store = LeadStore.inMemory();
        Retention retention = new Retention(Duration.ZERO, Duration.ofDays(days + 1L), Duration.ofDays(1));
        LeadDesk desk = Desks.on(store).retention(retention).build();
        Submission first = Desks.submission("1", "ada@example.org");
        Submission second = Desks.submission("2", "bob@example.org");
        desk.capture(first, "k");
        store.forget(Desks.NOW.plus(retention.idempotencyKeys()).minusNanos(1));
        assertThat(desk.capture(second, "k")).isInstanceOf(CaptureOutcome.Refused.class);
        store.forget(Desks.NOW.plus(retention.idempotencyKeys()));
        assertThat(desk.capture(second, "k").leadId()).contains(LeadId.derived("web", "2"));
    }
}

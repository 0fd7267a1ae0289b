package dev.leadkit.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.enrichment.EnrichmentAnswer.NothingKnown;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

final class WorkersTest {

    private static final int WORKERS = 4;
    private static final int LEADS = 40;

    private final Scene scene = new Scene();
    private final Map<LeadId, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Counts how often it is asked about each lead. */
    private final Enricher counting = new Enricher() {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public Set<Field<?>> fills() {
            return Set.of(Scene.INDUSTRY);
        }

        @Override
        public EnrichmentAnswer answer(EnrichmentQuestion question) {
            calls.computeIfAbsent(question.lead().id(), none -> new AtomicInteger())
                    .incrementAndGet();
            return new NothingKnown();
        }
    };

    private void inParallel(Callable<?> worker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        CyclicBarrier together = new CyclicBarrier(WORKERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                all.add(threads.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return worker.call();
                }));
            }
            for (Future<?> each : all) {
                each.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<LeadId> leads() {
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(scene.lead("L-" + i));
        }
        return leads;
    }

    private int answers(List<LeadId> leads) {
        return leads.stream().mapToInt(lead -> scene.answers(lead).size()).sum();
    }

    @RepeatedTest(5)
    @DisplayName("Workers of several processes, who all request and work, ask once for each lead")
    void processes() throws Exception {
        List<LeadId> leads = leads();
        inParallel(() -> {
            LeadEnrichment process = scene.asking(counting).build();
            leads.forEach(process::request);
            List<Claim> claims = scene.kept.outbox().claim(scene.now, scene.lease(), 3);
            while (!claims.isEmpty()) {
                process.work(claims, scene.lease());
                claims = scene.kept.outbox().claim(scene.now, scene.lease(), 3);
            }
            return leads;
        });
        assertThat(calls)
                .hasSize(LEADS)
                .allSatisfy((lead, count) -> assertThat(count).hasValue(1));
        assertThat(answers(leads)).isEqualTo(LEADS);
    }

    @RepeatedTest(5)
    @DisplayName("Threads that share an enrichment ask once for each lead, and never more than the budget has")
    void threads() throws Exception {
        List<LeadId> leads = leads();
        LeadEnrichment shared = scene.asking(counting).budget(Budget.of(25)).build();
        inParallel(() -> {
            leads.forEach(shared::enrich);
            return leads;
        });
        assertThat(calls)
                .hasSize(25)
                .allSatisfy((lead, count) -> assertThat(count).hasValue(1));
        assertThat(answers(leads)).isEqualTo(25);
    }
}

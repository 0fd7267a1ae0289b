package dev.leadkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CaptureProperties {

    private static final int THREADS = 4;

    /** Few records, addresses and countries, so that they meet often; "?" is a country that cannot be mapped. */
    @Provide
    Arbitrary<List<Submission>> submissions() {
        Arbitrary<Optional<String>> email = Arbitraries.of("ada@x.org", "ADA@x.org", "bob@x.org", "eve@x.org")
                .optional(0.7);
        return of(email);
    }

    @Provide
    Arbitrary<List<Submission>> withoutAddresses() {
        return of(Arbitraries.just(Optional.empty()));
    }

    private static Arbitrary<List<Submission>> of(Arbitrary<Optional<String>> email) {
        return single(email).list().ofMaxSize(30);
    }

    /** Of up to eight submissions any number in any order, the same one several times too. */
    static Arbitrary<List<Submission>> repeated() {
        return single(Arbitraries.of("ada@x.org", "ADA@x.org", "bob@x.org", "eve@x.org")
                        .optional(0.7))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .flatMap(pool -> Arbitraries.of(pool).list().ofMaxSize(30));
    }

    private static Arbitrary<Submission> single(Arbitrary<Optional<String>> email) {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4", "5"),
                        email,
                        Arbitraries.of("GB", "DE", "?", ""),
                        Arbitraries.integers().between(-3, 3).optional(0.5))
                .as(CaptureProperties::submission);
    }

    private static Submission submission(
            String externalId, Optional<String> email, String country, Optional<Integer> second) {
        Map<String, String> values = new HashMap<>();
        email.ifPresent(text -> values.put("email", text));
        if (!country.isEmpty()) {
            values.put("country", country);
        }
        return new Submission("web", externalId, second.map(Desks.NOW::plusSeconds), values);
    }

    @Property(tries = 300)
    void everySubmissionHasOneOutcomeAndEveryUsableOneIsInItsLead(@ForAll("submissions") List<Submission> in) {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        nothingLost(in, in.stream().map(desk::capture).toList(), store);
    }

    @Property(tries = 100)
    void nothingIsLostWhenManyThreadsHandIn(@ForAll("submissions") List<Submission> in) throws Exception {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            Collection<Callable<CaptureOutcome>> tasks = new ArrayList<>();
            in.forEach(each -> tasks.add(() -> desk.capture(each)));
            List<CaptureOutcome> out = new ArrayList<>();
            for (Future<CaptureOutcome> each : pool.invokeAll(tasks)) {
                out.add(each.get());
            }
            nothingLost(in, out, store);
        } finally {
            pool.shutdownNow();
        }
    }

    static void nothingLost(List<Submission> in, List<CaptureOutcome> out, LeadStore store) {
        assertThat(out).hasSameSizeAs(in);
        List<LeadEvent> feed = Desks.feed(store);
        for (int i = 0; i < in.size(); i++) {
            boolean usable = !"?".equals(in.get(i).values().get("country"));
            assertThat(out.get(i) instanceof CaptureOutcome.Quarantined).isEqualTo(!usable);
            if (usable) {
                LeadId lead = out.get(i).leadId().orElseThrow();
                FieldValues values = Desks.map(in.get(i)).values();
                String record = in.get(i).externalId();
                assertThat(feed).anyMatch(event -> event.leadId().equals(lead) && says(event, record, values));
            }
        }
        oneLeadEach(feed, out, store);
    }

    private static boolean says(LeadEvent event, String record, FieldValues values) {
        if (event instanceof Captured captured) {
            return captured.origin().externalId().equals(record)
                    && captured.values().equals(values);
        }
        return event instanceof Updated updated
                && updated.origin().externalId().equals(record)
                && updated.values().equals(values);
    }

    /** A record is in one lead only, a lead was captured once, an address leads to one lead that has had it. */
    private static void oneLeadEach(List<LeadEvent> feed, List<CaptureOutcome> out, LeadStore store) {
        Map<String, LeadId> leadOf = new HashMap<>();
        List<LeadId> captured = new ArrayList<>();
        for (LeadEvent event : feed) {
            if (event instanceof Captured first) {
                captured.add(first.leadId());
            }
            String record = event instanceof Captured first
                    ? first.origin().externalId()
                    : ((Updated) event).origin().externalId();
            assertThat(leadOf.merge(record, event.leadId(), (one, other) -> one))
                    .isEqualTo(event.leadId());
        }
        assertThat(captured).doesNotHaveDuplicates();
        assertThat(out.stream()
                        .filter(CaptureOutcome::captured)
                        .map(outcome -> outcome.leadId().orElseThrow())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(captured);
        for (String address : List.of("ada@x.org", "bob@x.org", "eve@x.org")) {
            store.findByKey(new MatchKey("email", address))
                    .ifPresent(lead -> assertThat(captured).contains(lead));
        }
    }

    @Property(tries = 200)
    void handingInEverythingAgainChangesNothingAndGivesTheSameOutcomes(@ForAll("submissions") List<Submission> in) {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        List<CaptureOutcome> first = in.stream().map(desk::capture).toList();
        List<LeadEvent> feed = Desks.feed(store);
        LeadDesk later = Desks.on(store, Desks.NOW.plusSeconds(3_600)).build();
        assertThat(in.stream().map(later::capture).toList()).isEqualTo(first);
        assertThat(Desks.feed(store)).isEqualTo(feed);
    }

    @Property(tries = 200)
    void theOrderInWhichRecordsComeInMakesNoDifferenceToTheLeads(
            @ForAll("withoutAddresses") List<Submission> in, @ForAll Random random) {
        List<Submission> shuffled = new ArrayList<>(in);
        Collections.shuffle(shuffled, random);
        assertThat(leads(shuffled)).isEqualTo(leads(in));
    }

    private static Map<LeadId, FieldValues> leads(List<Submission> in) {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        Map<LeadId, FieldValues> leads = new HashMap<>();
        in.forEach(each -> desk.capture(each).leadId().ifPresent(lead -> leads.put(lead, FieldValues.EMPTY)));
        leads.replaceAll(
                (lead, none) -> store.find(lead).orElseThrow().history().lead().values());
        return leads;
    }
}

package dev.leadkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Payload;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.StoredLead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Many submissions at once")
final class BatchProperties {

    private static final Retention WITH_PAYLOADS = Retention.standard().payloads(Duration.ofDays(30));

    private long handedIn;

    @Provide
    Arbitrary<List<Submission>> submissions() {
        return CaptureProperties.repeated();
    }

    /** Few records under few addresses: what waits finds its lead only after others were taken in. */
    @Provide
    Arbitrary<List<Submission>> crowds() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 6))
                .as((record, address) -> Desks.submission(record + "", "m" + address + "@x.example"))
                .list()
                .ofMinSize(4)
                .ofMaxSize(16);
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(0, 12).list().ofMinSize(1).ofMaxSize(6);
    }

    /** The clock moves on by a microsecond for each submission handed in before. */
    private LeadDesk desk(LeadStore on) {
        return LeadDesk.builder(on, () -> Desks.NOW.plus(Moment.STEP.multipliedBy(handedIn)))
                .mapping("web", Desks::map)
                .retention(WITH_PAYLOADS)
                .build();
    }

    /** The fourth one waits for the third one, and its address leads to the second one's lead meanwhile, which is the last one's too. */
    @Example
    @Label("keep the order of one lead, also where an address leads to it only meanwhile")
    void whatWaitsKnowsTheLeadThatGotItsKey() {
        LeadStore store = LeadStore.inMemory();
        Submission one = Desks.submission("1", "x@y.example");
        Submission again = Desks.submission("3", "z@y.example");
        List<Submission> in = List.of(
                Desks.submission("2", "z@y.example"),
                Desks.submission("3", "x@y.example"),
                Desks.submission("2", "x@y.example"),
                one,
                again);

        desk(store).captureAll(in);

        assertThat(store.payloads(LeadId.derived("web", "3")).stream()
                        .map(Payload::submission)
                        .toList())
                .endsWith(one, again);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("become what they become one by one, in batches of any size")
    void batchesMakeNoDifference(@ForAll("submissions") List<Submission> in, @ForAll("sizes") List<Integer> sizes) {
        LeadStore store = LeadStore.inMemory();
        LeadStore other = LeadStore.inMemory();
        handedIn = 0;
        List<CaptureOutcome> oneByOne = new ArrayList<>();
        LeadDesk single = desk(other);
        for (Submission each : in) {
            oneByOne.add(single.capture(each));
            handedIn++;
        }
        handedIn = 0;
        assertThat(inBatches(desk(store), in, sizes)).isEqualTo(oneByOne);
        assertThat(contents(store, in)).isEqualTo(contents(other, in));
        CaptureProperties.nothingLost(in, oneByOne, store);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    @Label("become what they become one by one, also where few records share few addresses")
    void crowdsMakeNoDifference(@ForAll("crowds") List<Submission> in) {
        batchesMakeNoDifference(in, List.of(in.size()));
    }

    private List<CaptureOutcome> inBatches(LeadDesk desk, List<Submission> in, List<Integer> sizes) {
        List<CaptureOutcome> outcomes = new ArrayList<>();
        Iterator<Integer> size =
                Stream.generate(() -> sizes).flatMap(List::stream).iterator();
        boolean progress = sizes.stream().anyMatch(each -> each > 0);
        while (handedIn < in.size()) {
            int from = (int) handedIn;
            int to = progress ? Math.min(in.size(), from + size.next()) : in.size();
            outcomes.addAll(desk.captureAll(in.subList(from, to)));
            handedIn = to;
        }
        return outcomes;
    }

    /** Everything that a store has to say of some submissions, but the order of the feed. */
    private static List<Object> contents(LeadStore of, List<Submission> in) {
        Set<MatchKey> keys = new HashSet<>();
        Set<LeadId> ids = new HashSet<>();
        for (Submission each : in) {
            keys.addAll(MatchKeyRule.email().keys(Desks.map(each).values()));
            LeadId id = LeadId.derived(each.system(), each.externalId());
            keys.add(new MatchKey(MatchKey.RECORD, id.value()));
            ids.add(id);
        }
        Map<LeadId, StoredLead> leads = of.find(ids);
        Map<LeadId, List<Payload>> payloads = new HashMap<>();
        ids.forEach(id -> payloads.put(id, of.payloads(id)));
        List<QuarantineItem> quarantine = of.quarantine().page(0, 1_000);
        Set<LeadEvent> feed = new HashSet<>(Desks.feed(of));
        List<LeadId> arrivals = of.page(LeadQuery.all(), Optional.empty(), 1_000);
        return List.of(leads, of.findByKey(keys), payloads, quarantine, feed, arrivals);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("are not lost while somebody else writes to the same leads before every commit")
    void aStormLosesNothing(
            @ForAll("submissions") List<Submission> in, @ForAll("submissions") List<Submission> others) {
        RacingStore racing = new RacingStore();
        LeadDesk rival = Desks.on(racing.calm()).build();
        List<CaptureOutcome> outcomes = new ArrayList<>();
        Iterator<Submission> next = others.iterator();
        racing.beforeEveryCommit(() -> {
            if (next.hasNext()) {
                outcomes.add(rival.capture(next.next()));
            }
        });
        List<CaptureOutcome> out = Desks.on(racing).build().captureAll(in);
        List<Submission> all = new ArrayList<>(in);
        all.addAll(others.subList(0, outcomes.size()));
        List<CaptureOutcome> both = new ArrayList<>(out);
        both.addAll(outcomes);
        CaptureProperties.nothingLost(all, both, racing.calm());
    }

    @Example
    @Label("may be many for one lead: whoever shares an address with thousands holds nobody up")
    void aCrowdAtOneAddress() {
        LeadStore store = LeadStore.inMemory();
        List<Submission> crowd = IntStream.range(0, 2_000)
                .mapToObj(i -> Desks.submission(Integer.toString(i), "info@example.org"))
                .toList();
        List<CaptureOutcome> out = Desks.on(store).build().captureAll(crowd);
        assertThat(out.get(0).captured()).isTrue();
        assertThat(out.subList(1, out.size())).hasOnlyElementsOfType(CaptureOutcome.Merged.class);
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 10)).hasSize(1);
        assertThat(Desks.feed(store)).hasSize(2_000);
    }
}

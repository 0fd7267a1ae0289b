package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.release.LiveScorer;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Against the plain truth: every lead scored afresh at every instant. */
final class RescoringProperties {

    private static final int ALL = Integer.MAX_VALUE;

    /** What a lead is told to have done, some hours before or after it is told. */
    record Told(String lead, int hours, Function<EventHeader, LeadEvent> what) {}

    /** Some time passes, things are told, there may be another model. */
    record Step(Duration passed, List<Told> told, Optional<ScoringModel> reload) {}

    /** What a lead's score was made of. */
    private record Basis(LeadHistory history, ScoringEngine engine, Instant at) {

        /** Asked of the history alone: no queue. */
        private boolean mayHaveChanged(StoredLead stored, ScoringEngine engineNow, Instant now) {
            return !stored.history().equals(history) || engine != engineNow || hasRunOut(now);
        }

        private boolean hasRunOut(Instant now) {
            return now.isAfter(at) && (hasFailed() || hasEnded(now));
        }

        /** What failed may not fail again. */
        private boolean hasFailed() {
            return !engine.score(history, at).faults().isEmpty();
        }

        private boolean hasEnded(Instant now) {
            return Stream.concat(
                            engine.validUntil(history, at).stream(),
                            history.events().stream().map(LeadEvent::occurredAt).filter(at::isBefore))
                    .anyMatch(end -> !end.isAfter(now));
        }
    }

    /** A host: its store, its clock, its model, and the loop under test. */
    private static final class Host {

        private final LeadStore store = LeadStore.inMemory();
        private final LiveScorer live;
        private final Rescoring loop;
        private final Set<LeadId> leads = new TreeSet<>();
        private final Map<LeadId, Basis> bases = new HashMap<>();
        private final Set<LeadId> faulty = new HashSet<>();
        private Instant now = LeadArbitraries.BEGIN;
        private long told;

        private Host(ScoringModel model) {
            live = LiveScorer.of(engine(model));
            loop = new Rescoring(store, live, () -> now, (lead, faults) -> faulty.add(lead));
        }

        private static ScoringEngine engine(ScoringModel model) {
            return ScoringEngine.of(model, ScoringModelArbitraries.registry());
        }

        private void happens(Step step) {
            now = now.plus(step.passed());
            step.told().forEach(this::tell);
            step.reload().map(Host::engine).ifPresent(live::use);
            faulty.clear();
        }

        private void tell(Told what) {
            LeadId lead = new LeadId(what.lead());
            leads.add(lead);
            EventHeader header =
                    new EventHeader(new EventId("E-" + ++told), lead, now.plus(Duration.ofHours(what.hours())), now);
            long version = store.find(lead).map(StoredLead::version).orElse(0L);
            store.commit(Commit.of(lead, version, List.of(what.what().apply(header))));
        }

        private StoredLead stored(LeadId lead) {
            return store.find(lead).orElseThrow();
        }

        private List<LeadId> due() {
            return leads.stream()
                    .filter(lead -> !bases.containsKey(lead)
                            || bases.get(lead).mayHaveChanged(stored(lead), live.engine(), now))
                    .toList();
        }

        private void scored(List<LeadId> scored) {
            scored.forEach(lead -> bases.put(lead, new Basis(stored(lead).history(), live.engine(), now)));
        }

        private void keepsTheTruth() {
            for (LeadId lead : leads) {
                assertThat(loop.score(lead)).contains(live.score(stored(lead).history(), now));
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theScoresAreThoseOfScoringEveryLeadAfreshAndOnlyWhatMayHaveChangedIsScored(
            @ForAll("models") ScoringModel model, @ForAll("steps") List<Step> steps) {
        Host host = new Host(model);
        for (Step step : steps) {
            host.happens(step);
            List<LeadId> due = host.due();
            List<LeadId> scored = host.loop.run(ALL);
            assertThat(scored).containsExactlyInAnyOrderElementsOf(due);
            host.scored(scored);
            host.keepsTheTruth();
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void aFewAtATimeComeToTheSame(@ForAll("models") ScoringModel model, @ForAll("steps") List<Step> steps) {
        Host host = new Host(model);
        for (Step step : steps) {
            host.happens(step);
            int rounds = host.leads.size() / 2 + 1;
            for (int i = 0; i < rounds; i++) {
                assertThat(host.loop.run(2)).hasSizeLessThanOrEqualTo(2);
            }
            host.keepsTheTruth();
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void whoseScoreHasFaultsIsReportedAndTheRestGoesOn(
            @ForAll("models") ScoringModel model, @ForAll("steps") List<Step> steps) {
        Host host = new Host(model);
        for (Step step : steps) {
            host.happens(step);
            List<LeadId> scored = host.loop.run(ALL);
            assertThat(host.faulty)
                    .isEqualTo(new HashSet<>(scored.stream()
                            .filter(lead -> !host.live
                                    .score(host.stored(lead).history(), host.now)
                                    .faults()
                                    .isEmpty())
                            .toList()));
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void nothingIsDueBeforeTheNextInstant(@ForAll("models") ScoringModel model, @ForAll("steps") List<Step> steps) {
        Host host = new Host(model);
        steps.forEach(host::happens);
        host.loop.run(ALL);
        Optional<Instant> next = host.loop.next().filter(host.now::isBefore);
        host.now = next.map(at -> at.minusNanos(1)).orElse(host.now);
        assertThat(next.isPresent() ? host.loop.run(ALL) : List.of()).isEmpty();
        host.keepsTheTruth();
        host.now = next.orElse(host.now);
        assertThat(next.isEmpty() || !host.loop.run(1).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Duration> passed = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40).map(Duration::ofHours),
                Arbitraries.integers().between(0, 100).map(Duration::ofSeconds));
        Arbitrary<Optional<ScoringModel>> reloads = Arbitraries.frequencyOf(
                Tuple.of(7, Arbitraries.just(Optional.empty())), Tuple.of(1, models().map(Optional::of)));
        return Combinators.combine(passed, told().list().ofMaxSize(2), reloads)
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Told> told() {
        Arbitrary<Function<EventHeader, LeadEvent>> what = Arbitraries.oneOf(
                LeadArbitraries.interactions().map(interaction -> header -> new Interacted(header, interaction)),
                LeadArbitraries.fieldValues()
                        .map(values -> header -> Updated.of(header, new Origin("form", "1", true), values)));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.integers().between(-48, 24),
                        what)
                .as(Told::new);
    }
}

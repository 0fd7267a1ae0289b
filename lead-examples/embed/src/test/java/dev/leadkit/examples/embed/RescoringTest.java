package dev.leadkit.examples.embed;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import dev.leadkit.scoring.release.LiveScorer;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of the page, and that time alone makes no lead due whose score stays. */
final class RescoringTest {

    private static final Path PAGE = Path.of("../../docs/scoring-engine.md");
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Field<Instant> CONTRACT_ENDS = Field.instant("contractEnds");
    private static final int ALL = Integer.MAX_VALUE;

    private final LeadStore store = LeadStore.inMemory();
    private final List<LeadId> faulty = new ArrayList<>();
    private Instant now = BEGIN;
    private int events;

    private Rescoring loop(LiveScorer live) {
        return new Rescoring(store, live, () -> now, (lead, faults) -> faulty.add(lead));
    }

    private EventHeader header(LeadId lead, Instant at) {
        return new EventHeader(new EventId("E-" + ++events), lead, at, now);
    }

    private void commit(LeadEvent event) {
        long version = store.find(event.leadId()).map(StoredLead::version).orElse(0L);
        store.commit(Commit.of(event.leadId(), version, List.of(event)));
    }

    private LeadId captured(String id, FieldValues values) {
        LeadId lead = new LeadId(id);
        commit(Captured.of(header(lead, now), new Origin("web", id, true), new Stage("new"), values));
        return lead;
    }

    private void visits(LeadId lead) {
        commit(new Interacted(header(lead, now), Interaction.inbound("visit")));
    }

    private LeadHistory history(LeadId lead) {
        return store.find(lead).orElseThrow().history();
    }

    private static ScoringEngine windows(String version, long points) {
        return ScoringEngine.of(ScoringModel.builder("visits", version)
                .dimension(
                        "interest",
                        d -> d.each(
                                "visits",
                                interaction("visit").filter(),
                                Worth.points(points).within(Duration.ofDays(7))))
                .build());
    }

    /** A lead is scored when it comes, when it visits, and when the visit's week is over. */
    @Test
    void eachLeadIsScoredThreeTimesWhereEveryHourWouldBeSevenHundred() throws IOException {
        Rescoring loop = loop(LiveScorer.of(windows("1", 5)));
        List<LeadId> leads = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> leads.add(captured("L-" + i, FieldValues.EMPTY)));
        int scorings = 0;
        int hours = 30 * 24;
        for (int hour = 0; hour < hours; hour++) {
            if (hour > 0 && hour <= leads.size()) {
                visits(leads.get(hour - 1));
            }
            scorings += loop.run(ALL).size();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(scorings).isEqualTo(3 * leads.size());
        assertThat(loop.next()).isEmpty();
        assertThat(Files.readString(PAGE))
                .contains("200 leads that each visit once in a month take 600 scorings")
                .contains("every hour anew it would be 144,000");
        assertThat(hours * leads.size()).isEqualTo(144_000);
    }

    /** No cap hides anything here, and nothing is worth less than nothing: so what is due has changed, to the millisecond. */
    @Test
    void whatTimeAloneMakesDueHasChangedAtThatVeryInstant() {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("exact", "1")
                .dimension(
                        "interest",
                        d -> d.each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(5).within(Duration.ofDays(3)))
                                .each(
                                        "demos",
                                        interaction("demo").filter(),
                                        Worth.points(1).halfLife(Duration.ofDays(2)))
                                .rule("renews", field(CONTRACT_ENDS).atMostAhead(Duration.ofDays(9)), 20))
                .build());
        Rescoring loop = loop(LiveScorer.of(engine));
        Map<LeadId, Instant> scoredAt = new HashMap<>();
        Random random = new Random(7);
        List<LeadId> leads = IntStream.range(0, 30)
                .mapToObj(i -> captured("L-" + i, ends(now.plus(Duration.ofHours(random.nextInt(800))))))
                .toList();
        int byTime = 0;
        for (int run = 0; run < 400; run++) {
            LeadId busy = leads.get(random.nextInt(leads.size()));
            commit(new Interacted(header(busy, now), Interaction.inbound(random.nextInt(8) == 0 ? "demo" : "visit")));
            for (LeadId lead : loop.run(ALL)) {
                if (!lead.equals(busy) && scoredAt.containsKey(lead)) {
                    changedAtItsEnd(engine, history(lead), scoredAt.get(lead));
                    byTime++;
                }
                scoredAt.put(lead, now);
            }
            now = now.plusMillis(random.nextInt(7_200_000));
        }
        assertThat(byTime).isGreaterThan(100);
    }

    private void changedAtItsEnd(ScoringEngine engine, LeadHistory history, Instant scoredAt) {
        Instant end = engine.validUntil(history, scoredAt).orElseThrow();
        assertThat(end).isAfter(scoredAt).isBeforeOrEqualTo(now);
        assertThat(engine.total(history, end)).isNotEqualTo(engine.total(history, scoredAt));
        assertThat(engine.total(history, end.minusNanos(1))).isEqualTo(engine.total(history, scoredAt));
    }

    private static FieldValues ends(Instant at) {
        return FieldValues.builder().set(CONTRACT_ENDS, at).build();
    }

    @Test
    void anotherModelMakesEverythingDueOnceAndAFewAtATime() {
        LiveScorer live = LiveScorer.of(windows("1", 5));
        Rescoring loop = loop(live);
        IntStream.range(0, 5).forEach(i -> visits(captured("L-" + i, FieldValues.EMPTY)));
        assertThat(loop.run(ALL)).hasSize(5);
        assertThat(loop.run(ALL)).isEmpty();

        live.use(windows("2", 8));
        assertThat(loop.run(3)).hasSize(3);
        assertThat(loop.next()).contains(now);
        assertThat(loop.run(3)).hasSize(2);
        assertThat(loop.run(3)).isEmpty();
        assertThat(loop.score(new LeadId("L-4")).orElseThrow().total()).isEqualTo(Points.of(8));
    }

    @Test
    void whoWaitsKeepsThePlaceHoweverOftenSomethingHappens() {
        LiveScorer live = LiveScorer.of(windows("1", 5));
        Rescoring loop = loop(live);
        LeadId early = captured("b", FieldValues.EMPTY);
        captured("a", FieldValues.EMPTY);
        loop.run(ALL);
        loop.changed(early);
        now = now.plusSeconds(1);
        visits(early);
        live.use(windows("2", 8));
        assertThat(loop.run(1)).containsExactly(early);
    }

    @Test
    void aRuleThatFailsIsReportedAndTriedAgainAndTheOtherLeadsWaitInNoQueue() {
        List<LeadId> down = new ArrayList<>(List.of(new LeadId("b")));
        Set<LeadId> asked = new TreeSet<>();
        RuleRegistry registry = RuleRegistry.EMPTY.with(
                "asks",
                with -> Rule.upTo(9, facts -> {
                    asked.add(facts.lead().id());
                    if (down.contains(facts.lead().id())) {
                        throw new IllegalStateException("not there");
                    }
                    return RuleResult.of(Points.of(9)).forever();
                }));
        ScoringModel model = ScoringModel.builder("asking", "1")
                .dimension("fit", d -> d.custom("asks", "asks", Map.of()))
                .build();
        Rescoring loop = loop(LiveScorer.of(ScoringEngine.of(model, registry)));
        LeadId ill = captured("b", FieldValues.EMPTY);
        LeadId well = captured("c", FieldValues.EMPTY);

        assertThat(loop.run(ALL)).containsExactly(ill, well);
        assertThat(faulty).containsExactly(ill);
        assertThat(loop.score(well).orElseThrow().total()).isEqualTo(Points.of(9));
        assertThat(loop.run(ALL)).isEmpty();
        now = now.plusSeconds(1);
        asked.clear();
        assertThat(loop.run(ALL)).containsExactly(ill);
        assertThat(asked).containsExactly(ill); // what is not told to be scored was not looked at, either

        down.clear();
        now = now.plusSeconds(1);
        assertThat(loop.run(ALL)).containsExactly(ill);
        assertThat(loop.score(ill).orElseThrow().total()).isEqualTo(Points.of(9));
        assertThat(loop.next()).isEmpty();
    }

    @Test
    void anErasureIsToldByTheHostAndAScoreThatIsKeptAsAnEventMakesNothingDue() {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("known", "1")
                .dimension(
                        "fit", d -> d.rule("mail", field(StandardFields.EMAIL).isPresent(), 3))
                .build());
        Rescoring loop = loop(LiveScorer.of(engine));
        LeadId lead = captured(
                "a",
                FieldValues.builder()
                        .set(StandardFields.EMAIL, new EmailAddress("ann@acme.example"))
                        .build());
        loop.run(ALL);
        commit(new Scored(header(lead, now), loop.score(lead).orElseThrow()));
        assertThat(loop.run(ALL)).isEmpty();

        store.redact(lead);
        loop.changed(lead);
        loop.changed(new LeadId("never seen"));
        loop.run(ALL);
        assertThat(loop.score(lead).orElseThrow().total()).isEqualTo(Points.ZERO);
        assertThat(loop.score(new LeadId("never seen"))).isEmpty();
        assertThat(loop.next()).isEmpty();
    }

    @Test
    void thePageShowsExactlyTheCodeThatIsTested() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/Rescoring.java"));
        String begin = "// tag::rescoring[]\n";
        String code =
                source.substring(source.indexOf(begin) + begin.length(), source.indexOf("    // end::rescoring[]"));

        assertThat(Files.readString(PAGE))
                .contains("```java\n" + code.indent(-4).stripTrailing() + "\n```");
    }

    @Test
    void aRuleThatFailedOnceIsAskedAgain() {
        Rule failing = new Rule() {
            private boolean hasFailed;

            @Override
            public RuleResult apply(Facts facts) {
                if (!hasFailed) {
                    hasFailed = true;
                    throw new IllegalStateException("no answer");
                }
                return RuleResult.of(Points.of(9)).forever();
            }
        };
        ScoringModel model = ScoringModel.builder("asks", "1")
                .dimension("fit", fit -> fit.custom("asks", "asks", Map.of()))
                .build();
        Rescoring loop = loop(LiveScorer.of(ScoringEngine.of(model, RuleRegistry.EMPTY.with("asks", with -> failing))));
        LeadId lead = captured("L", FieldValues.EMPTY);
        loop.run(ALL);
        assertThat(faulty).containsExactly(lead);
        now = now.plusSeconds(60);
        assertThat(loop.run(ALL)).containsExactly(lead);
        assertThat(loop.score(lead).orElseThrow().total()).isEqualTo(Points.of(9));
        assertThat(loop.next()).isEmpty();
    }
}

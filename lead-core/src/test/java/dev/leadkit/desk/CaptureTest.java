package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static dev.leadkit.desk.Desks.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.lifecycle.StandardStages;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaptureTest {

    private final RacingStore store = new RacingStore();
    private final LeadDesk desk = Desks.on(store).build();
    private final LeadDesk rival = Desks.on(store.calm()).build();

    private static CaptureOutcome accepted(LeadId lead) {
        return new CaptureOutcome.Accepted(lead, List.of());
    }

    private static CaptureOutcome merged(LeadId lead) {
        return new CaptureOutcome.Merged(lead, List.of());
    }

    private Lead lead(LeadId id) {
        return store.find(id).orElseThrow().history().lead();
    }

    @Test
    void aNewRecordBecomesALeadInTheFirstStageWithAnIdentifierOfItsRecord() {
        assertThat(desk.capture(submission("1", "Ada@Example.org"))).isEqualTo(accepted(ADA));
        assertThat(lead(ADA).stage()).contains(StandardStages.NEW);
        assertThat(lead(ADA).get(StandardFields.EMAIL)).contains(new EmailAddress("Ada@example.org"));
        assertThat(lead(ADA).capturedAt()).as("the submission was not dated").isEmpty();
    }

    @Test
    void theTimeOfASubmissionIsItsOwnElseThatOfTheDeskElseUnknown() {
        desk.at(NOW.minusSeconds(60)).capture(submission("1", "ada@example.org"));
        assertThat(lead(ADA).capturedAt()).contains(NOW.minusSeconds(60));
        Submission earlier = new Submission("web", "1", Optional.of(NOW.minusSeconds(90)), Map.of());
        desk.at(NOW).capture(earlier);
        assertThat(lead(ADA).capturedAt()).contains(NOW.minusSeconds(90));
        assertThat(Desks.feed(store))
                .allMatch(event -> event.header().recordedAt().equals(NOW));
    }

    @Test
    void theSameRecordAgainIsMergedAndTheSamePayloadAgainChangesNothing() {
        Submission first = submission("1", "ada@example.org");
        Submission second = new Submission("web", "1", Optional.empty(), Map.of("country", "GB"));
        assertThat(desk.capture(first)).isEqualTo(accepted(ADA));
        assertThat(desk.capture(second)).isEqualTo(merged(ADA));
        List<LeadEvent> feed = Desks.feed(store);
        assertThat(feed).hasExactlyElementsOfTypes(Captured.class, Updated.class);

        assertThat(desk.capture(first)).isEqualTo(accepted(ADA));
        assertThat(desk.capture(second)).isEqualTo(merged(ADA));
        assertThat(Desks.feed(store)).isEqualTo(feed);
        assertThat(lead(ADA).get(StandardFields.COUNTRY)).contains("GB");
        assertThat(lead(ADA).get(StandardFields.EMAIL)).isPresent();
    }

    @Test
    void submissionsThatDifferInPersonalDataAloneAreBothKept() {
        desk.capture(submission("1", "ada@example.org"));
        desk.capture(submission("1", "ada@example.com"));
        assertThat(Desks.feed(store)).hasSize(2);
        desk.capture(submission("1", "ada@example.com"));
        assertThat(Desks.feed(store)).hasSize(2);
    }

    @Test
    void anAddressThatALeadHasAlreadyLeadsThereWhateverTheCaseAndTheRecordStaysThere() {
        desk.capture(submission("1", "ada@example.org"));
        assertThat(desk.capture(submission("2", "ADA@example.org"))).isEqualTo(merged(ADA));
        assertThat(desk.capture(submission("2", "ada@new.example"))).isEqualTo(merged(ADA));
        assertThat(desk.capture(submission("3", "ada@new.example"))).isEqualTo(merged(ADA));
        assertThat(Desks.feed(store))
                .hasSize(4)
                .allMatch(event -> event.leadId().equals(ADA));
    }

    @Test
    void aRecordThatTakesOnTheAddressOfAnotherLeadStaysALeadOfItsOwnWithAWarning() {
        LeadId bob = LeadId.derived("web", "2");
        desk.capture(submission("1", "ada@example.org"));
        desk.capture(submission("2", "bob@example.org"));
        CaptureOutcome outcome = desk.capture(submission("2", "ada@example.org"));
        assertThat(outcome).isInstanceOf(CaptureOutcome.Merged.class);
        assertThat(outcome.leadId()).contains(bob);
        assertThat(outcome.faults().stream().map(Object::toString))
                .containsExactly("email: must be of this lead alone, was shared. Lead " + ADA
                        + " has it too; both may be the same person.");
        assertThat(desk.capture(submission("2", "ada@example.org"))).isEqualTo(outcome);
        assertThat(desk.capture(submission("3", "ada@example.org")).leadId()).contains(ADA);
    }

    @Test
    void whoCapturesTheSameRecordAMomentLaterIsMerged() {
        store.beforeNextCommit(() -> rival.capture(submission("1", "ada@example.org")));
        Submission country = new Submission("web", "1", Optional.empty(), Map.of("country", "GB"));
        assertThat(desk.capture(country)).isEqualTo(merged(ADA));
        assertThat(lead(ADA).get(StandardFields.COUNTRY)).contains("GB");
    }

    @Test
    void whoCapturesTheSamePersonUnderAnotherRecordAMomentLaterIsMerged() {
        store.beforeNextCommit(() -> rival.capture(submission("1", "ada@example.org")));
        assertThat(desk.capture(submission("2", "ada@example.org"))).isEqualTo(merged(ADA));
        assertThat(store.find(LeadId.derived("web", "2"))).isEmpty();
    }

    @Test
    void whoHandsInTheSameSubmissionAtTheSameMomentGetsTheFirstOutcome() {
        store.beforeNextCommit(() -> rival.capture(submission("1", "ada@example.org")));
        assertThat(desk.capture(submission("1", "ada@example.org"))).isEqualTo(accepted(ADA));
        assertThat(Desks.feed(store)).hasSize(1);
    }

    @Test
    void aLeadThatNeverComesToRestEndsInQuarantineNotInALoop() {
        AtomicInteger count = new AtomicInteger();
        desk.capture(submission("1", "ada@example.org"));
        store.beforeEveryCommit(() ->
                rival.at(NOW.plusSeconds(count.incrementAndGet())).record(ADA, Interaction.inbound("page.viewed")));
        assertThat(desk.capture(submission("1", "ada@example.com"))).isInstanceOf(CaptureOutcome.Quarantined.class);
        assertThat(count).hasValue(100);
    }

    @Test
    void faultyValuesAnUnknownSystemAndAMappingThatThrowsEndInQuarantineAndWriteNothing() {
        LeadDesk careless = LeadDesk.builder(store, () -> NOW)
                .mapping("web", submission -> {
                    throw new IllegalStateException("ada@example.org");
                })
                .build();
        assertThat(careless.capture(submission("1", "ada@example.org")).faults().toString())
                .contains("mapping: must be able to answer, was java.lang.IllegalStateException")
                .doesNotContain("ada@example.org");
        LeadDesk bottomless = LeadDesk.builder(store, () -> NOW)
                .mapping("web", submission -> {
                    throw new StackOverflowError();
                })
                .build();
        assertThat(bottomless
                        .capture(submission("1", "ada@example.org"))
                        .faults()
                        .toString())
                .contains("mapping: must be able to answer, was java.lang.StackOverflowError");
        assertThat(desk.capture(new Submission("web", "1", Optional.empty(), Map.of("country", "?"))))
                .isInstanceOf(CaptureOutcome.Quarantined.class);
        CaptureOutcome unknown = desk.capture(new Submission("webb", "1", Optional.empty(), Map.of()));
        assertThat(unknown).isInstanceOf(CaptureOutcome.Quarantined.class);
        assertThat(unknown.faults().toString()).contains("Did you mean \"web\"?");
        assertThat(Desks.feed(store)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"clear,true,false", "country,DE,FR"})
    void twoThatDifferInOneRespectAloneAreTheSameEventsInWhateverOrderTheyCame(
            String column, String one, String other) {
        List<List<LeadEvent>> feeds = new ArrayList<>();
        for (List<String> order : List.of(List.of(one, other), List.of(other, one))) {
            LeadStore fresh = LeadStore.inMemory();
            LeadDesk reading = LeadDesk.builder(fresh, () -> NOW)
                    .mapping("web", CaptureTest::clearing)
                    .build();
            reading.capture(new Submission("web", "1", Optional.of(NOW.minusSeconds(60)), Map.of("country", "GB")));
            order.forEach(text -> reading.capture(new Submission("web", "1", Optional.of(NOW), Map.of(column, text))));
            feeds.add(Desks.feed(fresh));
        }
        assertThat(feeds.get(0)).hasSize(3).containsExactlyInAnyOrderElementsOf(feeds.get(1));
    }

    private static Mapped clearing(Submission submission) {
        FieldValues.Builder values = FieldValues.builder().set(StandardFields.CITY, "Bonn");
        Optional.ofNullable(submission.values().get("country"))
                .ifPresent(text -> values.set(StandardFields.COUNTRY, text));
        if ("true".equals(submission.values().get("clear"))) {
            values.clear("country");
        }
        return new Mapped(values.build(), List.of(), List.of());
    }

    @Test
    void aRepetitionAndAReusedKeyAreToldByTheFirstAnswerOfTheStore() {
        AtomicInteger commits = new AtomicInteger();
        CaptureOutcome first = desk.capture(submission("1", "ada@example.org"), "k");
        store.beforeEveryCommit(commits::incrementAndGet);
        assertThat(desk.capture(submission("1", "ada@example.org"), "k")).isEqualTo(first);
        assertThat(commits).hasValue(1);
        assertThat(desk.capture(submission("1", "eve@example.org"), "k")).isInstanceOf(CaptureOutcome.Refused.class);
        assertThat(commits).hasValue(2);
    }

    @Test
    void aMatchKeyRuleThatThrowsEndsInQuarantine() {
        LeadDesk careless = Desks.on(store)
                .matchKeys(values -> {
                    throw new IllegalStateException("no");
                })
                .build();
        assertThat(careless.capture(submission("1", "ada@example.org"))).isInstanceOf(CaptureOutcome.Quarantined.class);
    }

    @Test
    void aLeadWithAFullHistoryRefusesMore() {
        List<LeadEvent> many = IntStream.range(0, LeadHistory.MOST_EVENTS)
                .<LeadEvent>mapToObj(i -> new Interacted(
                        new EventHeader(new EventId("e" + i), ADA, NOW, NOW), Interaction.inbound("page.viewed")))
                .toList();
        LeadStore full = LeadStore.inMemory();
        full.commit(Commit.of(ADA, 0, many));
        LeadDesk onFull = Desks.on(full).build();
        assertThat(onFull.capture(submission("1", "ada@example.org"))).isInstanceOf(CaptureOutcome.Refused.class);
        assertThat(onFull.record(ADA, Interaction.inbound("other"))).isInstanceOf(DeskResult.Refused.class);
    }
}

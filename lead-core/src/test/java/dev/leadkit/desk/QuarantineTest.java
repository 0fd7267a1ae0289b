package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A submission in quarantine")
final class QuarantineTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(4));
    private static final Submission FAULTY =
            new Submission("web", "1", Optional.empty(), Map.of("email", "ada@example.org", "country", "?"));

    private static Submission mended(Submission faulty) {
        return faulty.with("country", "GB");
    }

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk = Desks.on(store).build();
    private final LeadDesk later = Desks.on(store, LATER).build();

    private List<QuarantineItem> kept() {
        return store.quarantine().page(0, 100);
    }

    @Test
    @DisplayName("is not too long to be read again: such a one is refused, whatever the mapping would say")
    void isNotTooLong() {
        int room = Submission.LONGEST - "web".length() - "2".length() - "country".length();
        Submission longest = new Submission("web", "2", Optional.empty(), Map.of("country", "x".repeat(room)));
        Submission longer = new Submission("web", "2", Optional.empty(), Map.of("country", "x".repeat(room + 1)));
        assertThat(desk.capture(longer))
                .isEqualTo(new CaptureOutcome.Refused(List.of(new Fault(
                        "submission", "at most 2097152 characters", "2097153 characters", "Send files another way."))));
        assertThat(kept()).isEmpty();
        assertThat(longest.length()).isEqualTo(Submission.LONGEST);
        assertThat(desk.capture(longest)).isInstanceOf(CaptureOutcome.Accepted.class);
    }

    @Test
    @DisplayName("is found with its faults, when it came in, and how long it may stay")
    void isFound() {
        CaptureOutcome outcome = desk.capture(FAULTY);
        QuarantinedSubmission kept = new QuarantinedSubmission(
                FAULTY, List.of(new Fault("country", "a country", "\"?\"")), NOW, NOW.plus(Duration.ofDays(90)));
        assertThat(kept()).containsExactly(new QuarantineItem(1, kept));
        assertThat(outcome.faults()).isEqualTo(kept.faults());
        assertThat(Desks.feed(store)).isEmpty();
    }

    @Test
    @DisplayName("of any kind is there: no mapping, a mapping or key rule that throws, a time out of range, a storm")
    void anyKindIsThere() {
        desk.capture(new Submission("other", "1", Optional.empty(), Map.of()));
        desk.capture(new Submission("web", "2", Optional.of(EventHeader.LATEST.plusNanos(1)), Map.of()));
        Desks.on(store)
                .mapping("web", any -> {
                    throw new IllegalStateException("no");
                })
                .build()
                .capture(Desks.submission("3", "a@x.org"));
        Desks.on(store)
                .sharedKeys(any -> {
                    throw new IllegalStateException("no");
                })
                .build()
                .capture(Desks.submission("4", "a@x.org"));
        assertThat(kept())
                .extracting(each -> each.content().faults().get(0).path())
                .containsExactly("system", "occurredAt", "mapping", "match keys");
        assertThat(Desks.feed(store)).isEmpty();
    }

    @Test
    @DisplayName("of the earliest and the latest moment that events can have is none")
    void theFirstAndLastMomentAreGood() {
        desk.capture(new Submission("web", "1", Optional.of(EventHeader.EARLIEST), Map.of("country", "GB")));
        desk.capture(new Submission("web", "2", Optional.of(EventHeader.LATEST), Map.of("country", "GB")));
        assertThat(kept()).isEmpty();
        assertThat(Desks.feed(store)).hasSize(2);
    }

    @Test
    @DisplayName("that comes again is there once, with the newer faults")
    void comesAgain() {
        desk.capture(FAULTY);
        Mapped newer = new Mapped(FieldValues.EMPTY, List.of(new Fault("all", "better", "bad")), List.of());
        Desks.on(store).mapping("web", any -> newer).build().capture(FAULTY);
        assertThat(kept())
                .singleElement()
                .extracting(each -> each.content().faults())
                .isEqualTo(newer.errors());
    }

    @Test
    @DisplayName("becomes a lead when it is corrected, and is gone from quarantine then")
    void corrected() {
        desk.capture(FAULTY);
        assertThat(later.resubmit(1, QuarantineTest::mended)).contains(new CaptureOutcome.Accepted(ADA, List.of()));
        assertThat(kept()).isEmpty();
        assertThat(store.find(ADA).orElseThrow().history().lead().get(StandardFields.COUNTRY))
                .contains("GB");
        assertThat(later.resubmit(1, QuarantineTest::mended))
                .as("no longer there")
                .isEmpty();
    }

    @Test
    @DisplayName("that is still faulty stays as corrected, no longer than it would have")
    void stillFaulty() {
        desk.capture(FAULTY);
        assertThat(later.resubmit(1, faulty -> faulty.with("email", "eve@x.org")))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(CaptureOutcome.Quarantined.class));
        QuarantinedSubmission content = kept().get(0).content();
        assertThat(kept()).hasSize(1);
        assertThat(content.submission()).isEqualTo(FAULTY.with("email", "eve@x.org"));
        assertThat(content.receivedAt()).isEqualTo(NOW);
        assertThat(content.keepUntil()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    @Test
    @DisplayName("that is resubmitted as it was stays under its number")
    void equal() {
        desk.capture(FAULTY);
        List<QuarantineItem> before = kept();
        assertThat(later.resubmit(1, UnaryOperator.identity()))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(CaptureOutcome.Quarantined.class));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @DisplayName("gets in as it was when the mapping is better")
    void betterMapping() {
        desk.capture(FAULTY);
        LeadDesk better = Desks.on(store, LATER)
                .mapping("web", each -> Desks.map(each.with("country", "GB")))
                .build();
        assertThat(better.resubmit(1, UnaryOperator.identity())).contains(new CaptureOutcome.Accepted(ADA, List.of()));
        assertThat(kept()).isEmpty();
    }

    @Test
    @DisplayName("without a time counts from when it came in first, so that it replaces nothing newer")
    void anOldOneReplacesNothingNewer() {
        desk.capture(FAULTY);
        Desks.on(store, NOW.plusSeconds(60))
                .build()
                .capture(new Submission("web", "1", Optional.empty(), Map.of("country", "DE")));
        later.resubmit(1, QuarantineTest::mended);
        LeadHistory history = store.find(ADA).orElseThrow().history();
        assertThat(history.lead().get(StandardFields.COUNTRY)).contains("DE");
        assertThat(history.events().get(0).occurredAt()).isEqualTo(NOW);
        assertThat(history.events().get(0).header().recordedAt()).isEqualTo(LATER);
        assertThat(history.lead().capturedAt()).isEmpty();
    }

    @Test
    @DisplayName("with a time, or at a desk of a known moment, counts from that")
    void toldTimes() {
        Instant told = NOW.minusSeconds(9);
        desk.capture(new Submission("web", "1", Optional.of(told), FAULTY.values()));
        later.resubmit(1, QuarantineTest::mended);
        assertThat(store.find(ADA).orElseThrow().history().lead().capturedAt()).contains(told);

        desk.capture(new Submission("web", "2", Optional.empty(), Map.of("country", "?")));
        later.at(told.minusSeconds(1))
                .resubmit(2, QuarantineTest::mended)
                .orElseThrow()
                .leadId()
                .ifPresent(id -> assertThat(
                                store.find(id).orElseThrow().history().lead().capturedAt())
                        .contains(told.minusSeconds(1)));
        assertThat(kept()).isEmpty();
    }

    @Test
    @DisplayName("whose lead has no room stays, and nothing is lost")
    void refused() {
        desk.capture(FAULTY);
        List<LeadEvent> many = IntStream.range(0, LeadHistory.MOST_EVENTS)
                .<LeadEvent>mapToObj(i -> new Interacted(
                        new EventHeader(new EventId("e" + i), ADA, NOW, NOW), Interaction.inbound("page.viewed")))
                .toList();
        store.commit(Commit.of(ADA, 0, many));
        assertThat(later.resubmit(1, QuarantineTest::mended))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(CaptureOutcome.Refused.class));
        assertThat(kept()).hasSize(1);
    }

    @Test
    @DisplayName("is not touched by a correction that throws")
    void aCorrectionThatThrows() {
        desk.capture(FAULTY);
        List<QuarantineItem> before = kept();
        assertThatThrownBy(() -> desk.resubmit(1, faulty -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(kept()).isEqualTo(before);
        assertThat(desk.resubmit(2, QuarantineTest::mended)).isEmpty();
    }

    @Test
    @DisplayName("keeps its first outcome under its key when it became a lead meanwhile")
    void theKeyKeepsItsFirstOutcome() {
        CaptureOutcome first = desk.capture(FAULTY, "k");
        later.resubmit(1, QuarantineTest::mended);
        assertThat(later.capture(FAULTY, "k")).isEqualTo(first);
        assertThat(kept()).isEmpty();
    }

    @Test
    @DisplayName("is forgotten when its time is over")
    void forgotten() {
        desk.capture(FAULTY);
        assertThat(store.forget(NOW.plus(Duration.ofDays(90)).minusNanos(1))).isZero();
        assertThat(kept()).hasSize(1);
        assertThat(store.forget(NOW.plus(Duration.ofDays(90)))).isOne();
        assertThat(kept()).isEmpty();
    }
}

package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CommitTest {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final LeadId OTHER = new LeadId("L-2");
    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
    private static final MatchKey KEY = new MatchKey("email", "ada@example.org");
    private static final Submission SUBMISSION = new Submission("web", "7", Optional.empty(), Map.of("email", "x"));

    private static LeadEvent visit(LeadId lead) {
        return new Interacted(new EventHeader(new EventId("E"), lead, DAY, DAY), Interaction.inbound("visit"));
    }

    private static Effect effect(LeadId lead) {
        return new Effect(new EffectId("F"), lead, "task", DAY, new TreeMap<>(), new TreeMap<>());
    }

    private static Reservation reservation(String result) {
        return new Reservation(new IdempotencyKey("try", "p"), result, DAY);
    }

    @Test
    @DisplayName("A commit is made part by part, and each part replaces its own only")
    void parts() {
        Payload payload = new Payload(SUBMISSION, DAY, DAY);
        Commit plain = Commit.of(LEAD, 3, List.of(visit(LEAD)));
        assertThat(plain)
                .isEqualTo(new Commit(
                        LEAD,
                        3,
                        List.of(visit(LEAD)),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        Commit whole = plain.withKeys(Set.of(KEY), Set.of(new MatchKey("company", "acme")))
                .withEffects(List.of(effect(LEAD)))
                .withReservation(Optional.of(reservation("r")))
                .withPayload(Optional.of(payload));
        assertThat(whole)
                .isEqualTo(new Commit(
                        LEAD,
                        3,
                        List.of(visit(LEAD)),
                        Set.of(KEY),
                        Set.of(new MatchKey("company", "acme")),
                        List.of(effect(LEAD)),
                        Optional.of(reservation("r")),
                        Optional.of(payload)));
        assertThat(whole.withKeys(Set.of(), Set.of())
                        .withEffects(List.of())
                        .withReservation(Optional.empty())
                        .withPayload(Optional.empty()))
                .isEqualTo(plain);
    }

    @Test
    @DisplayName("A commit is about one lead, from version 0 up, and has an event")
    void refused() {
        assertThat(Commit.of(LEAD, 0, List.of(visit(LEAD))).expectedVersion()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Commit.of(LEAD, -1, List.of(visit(LEAD))));
        assertThatIllegalArgumentException().isThrownBy(() -> Commit.of(LEAD, 0, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Commit.of(LEAD, 0, List.of(visit(LEAD), visit(OTHER))));
        Commit plain = Commit.of(LEAD, 0, List.of(visit(LEAD)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withEffects(List.of(effect(LEAD), effect(OTHER))))
                .withMessageContaining("L-1")
                .withMessageContaining("L-2");
    }

    @Test
    @DisplayName("A commit is a copy that nobody can change")
    void immutable() {
        List<LeadEvent> events = new ArrayList<>(List.of(visit(LEAD)));
        Commit commit = Commit.of(LEAD, 0, events);
        events.clear();
        assertThat(commit.events()).containsExactly(visit(LEAD)).isUnmodifiable();
    }

    @Test
    @DisplayName("A claim counts from 1")
    void claim() {
        assertThat(new Claim(effect(LEAD), 1, 0).attempt()).isEqualTo(1);
        assertThat(new Claim(effect(LEAD), 3, 2).failures()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim(effect(LEAD), 0, 0))
                .withMessage("attempt must be from 1 up, was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim(effect(LEAD), 1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim(effect(LEAD), 2, 2))
                .withMessage("failures must be from 0 up and fewer than attempts, were 2 at attempt 2");
        assertThatNullPointerException().isThrownBy(() -> new Claim(null, 1, 0));
    }

    @Test
    @DisplayName("A claim is asked for all types, or for at least one; what is asked for is a copy")
    void claimRequest() {
        ClaimRequest all = ClaimRequest.of(Instant.EPOCH, Instant.MAX, 1);
        List<String> wanted = new ArrayList<>(List.of("mail", "call"));
        ClaimRequest some = all.only(wanted);
        wanted.add("letter");
        assertThat(List.of(all.wants("mail"), all.wants("letter"))).containsOnly(true);
        assertThat(List.of(some.wants("mail"), some.wants("call"), some.wants("letter")))
                .containsExactly(true, true, false);
        assertThat(some.types().orElseThrow()).isUnmodifiable();
        assertThat(some.most()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.only(List.of()))
                .withMessage("claim must be for at least one type, or for all, was for none");
    }

    @Test
    @DisplayName("A reservation's result has at most 1,000,000 characters")
    void longestResult() {
        assertThat(reservation("x".repeat(1_000_000)).result()).hasSize(1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reservation("x".repeat(1_000_001)))
                .withMessageContaining("1000001");
        assertThatNullPointerException().isThrownBy(() -> new Reservation(null, "", DAY));
        assertThatNullPointerException().isThrownBy(() -> new Reservation(new IdempotencyKey("try", "p"), "", null));
    }

    @Test
    @DisplayName("An idempotency key has 1 to 255 characters and a payload")
    void idempotencyKey() {
        assertThat(new IdempotencyKey("x".repeat(255), "p").key()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("x".repeat(256), "p"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(" ", "p"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("x", " "));
    }

    @Test
    @DisplayName("What goes into quarantine has a fault, and its record is the lead that it would have become")
    void quarantined() {
        List<Fault> faults = new ArrayList<>(List.of(new Fault("email", "an address", "text of 1 characters")));
        QuarantinedSubmission item = new QuarantinedSubmission(SUBMISSION, faults, DAY, DAY);
        faults.clear();
        assertThat(item.faults()).hasSize(1);
        assertThat(item.record()).isEqualTo(LeadId.derived("web", "7"));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuarantinedSubmission(SUBMISSION, faults, DAY, DAY));
    }
}

package dev.leadkit.event;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static dev.leadkit.lead.StandardFields.CITY;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FoldTest {

    private static final Stage NEW = new Stage("new");
    private static final Stage MQL = new Stage("mql");
    private static final Stage WON = new Stage("won");
    private static final Stage GONE = new Stage("gone");
    private static final ModelRef MODEL = new ModelRef("m", "1");
    private static final Origin DATED = new Origin("form", "1", true);
    private static final Origin UNDATED = new Origin("form", "1", false);
    private static final FieldValues NOTHING = FieldValues.EMPTY;

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static EventHeader on(int day) {
        return new EventHeader(new EventId("E-" + day), LEAD, day(day), day(99));
    }

    private static Lead lead(LeadEvent... events) {
        return LeadHistory.of(LEAD, List.of(events)).lead();
    }

    @Test
    void aLeadOfNoEventsIsOnlyItsIdentity() {
        Lead lead = lead();
        assertThat(lead.id()).isEqualTo(LEAD);
        assertThat(lead.values()).isEqualTo(NOTHING);
        assertThat(lead.stage()).isEmpty();
        assertThat(lead.owner()).isEmpty();
        assertThat(lead).hasToString("Lead[L-1]");
    }

    @Test
    void aCaptureGivesValuesStageAndTime() {
        FieldValues values = FieldValues.builder()
                .set(COUNTRY, "DE")
                .set(EMAIL, new EmailAddress("a@b"))
                .build();
        Lead lead = lead(Captured.of(on(1), DATED, NEW, values));
        assertThat(lead.get(COUNTRY)).contains("DE");
        assertThat(lead.get(EMAIL)).contains(new EmailAddress("a@b"));
        assertThat(lead.stage()).contains(NEW);
        assertThat(lead.get(StandardFields.STAGE)).contains("new");
        assertThat(lead.get(StandardFields.STAGE_SINCE)).contains(day(1));
        assertThat(lead.capturedAt()).contains(day(1));
        assertThat(lead.get(StandardFields.CAPTURED_AT)).contains(day(1));
    }

    @Test
    void anUndatedCaptureSaysNothingOfWhenAndDoesNotTurnTheStageBack() {
        Lead lead = lead(new StageMoved(on(1), NEW, MQL, ""), Captured.of(on(2), UNDATED, NEW, NOTHING));
        assertThat(lead.stage()).contains(MQL);
        assertThat(lead.get(StandardFields.STAGE_SINCE)).contains(day(1));
        assertThat(lead.capturedAt()).isEmpty();
        assertThat(lead.get(StandardFields.CAPTURED_AT)).isEmpty();
    }

    @Test
    void theEarliestDatedSubmissionIsTheCapture() {
        Lead lead = lead(
                Updated.of(on(1), UNDATED, NOTHING),
                Updated.of(on(2), DATED, NOTHING),
                Captured.of(on(3), DATED, NEW, NOTHING));
        assertThat(lead.capturedAt()).contains(day(2));
        assertThat(lead.get(StandardFields.CAPTURED_AT)).contains(day(2));
    }

    @Test
    void newerValuesAndClearingsReplaceAndSilenceDoesNot() {
        FieldValues older =
                FieldValues.builder().set(COUNTRY, "DE").set(CITY, "Bonn").build();
        FieldValues newer =
                FieldValues.builder().set(COUNTRY, "AT").clear("city").build();
        assertThat(lead(Captured.of(on(1), DATED, NEW, older), Updated.of(on(2), DATED, newer))
                        .values()
                        .get(COUNTRY))
                .contains("AT");
        assertThat(lead(Captured.of(on(1), DATED, NEW, older), Updated.of(on(2), DATED, newer))
                        .get(CITY))
                .isEmpty();
        assertThat(lead(Captured.of(on(1), DATED, NEW, older), Updated.of(on(2), DATED, NOTHING))
                        .get(CITY))
                .contains("Bonn");
    }

    @Test
    void theEarliestConversionCounts() {
        Lead lead = lead(new Converted(on(1), WON, Optional.empty()), new Converted(on(2), WON, Optional.empty()));
        assertThat(lead.convertedAt()).contains(day(1));
        assertThat(lead.get(StandardFields.STAGE_SINCE)).contains(day(2));
        assertThat(lead.stage()).contains(WON);
    }

    @Test
    void aLostLeadThatMovesAgainIsNotLost() {
        LeadEvent lost = new Lost(on(1), GONE, "no budget");
        assertThat(lead(lost).lostAt()).contains(day(1));
        assertThat(lead(lost).stage()).contains(GONE);
        assertThat(lead(lost, new StageMoved(on(2), GONE, MQL, "")).lostAt()).isEmpty();
        assertThat(lead(lost, new Lost(on(2), GONE, "again")).lostAt()).contains(day(2));
        assertThat(lead(lost, Captured.of(on(2), UNDATED, NEW, NOTHING)).lostAt())
                .contains(day(1));
    }

    private static Assigned assigned(int day, String rep, long token) {
        return new Assigned(on(day), new RepId(rep), token, MODEL, "least loaded");
    }

    @Test
    void anOlderTokenDoesNotTakeTheLeadBack() {
        assertThat(lead(assigned(1, "ada", 2), assigned(2, "bo", 1)).owner()).contains(new RepId("ada"));
        assertThat(lead(assigned(1, "ada", 2), assigned(2, "bo", 2)).owner()).contains(new RepId("bo"));
        assertThat(lead(assigned(1, "ada", 1), assigned(2, "bo", 2)).get(StandardFields.OWNER))
                .contains("bo");
    }

    @Test
    void theLatestScoreIsKept() {
        Lead graded = lead(new Scored(on(1), score(40, Optional.of(new Grade("A")))));
        assertThat(graded.get(StandardFields.SCORE)).contains(new BigDecimal("40"));
        assertThat(graded.get(StandardFields.GRADE)).contains("A");
        Lead later = lead(
                new Scored(on(1), score(40, Optional.of(new Grade("A")))),
                new Scored(on(2), score(5, Optional.empty())));
        assertThat(later.get(StandardFields.SCORE)).contains(new BigDecimal("5"));
        assertThat(later.get(StandardFields.GRADE)).isEmpty();
    }

    private static Score score(long points, Optional<Grade> grade) {
        Contribution part = new Contribution("fit", "r", Contribution.Kind.RULE, Points.of(points));
        return new Score(MODEL, Map.of("fit", Points.of(points)), grade, List.of(part), List.of());
    }

    @Test
    void interactionsAndQueuesChangeNothingOfTheLead() {
        Lead lead = lead(new Interacted(on(1), Interaction.inbound("visit")), new Queued(on(2), "q", MODEL, "full"));
        assertThat(lead.values()).isEqualTo(NOTHING);
        assertThat(lead.stage()).isEmpty();
    }

    @Test
    void anOwnerCanBeTakenAway() {
        Lead lead = Lead.builder(LEAD).owner(new RepId("ada")).owner(null).build();
        assertThat(lead.owner()).isEmpty();
        assertThat(lead.get(StandardFields.OWNER)).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> Lead.builder(null));
    }

    @Test
    void personalDataStandsInItsOwnSection() {
        FieldValues mixed = FieldValues.builder()
                .set(COUNTRY, "DE")
                .set(EMAIL, new EmailAddress("a@b"))
                .build();
        Captured captured = Captured.of(on(1), DATED, NEW, mixed);
        Updated updated = Updated.of(on(1), DATED, mixed);
        assertThat(captured.facts().fields()).containsExactly(COUNTRY);
        assertThat(captured.personal().fields()).containsExactly(EMAIL);
        assertThat(captured.values()).isEqualTo(mixed);
        assertThat(updated.values()).isEqualTo(mixed);
        assertThat(((Updated) updated.redacted()).personal()).isEqualTo(NOTHING);
        assertThat(((Captured) captured.redacted()).facts()).isEqualTo(captured.facts());
        assertThatIllegalArgumentException().isThrownBy(() -> new Captured(on(1), DATED, NEW, mixed, NOTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new Updated(on(1), DATED, NOTHING, mixed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Updated(
                        on(1),
                        DATED,
                        NOTHING,
                        FieldValues.builder().clear("city").build()));
    }

    @Test
    void headersAreOrderedByTimeThenIdentifier() {
        EventHeader early = new EventHeader(new EventId("b"), LEAD, day(1), day(9));
        EventHeader late = new EventHeader(new EventId("a"), LEAD, day(2), day(3));
        EventHeader twin = new EventHeader(new EventId("c"), LEAD, day(1), day(3));
        assertThat(early).isLessThan(late).isLessThan(twin);
        assertThat(late).isGreaterThan(twin);
        assertThatNullPointerException().isThrownBy(() -> new EventHeader(null, LEAD, day(1), day(1)));
        assertThatNullPointerException().isThrownBy(() -> new EventHeader(new EventId("a"), null, day(1), day(1)));
        assertThatNullPointerException().isThrownBy(() -> new EventHeader(new EventId("a"), LEAD, null, day(1)));
        assertThatNullPointerException().isThrownBy(() -> new EventHeader(new EventId("a"), LEAD, day(1), null));
    }

    /** By {@code printf '3:L-15:visit4:2026' | sha256sum}, the first 32 digits. */
    @Test
    void aDerivedEventIdIsTheBeginningOfAHash() {
        assertThat(EventId.derived(LEAD, "visit", "2026")).hasToString("E-ba7111e4eca0aae2330fdf1c4d98154f");
        assertThat(EventId.derived(LEAD, "visit2026")).isNotEqualTo(EventId.derived(LEAD, "visit", "2026"));
        assertThat(new EventId("x".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId("x".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId(" "));
    }

    @Test
    void originsAndInteractionsHaveNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(" ", "1", true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("form", "", true));
        assertThatIllegalArgumentException().isThrownBy(() -> Interaction.inbound(" "));
        assertThat(Interaction.outbound("call")).hasToString("Interaction[call OUTBOUND]");
        assertThat(Interaction.outbound("call").actor()).isEqualTo(Actor.HUMAN);
        assertThat(Interaction.inbound("visit"))
                .isEqualTo(new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of()));
        assertThat(new Interaction("v", Direction.INBOUND, Actor.HUMAN, Map.of("b", "1", "a", "2"))
                        .properties()
                        .keySet())
                .containsExactly("a", "b");
    }
}

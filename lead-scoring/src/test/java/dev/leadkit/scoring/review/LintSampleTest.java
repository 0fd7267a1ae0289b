package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lint with a sample")
final class LintSampleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L");
    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Field<String> SIZE_IN_WORDS = Field.text("size");
    private static final Field<String> PAGE = Field.text("page");

    /** From Austria, with one visit to the page of prices. */
    private static Facts lead() {
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, "AT").build();
        Interaction visit = new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", "prices"));
        return Facts.of(
                LeadHistory.of(
                        LEAD,
                        List.of(
                                Captured.of(header("c"), new Origin("form", "1", true), new Stage("new"), values),
                                new Interacted(header("v"), visit))),
                NOW);
    }

    private static EventHeader header(String id) {
        Instant at = NOW.minus(Duration.ofDays(3));
        return new EventHeader(new EventId(id), LEAD, at, at);
    }

    private static List<String> said(Consumer<DimensionBuilder> rules) {
        ScoringModel model =
                ScoringModel.builder("m", "1").dimension("fit", rules).build();
        return Lint.check(model, List.of(lead())).stream()
                .map(remark -> remark.kind() + " " + remark)
                .toList();
    }

    @Test
    @DisplayName("says nothing of rules that hold for one of its leads")
    void held() {
        assertThat(said(fit -> fit.rule("home", field(StandardFields.COUNTRY).is("AT"), 1)
                        .rule("visited", interaction("visit").atLeast(1), 1)
                        .rule("since", field(StandardFields.CAPTURED_AT).atLeastAgo(Duration.ofDays(3)), 1)
                        .each(
                                "prices",
                                interaction("visit")
                                        .where(field(PAGE).is("prices"))
                                        .filter(),
                                Worth.points(1))
                        .each("any", interaction().filter(), Worth.points(1))))
                .isEmpty();
    }

    @Test
    @DisplayName("says which rules never held though all that they ask about is there")
    void silent() {
        String silent = ": the rule holds for none of the 1 leads of the sample, though what it asks about is there.";
        assertThat(said(fit -> fit.rule("often", interaction("visit").atLeast(3), 1)
                        .rule("new", field(StandardFields.CAPTURED_AT).atMostAgo(Duration.ofDays(2)), 1)
                        .each(
                                "jobs",
                                interaction("visit")
                                        .where(field(PAGE).is("jobs"))
                                        .filter(),
                                Worth.points(1))
                        .rule("calls", interaction("visit", "call").atLeast(9), 1)))
                .containsExactly(
                        "SILENT dimensions[0].rules[0]" + silent,
                        "SILENT dimensions[0].rules[1]" + silent,
                        "SILENT dimensions[0].rules[2]" + silent,
                        "SILENT dimensions[0].rules[3]" + silent);
    }

    @Test
    @DisplayName(
            "names each field that nobody fills once for a rule, whatever the rule asks of it, and of its own type")
    void unfilled() {
        String nobody = ": none of the 1 leads of the sample has a value in the field ";
        assertThat(said(fit -> fit.rule(
                                "both",
                                not(field(SIZE).atLeast(BigDecimal.TEN))
                                        .and(field(SIZE).atLeast(BigDecimal.ONE))
                                        .and(field(StandardFields.CITY).is("Graz")),
                                1)
                        .rule("words", field(SIZE_IN_WORDS).is("big"), 1)
                        .rule("no", not(field(StandardFields.JOB_TITLE).is("boss")), 1)
                        .rule("due", field(StandardFields.APPOINTMENT_AT).atMostAgo(Duration.ofDays(1)), 1)))
                .containsExactly(
                        "FIELD_UNFILLED dimensions[0].rules[0]" + nobody + "size.",
                        "FIELD_UNFILLED dimensions[0].rules[0]" + nobody + "city.",
                        "FIELD_UNFILLED dimensions[0].rules[1]" + nobody + "size.",
                        "FIELD_UNFILLED dimensions[0].rules[2]" + nobody + "jobTitle.",
                        "FIELD_UNFILLED dimensions[0].rules[3]" + nobody + "appointmentAt.");
    }

    @Test
    @DisplayName("names the types of interactions of which nobody has any")
    void unseen() {
        assertThat(said(fit -> fit.each("mails", interaction("mail", "call").filter(), Worth.points(1))
                        .rule("idle", interaction().going(Direction.OUTBOUND).atLeast(1), 1)))
                .containsExactly(
                        "INTERACTION_UNSEEN dimensions[0].rules[0]: none of the 1 leads of the sample has an interaction"
                                + " of type call or mail.",
                        "SILENT dimensions[0].rules[1]: the rule holds for none of the 1 leads of the sample, though what"
                                + " it asks about is there.");
    }
}

package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
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
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** So many leads that are alike. */
    private static List<Facts> alike(int leads) {
        return Collections.nCopies(leads, lead());
    }

    /** Leads that are alike, and one of which nothing is known. */
    private static List<Facts> leads() {
        List<Facts> leads = new ArrayList<>(alike(Lint.LEAST_SAMPLE - 1));
        leads.add(Facts.of(Lead.builder(new LeadId("M")).build(), NOW));
        return leads;
    }

    private static List<String> said(Consumer<DimensionBuilder> rules) {
        return said(ScoringModel.builder("m", "1").dimension("fit", rules), leads());
    }

    private static List<String> said(ScoringModelBuilder model, List<Facts> leads) {
        return Lint.check(model.build(), leads).stream()
                .map(remark -> remark.kind() + " " + remark)
                .toList();
    }

    private static ScoringModelBuilder home() {
        return ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        fit -> fit.rule("home", field(StandardFields.COUNTRY).is("AT"), 1));
    }

    @Test
    @DisplayName("says which disqualifiers ask about what nobody has, hold for nobody, or for everybody")
    void disqualifiers() {
        ScoringModelBuilder model = home().disqualify(
                        "competitor", field(StandardFields.COMPANY).is("Acme"), Verdict.total(-100))
                .disqualify("bounced", interaction("bounced").atLeast(1), Verdict.total(-100))
                .disqualify("abroad", field(StandardFields.COUNTRY).is("FR"), Verdict.total(-100))
                .disqualify("anonymous", field(StandardFields.COMPANY).isMissing(), Verdict.grade("X"));
        String none = ": none of the 30 leads of the sample has ";
        assertThat(said(model, leads()))
                .containsExactly(
                        "FIELD_UNFILLED disqualify[0]" + none + "a value in the field company.",
                        "INTERACTION_UNSEEN disqualify[1]" + none + "an interaction of type bounced.",
                        "SILENT disqualify[2]: the rule holds for none of the 30 leads of the sample, though what it asks"
                                + " about is there.",
                        "FIELD_UNFILLED disqualify[3]" + none + "a value in the field company.",
                        "UNANIMOUS disqualify[3]: the rule holds for each of the 30 leads of the sample, and tells none of"
                                + " them from the others.");
    }

    @Test
    @DisplayName("says that nobody fills the field of the time zone, and nothing where somebody does")
    void timeZone() {
        ScoringModelBuilder model =
                home().zone(new LeadZone(Optional.of(Field.text("timeZone")), ZoneId.of("Europe/Vienna")));
        assertThat(said(model, leads()))
                .containsExactly("FIELD_UNFILLED timeZone.field: none of the 30 leads of the sample has a value in the"
                        + " field timeZone.");
        ScoringModelBuilder filled =
                home().zone(new LeadZone(Optional.of(StandardFields.COUNTRY), ZoneId.of("Europe/Vienna")));
        assertThat(said(filled, leads())).isEmpty();
    }

    @Test
    @DisplayName("says which rules hold for every lead in the same way, of numbers by the band")
    void unanimous() {
        String each =
                ": the rule holds for each of the 30 leads of the sample, and tells none of them from the others.";
        NumberBands touching = NumberBands.NONE.below(50, 5).atLeast(50, 10);
        Worth once = Worth.points(2).once();
        List<Facts> sized = new ArrayList<>(Collections.nCopies(29, sized(60)));
        sized.add(sized(70));
        ScoringModelBuilder numbers =
                ScoringModel.builder("m", "1").dimension("fit", fit -> fit.number("size", SIZE, touching));
        assertThat(said(numbers, sized)).containsExactly("UNANIMOUS dimensions[0].rules[0]" + each);
        sized.set(0, sized(40));
        assertThat(said(numbers, sized)).isEmpty();
        ScoringModelBuilder visits = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        fit -> fit.each("ever", interaction("visit").filter(), once)
                                .each("of late", interaction("visit").filter(), once.within(Duration.ofDays(4)))
                                .each("too late", interaction("visit").filter(), once.within(Duration.ofDays(2)))
                                .each("fading", interaction("visit").filter(), once.halfLife(Duration.ofDays(9)))
                                .each("today", interaction("visit").filter(), once.days(1))
                                .each("any", interaction().filter(), Worth.points(3))
                                .rule("home", field(StandardFields.COUNTRY).is("AT"), 1));
        assertThat(said(visits, alike(30)))
                .filteredOn(line -> !line.startsWith("IMPLIED "))
                .containsExactly(
                        "UNANIMOUS dimensions[0].rules[0]" + each,
                        "UNANIMOUS dimensions[0].rules[1]" + each,
                        "SILENT dimensions[0].rules[2]: the rule holds for none of the 30 leads of the sample, though what"
                                + " it asks about is there.",
                        "UNANIMOUS dimensions[0].rules[6]" + each);
    }

    private static Facts sized(long size) {
        return Facts.of(Lead.builder(LEAD).set(SIZE, BigDecimal.valueOf(size)).build(), NOW);
    }

    @Test
    @DisplayName("says nothing of a few leads but that they are few, and leaves to proofs what they say")
    void few() {
        assertThat(said(home(), alike(29)))
                .containsExactly("INCOMPLETE : the sample has 29 leads: of a sample of fewer than 30 nothing is said.");
        assertThat(said(home(), alike(30))).hasSize(1).allMatch(line -> line.startsWith("UNANIMOUS "));
        assertThat(said(home().disqualify("never", any(), Verdict.total(0)), leads()))
                .containsExactly("NEVER disqualify[0]: no lead can ever make this rule hold: never.");
        assertThat(said(fit -> fit.rule("base", always(), 1)))
                .containsExactly(
                        "ALWAYS dimensions[0].rules[0]: every lead makes this rule hold, so it tells no two leads"
                                + " apart: always.");
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
        String silent = ": the rule holds for none of the 30 leads of the sample, though what it asks about is there.";
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
        String nobody = ": none of the 30 leads of the sample has a value in the field ";
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
                        "INTERACTION_UNSEEN dimensions[0].rules[0]: none of the 30 leads of the sample has an interaction"
                                + " of type call or mail.",
                        "SILENT dimensions[0].rules[1]: the rule holds for none of the 30 leads of the sample, though what"
                                + " it asks about is there.");
    }
}

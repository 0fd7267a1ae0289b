package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Contribution.Kind;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WholeModelTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    private static final Field<String> ZONE = Field.text("timeZone");

    private static ScoringModelBuilder model() {
        return ScoringModel.builder("m", "1");
    }

    private static Contribution part(String dimension, String rule, Kind kind, long points) {
        return new Contribution(dimension, rule, kind, Points.of(points));
    }

    private static Score score(ScoringModel model, LeadHistory lead) {
        return ScoringEngine.of(model).score(lead, Leads.NOW);
    }

    @ParameterizedTest
    @CsvSource({"49.9, 5", "50, 10", "499, 10", "500, -1", "600, -1", "601, 20", "-7, 5"})
    void aNumberEarnsThePointsOfItsBandOrOfTheGap(BigDecimal employees, long points) {
        NumberBands bands =
                NumberBands.NONE.below(50, 5).from(50, 500, 10).atLeast(601, 20).otherwise(-1);
        ScoringModel model = model().dimension("fit", d -> d.number("size", EMPLOYEES, bands))
                .build();
        FieldValues values = FieldValues.builder().set(EMPLOYEES, employees).build();
        assertThat(score(model, Leads.with(values).history()).total()).isEqualTo(Points.of(points));
        Score unknown = score(model, Leads.blank().history());
        assertThat(unknown.total()).isEqualTo(Points.ZERO);
        assertThat(unknown.confidence().share()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(unknown.confidence().reachable()).isEqualTo(Points.of(20));
    }

    @Test
    @DisplayName("limits apply in order: rule, group, dimension, total; each is a contribution of its own")
    void order() {
        ScoringModel model = model().dimension(
                        "fit",
                        d -> d.group(
                                        "mail",
                                        g -> g.each(
                                                        "opens",
                                                        interaction("open").filter(),
                                                        Worth.points(8).cap(10))
                                                .rule("always", always(), 9)
                                                .cap(15))
                                .rule("more", always(), 10)
                                .cap(20))
                .cap(12)
                .build();
        LeadHistory lead = Leads.blank()
                .did("open", Duration.ofDays(1))
                .did("open", Duration.ofDays(2))
                .history();
        assertThat(score(model, lead).contributions())
                .containsExactly(
                        part("fit", "opens", Kind.RULE, 16),
                        part("fit", "opens", Kind.CAP, -6),
                        part("fit", "always", Kind.RULE, 9),
                        part("fit", "more", Kind.RULE, 10),
                        part("fit", "mail", Kind.CAP, -4),
                        part("fit", "", Kind.CAP, -5),
                        part("", "", Kind.CAP, -8));
        assertThat(ScoringEngine.of(model).total(lead, Leads.NOW)).isEqualTo(Points.of(12));
    }

    @Test
    @DisplayName("of what disqualifies, the least total and the worst grade count, and each is shown")
    void disqualified() {
        ScoringModel model = model().dimension("fit", d -> d.rule("any", always(), 30))
                .band("A", 20)
                .band("B", 0)
                .disqualify("b", always(), Verdict.total(-5))
                .disqualify("a", always(), Verdict.total(-9).andGrade("B"))
                .disqualify("c", field(StandardFields.COMPANY).is("Rival"), Verdict.grade("Z"))
                .disqualify("d", always(), Verdict.grade("X"))
                .build();
        Score score = score(model, Leads.blank().history());
        assertThat(score.total()).isEqualTo(Points.of(-9));
        assertThat(score.grade()).contains(new Grade("X"));
        assertThat(score.contributions())
                .containsExactly(
                        part("fit", "any", Kind.RULE, 30),
                        part("", "a", Kind.DISQUALIFIED, -39),
                        part("", "b", Kind.DISQUALIFIED, 0),
                        part("", "d", Kind.DISQUALIFIED, 0));
        Explanation explanation = ScoringEngine.of(model).explain(Leads.blank().history(), Leads.NOW);
        assertThat(explanation.rulings())
                .extracting(ruling -> ruling.finding().truth())
                .containsExactly(Truth.TRUE, Truth.TRUE, Truth.UNKNOWN, Truth.TRUE);
        assertThat(explanation.next()).contains(new Band(new Grade("B"), Points.ZERO));
        assertThat(explanation.missing()).contains(Points.of(9));
        assertThat(explanation.toString())
                .contains(
                        "\ndisqualified: total -9, grade B (-39)  a: always",
                        "\n?  c: company is Rival",
                        "\ndisqualified: grade X  d: always");
    }

    @Test
    @DisplayName("what disqualifies by its grade alone leaves the total as it is, on every way to it")
    void aGradeAloneLeavesTheTotal() {
        ScoringModel model = model().dimension(
                        "fit",
                        d -> d.group("pair", g -> g.rule("any", always(), 7).rule("other", always(), 5)))
                .band("A", 5)
                .disqualify("rival", always(), Verdict.grade("X"))
                .build();
        LeadHistory lead = Leads.blank().history();
        ScoringEngine engine = ScoringEngine.of(model);
        assertThat(engine.total(lead, Leads.NOW)).isEqualTo(Points.of(12));
        assertThat(engine.score(lead, Leads.NOW).total()).isEqualTo(Points.of(12));
        assertThat(engine.score(lead, Leads.NOW).grade()).contains(new Grade("X"));
        assertThat(engine.scorer().total(lead, Leads.NOW)).isEqualTo(12_000);
    }

    @Test
    @DisplayName("of two that leave the same total the first has the points, and the grade is that of the total left")
    void theTotalLeftHasItsGrade() {
        ScoringModel model = model().dimension("fit", d -> d.rule("any", always(), 30))
                .band("A", 20)
                .band("B", 0)
                .disqualify("b", always(), Verdict.total(3))
                .disqualify("a", always(), Verdict.total(3))
                .build();
        Score score = score(model, Leads.blank().history());
        assertThat(score.grade()).contains(new Grade("B"));
        assertThat(score.contributions())
                .containsExactly(
                        part("fit", "any", Kind.RULE, 30),
                        part("", "a", Kind.DISQUALIFIED, -27),
                        part("", "b", Kind.DISQUALIFIED, 0));
    }

    @Test
    @DisplayName("each group of a dimension has its own cap, and a rule of no points is none that fired")
    void groups() {
        ScoringModel model = model().dimension(
                        "other",
                        d -> d.group("one", g -> g.rule("a", always(), 9).cap(8)))
                .dimension(
                        "fit",
                        d -> d.group("two", g -> g.rule("b", always(), 9).cap(5))
                                .group("three", g -> g.rule("c", always(), 9).cap(2))
                                .rule("nothing", always(), 0))
                .build();
        LeadHistory lead = Leads.blank().history();
        ScoringEngine engine = ScoringEngine.of(model);
        assertThat(engine.score(lead, Leads.NOW).contributions())
                .containsExactly(
                        part("other", "a", Kind.RULE, 9),
                        part("other", "one", Kind.CAP, -1),
                        part("fit", "b", Kind.RULE, 9),
                        part("fit", "c", Kind.RULE, 9),
                        part("fit", "two", Kind.CAP, -4),
                        part("fit", "three", Kind.CAP, -7));
        assertThat(engine.total(lead, Leads.NOW)).isEqualTo(Points.of(8 + 5 + 2));
        assertThat(engine.scorer().score(Facts.of(lead, Leads.NOW)).fired()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"40, 25, A1", "39, 25, B1", "20, 24, B2", "19, 0, C2", "-5, 99, C1"})
    void aMatrixGivesAGradeByTwoDimensions(long fit, long engagement, String grade) {
        List<Band> rows = List.of(new Band(new Grade("A"), Points.of(40)), new Band(new Grade("B"), Points.of(20)));
        List<Band> columns = List.of(new Band(new Grade("1"), Points.of(25)));
        ScoringModel model = model().dimension("fit", d -> d.rule("f", always(), fit))
                .dimension("engagement", d -> d.rule("e", always(), engagement))
                .matrix(new GradeMatrix(
                        new GradeMatrix.Axis("fit", rows, new Grade("C")),
                        new GradeMatrix.Axis("engagement", columns, new Grade("2"))))
                .build();
        assertThat(score(model, Leads.blank().history()).grade()).contains(new Grade(grade));
    }

    // At noon UTC of November 22 it is already evening in Tokyo, and 02:00 of the 22nd in Honolulu; the clocks of
    // Berlin do
    // not change that week. 13 hours ago it was 08:00 of the 22nd in Tokyo, 00:00 in Berlin, 13:00 of the 21st in
    // Honolulu.
    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo, 20, 1, 1",
        "Asia/Tokyo, 22, 1, 0",
        "Asia/Tokyo, 22, 2, 1",
        "Europe/Berlin, 13, 1, 1",
        "Europe/Berlin, 14, 1, 0",
        "Pacific/Honolulu, 2, 1, 1",
        "Pacific/Honolulu, 3, 1, 0",
        "nowhere, 13, 1, 1",
        "nowhere, 14, 1, 0"
    })
    void calendarDaysAreThoseOfTheLead(String zone, int hoursAgo, int days, long points) {
        ScoringModel model = model().zone(new LeadZone(Optional.of(ZONE), ZoneId.of("Europe/Berlin")))
                .dimension(
                        "e",
                        d -> d.each(
                                "v",
                                interaction("visit").filter(),
                                Worth.points(1).days(days)))
                .build();
        LeadHistory lead = Leads.with(FieldValues.builder().set(ZONE, zone).build())
                .did("visit", Duration.ofHours(hoursAgo))
                .history();
        assertThat(score(model, lead).total()).isEqualTo(Points.of(points));
        assertThat(ScoringEngine.of(model).explain(lead, Leads.NOW).score()).isEqualTo(score(model, lead));
    }

    @Test
    void atTheEndsOfTimeADayHas24Hours() {
        ScoringModel model = model().dimension(
                        "e",
                        d -> d.each(
                                "v",
                                interaction("visit").filter(),
                                Worth.points(1).days(3)))
                .build();
        ScoringEngine engine = ScoringEngine.of(model);
        LeadHistory lead = Leads.blank().did("visit", Duration.ofHours(1)).history();
        assertThat(engine.total(lead, Leads.NOW)).isEqualTo(Points.of(1));
        for (Instant end : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(engine.score(lead, end).total()).isEqualTo(Points.ZERO);
            assertThat(engine.validUntil(lead, end)).isEmpty();
            assertThat(new LocalDays(3).window(Facts.of(lead, end))).isEqualTo(Duration.ofDays(3));
        }
    }

    @Test
    @DisplayName("count, window, decay, cap: the newest that count within the window fade, and their sum is capped")
    void windowAndDecayOnOneRule() {
        Worth worth = Worth.points(8)
                .within(Duration.ofDays(14))
                .halfLife(Duration.ofDays(7))
                .most(2)
                .cap(5);
        ScoringModel model = model().dimension(
                        "e", d -> d.each("v", interaction("visit").filter(), worth))
                .build();
        LeadHistory lead = Leads.blank()
                .did("visit", Duration.ofDays(7))
                .did("visit", Duration.ofDays(14))
                .did("visit", Duration.ofDays(15))
                .history();
        Finding finding = ScoringEngine.of(model)
                .explain(lead, Leads.NOW)
                .reasons()
                .get(0)
                .finding();
        assertThat(finding.fresh()).isEqualTo(Points.of(16));
        assertThat(finding.earned()).isEqualTo(Points.of(4 + 2));
        assertThat(finding.faded()).isEqualTo(Points.of(10));
        assertThat(finding.counted()).isEqualTo(Points.of(5));
        assertThat(finding.lost()).isEqualTo(Points.of(1));
    }

    @Test
    void everySumSaturatesAtAMillionPoints() {
        ScoringModel model = model().dimension(
                        "much",
                        d -> d.each("v", interaction("visit").filter(), Worth.points(1_000_000))
                                .rule("more", always(), 1_000_000))
                .dimension("little", d -> d.rule("less", always(), -1_000_000).rule("least", always(), -1))
                .dimension("some", d -> d.rule("some", always(), 7))
                .build();
        LeadHistory lead = Leads.blank()
                .did("visit", Duration.ofDays(1))
                .did("visit", Duration.ofDays(2))
                .history();
        Score score = score(model, lead);
        assertThat(score.contributions())
                .containsExactly(
                        part("much", "v", Kind.RULE, 2_000_000),
                        part("much", "v", Kind.CAP, -1_000_000),
                        part("much", "more", Kind.RULE, 1_000_000),
                        part("much", "", Kind.CAP, -1_000_000),
                        part("little", "less", Kind.RULE, -1_000_000),
                        part("little", "least", Kind.RULE, -1),
                        part("little", "", Kind.FLOOR, 1),
                        part("some", "some", Kind.RULE, 7));
        assertThat(score.total()).isEqualTo(Points.of(7));
    }

    @Test
    void theReachOfARuleIsWhatItSays() {
        ScoringModel model = model().dimension(
                        "e",
                        d -> d.each("one", interaction("a").filter(), Worth.points(-3))
                                .each(
                                        "most",
                                        interaction("a").filter(),
                                        Worth.points(3).most(4))
                                .each(
                                        "cap",
                                        interaction("a").filter(),
                                        Worth.points(3).cap(10))
                                .each(
                                        "both",
                                        interaction("a").filter(),
                                        Worth.points(3).most(4).cap(100))
                                .each(
                                        "floor",
                                        interaction("a").filter(),
                                        Worth.points(-3).floor(-7)))
                .build();
        assertThat(model.dimensions().get(0).rules())
                .extracting(rule -> rule.reach())
                .containsExactly(Points.of(3), Points.of(12), Points.of(10), Points.of(12), Points.of(7));
        Score score = score(model, Leads.blank().history());
        assertThat(score.confidence().judged()).isEqualTo(Points.of(44));
        assertThat(score.confidence().reachable()).isEqualTo(Points.of(44));
    }

    @ParameterizedTest
    @DisplayName(
            "a clock that is set back over midnight leads into the day before: the score holds until then, not longer")
    @CsvSource({
        "2010-11-07T02:30:30Z, 2010-11-07T02:31:00Z", // 00:00:30; a minute past midnight it is set back to 23:01
        "2010-11-07T02:32:00Z, 2010-11-07T03:30:00Z", // 23:02 for the second time
        "2010-11-07T03:30:00Z, 2010-11-08T03:30:00Z"
    })
    void aScoreHoldsUntilTheDayChanges(Instant asOf, Instant end) {
        ScoringModel model = model().zone(new LeadZone(Optional.empty(), ZoneId.of("America/St_Johns")))
                .dimension(
                        "e",
                        d -> d.each(
                                "today",
                                interaction("a").filter(),
                                Worth.points(1).days(1)))
                .build();
        LeadHistory lead = Leads.blank().history();
        assertThat(ScoringEngine.of(model).validUntil(lead, asOf)).contains(end);
    }
}

package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The text of an explanation")
final class ExplanationTextTest {

    private static String text(ScoringModel model, Leads lead) {
        return ScoringEngine.of(model).explain(lead.history(), Leads.NOW).toString();
    }

    @Test
    @DisplayName("has every rule with its evidence, and every limit where it takes or gives")
    void everything() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.group(
                                        "pair",
                                        g -> g.rule("a", always(), 8)
                                                .rule("b", always(), 9)
                                                .cap(15))
                                .rule("c", always(), -30)
                                .floor(-10))
                .dimension(
                        "more",
                        d -> d.each(
                                        "opens",
                                        interaction("open").filter(),
                                        Worth.points(8).cap(10))
                                .rule("rival", field(StandardFields.COMPANY).is("Rival"), 4)
                                .floor(10))
                .cap(-1)
                .band("A", 5)
                .build();
        Leads lead = Leads.blank().did("open", Duration.ofHours(36)).did("open", Duration.ZERO);
        assertThat(text(model, lead)).isEqualTo("""
                        -1 points, 6 below A by m/1 as of 2026-11-22T12:00:00Z
                        confidence 0.934: 57 of 61 points could be judged
                        fit: -10
                          +8  a: always
                          +9  b: always
                          -30  c: always
                          -2  cap of the group pair
                          +5  floor of fit
                        more: 10
                          +10  opens: each open, 8 points, at most 10 in all (+16 before the rule's limits)
                              open (open-2) 0 days ago: 8 points
                              open (open-1) 1.5 days ago: 8 points
                          ?  rival: company is Rival
                              company is missing
                          -1  cap of the total""");
    }

    @Test
    @DisplayName("is short where everything could be judged and no rule is there")
    void nothing() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("a", always(), 5))
                .band("A", 5)
                .build();
        assertThat(text(model, Leads.blank())).isEqualTo("""
                        5 points, grade A by m/1 as of 2026-11-22T12:00:00Z
                        fit: 5
                          +5  a: always""");
    }

    @Test
    @DisplayName("has what disqualifies with its evidence, what may, and not what does not")
    void rulings() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("a", always(), -5))
                .disqualify("home", field(StandardFields.COUNTRY).is("DE"), Verdict.total(3))
                .disqualify("abroad", not(field(StandardFields.COUNTRY).is("DE")), Verdict.total(3))
                .disqualify("rival", field(StandardFields.COMPANY).is("Rival"), Verdict.grade("Z"))
                .build();
        Leads lead = Leads.with(
                FieldValues.builder().set(StandardFields.COUNTRY, "DE").build());
        assertThat(text(model, lead)).isEqualTo("""
                        3 points by m/1 as of 2026-11-22T12:00:00Z
                        fit: -5
                          -5  a: always
                        disqualified: total 3 (+8)  home: country is DE
                              country is "DE"
                        ?  rival: company is Rival
                              company is missing""");
    }

    @Test
    @DisplayName("has what a custom rule says, and what failed")
    void code() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.custom("said", "says", Map.of()).custom("broken", "fails", Map.of()))
                .build();
        RuleRegistry registry = RuleRegistry.EMPTY
                .with("says", with -> facts -> RuleResult.of(Points.of(2), "Why not"))
                .with("fails", with -> facts -> {
                    throw new IllegalStateException();
                });
        String text = ScoringEngine.of(model, registry)
                .explain(Leads.blank().history(), Leads.NOW)
                .toString();
        assertThat(text)
                .contains("\n      Why not\n", "\n  ?  broken: ")
                .endsWith("\n  ! fit.broken: must be code that gives an acceptable result,"
                        + " was java.lang.IllegalStateException. It counts nothing.");
    }

    @Test
    @DisplayName(
            "shows of many interactions that a condition counted the twenty newest within its window, ends included")
    void manyInteractions() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "e",
                        d -> d.rule(
                                "visits",
                                interaction("visit").within(Duration.ofDays(25)).atLeast(1),
                                3))
                .build();
        Leads many = Leads.blank();
        IntStream.rangeClosed(1, 30).forEach(day -> many.did("visit", Duration.ofDays(day)));
        assertThat(evidence(model, many))
                .isEqualTo(IntStream.rangeClosed(1, 20)
                        .mapToObj(day -> "visit (visit-" + day + ") " + day + " days ago")
                        .toList());
        Leads two = Leads.blank()
                .did("visit", Duration.ofDays(25).plusNanos(1))
                .did("call", Duration.ofDays(1))
                .did("visit", Duration.ofDays(25));
        assertThat(evidence(model, two)).containsExactly("visit (visit-3) 25 days ago");
    }

    private static List<String> evidence(ScoringModel model, Leads lead) {
        return ScoringEngine.of(model).explain(lead.history(), Leads.NOW).reasons().get(0).finding().evidence().stream()
                .map(Evidence::toString)
                .toList();
    }
}

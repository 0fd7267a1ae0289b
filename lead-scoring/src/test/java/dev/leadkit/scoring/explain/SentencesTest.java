package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.chart.WaterfallChart;
import dev.leadkit.condition.Condition;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Direction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    private static String words(Condition condition) {
        return new ConditionWords(Words.in(Locale.GERMAN)).of(condition);
    }

    private static ResourceBundle bundle(Map<String, Object> texts) {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return texts.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.keySet());
            }
        };
    }

    private static Explanation explained(ScoringModel model) {
        return ScoringEngine.of(model).explain(LeadHistory.of(new LeadId("L-1"), List.of()), NOW);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("a sentence for each contribution, a bar that sums to the total, and no personal data, in any language")
    void everyContributionIsSaid(@ForAll("models") ScoringModel model, @ForAll("histories") LeadHistory lead) {
        Instant asOf = LeadArbitraries.BEGIN.plus(Duration.ofDays(8));
        Explanation explanation =
                ScoringEngine.of(model, ScoringModelArbitraries.registry()).explain(lead, asOf);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, new Locale("tr"))) {
            Sentences sentences = Sentences.of(locale);
            List<String> said = sentences.contributions(explanation);
            assertThat(said).hasSameSizeAs(explanation.score().contributions());
            assertThat(said).allMatch(text -> text.endsWith(".") && !text.contains("{"));
            assertThat(sentences.unjudged(explanation))
                    .hasSize(explanation.unjudged().size()
                            + explanation.undecided().size());
            assertThat(String.join(" ", said).toLowerCase(Locale.ROOT))
                    .doesNotContain("+4930123456", "+15551234567", "@example");
        }
        WaterfallChart chart = ScoreChart.of(explanation, Sentences.of(Locale.ROOT));
        BigDecimal sum =
                chart.steps().stream().flatMap(step -> step.change().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(explanation.score().total().toBigDecimal());
    }

    private static ResourceBundle read(String name) throws IOException {
        try (InputStream bytes = Words.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(bytes);
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        ResourceBundle english = read("words.properties");
        ResourceBundle german = read("words_de.properties");
        TreeSet<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(german.keySet());
        assertThat(missing).isEmpty();
        TreeSet<String> more = new TreeSet<>(german.keySet());
        more.removeAll(english.keySet());
        assertThat(more).allMatch(key -> key.startsWith("field."));
    }

    @Test
    void everyConditionHasWords() {
        assertThat(words(all(
                        field(StandardFields.COUNTRY).is("DE"),
                        any(
                                field(StandardFields.EMAIL).isPresent(),
                                not(field(StandardFields.CITY).isMissing())))))
                .isEqualTo("Land ist DE und (E-Mail-Adresse ist vorhanden oder nicht (Ort fehlt))");
        assertThat(words(always())).isEqualTo("immer");
        assertThat(words(any())).isEqualTo("nie");
        assertThat(words(field(EMPLOYEES).between(new BigDecimal("1.5"), BigDecimal.TEN)))
                .isEqualTo("employees ist mindestens 1,5 und employees ist h\u00f6chstens 10");
        assertThat(words(all(
                        field(EMPLOYEES).moreThan(BigDecimal.ONE),
                        field(EMPLOYEES).lessThan(BigDecimal.TEN))))
                .isEqualTo("employees ist mehr als 1 und employees ist weniger als 10");
        assertThat(words(field(StandardFields.SOURCE).startsWith("a"))).isEqualTo("Quelle beginnt mit \u201ea\u201c");
        assertThat(words(field(StandardFields.SOURCE).matches("a+"))).isEqualTo("Quelle passt auf /a+/");
        assertThat(words(field(StandardFields.CAPTURED_AT).atLeastAgo(Duration.ofDays(1))))
                .isEqualTo("Erfassung liegt mindestens 1 Tag zur\u00fcck");
        assertThat(words(field(StandardFields.CAPTURED_AT).atMostAgo(Duration.ofMinutes(61))))
                .isEqualTo("Erfassung liegt h\u00f6chstens 1 Stunde 1 Minute zur\u00fcck");
        assertThat(words(field(StandardFields.APPOINTMENT_AT).atMostAhead(Duration.ofDays(60))))
                .isEqualTo("Termin ist in h\u00f6chstens 60 Tagen");
        assertThat(words(field(StandardFields.APPOINTMENT_AT).atLeastAhead(Duration.ofDays(1))))
                .isEqualTo("Termin ist in mindestens 1 Tag");
        assertThat(words(interaction("visit", "call")
                        .within(Duration.ofSeconds(2))
                        .atLeast(2)))
                .isEqualTo("mindestens 2-mal call oder visit innerhalb von 2 Sekunden");
        assertThat(words(interaction().going(Direction.INBOUND).none())).isEqualTo("kein Kontakt (eingehend)");
    }

    @Test
    void aHostsBundleReplacesWordsAndTheRestIsEnglish() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("a", always(), 1)
                                .group("g", g -> g.rule("b", always(), 8).cap(5))
                                .cap(4))
                .disqualify("out", always(), Verdict.total(-2).andGrade("X"))
                .build();
        ResourceBundle own = bundle(Map.of(
                "rule",
                "{0} pour \u00ab {1} \u00bb.",
                "rule.a",
                "tout le monde",
                "dimension.fit",
                "profil",
                "points.one",
                7));
        assertThat(Sentences.of(own).contributions(explained(model)))
                .containsExactly(
                        "+1 point pour \u00ab tout le monde \u00bb.",
                        "+8 points pour \u00ab always \u00bb.",
                        "-3 points pour \u00ab cap of the group g \u00bb.",
                        "-2 points pour \u00ab cap of profil \u00bb.",
                        "-6 points: disqualified, because always (verdict: total -2, grade X).");
    }

    @Test
    void aTextThatIsNoMessageIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentences.of(bundle(Map.of("rule", "{0"))))
                .withMessageStartingWith("text of rule must be a message format.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 50})
    void theSmallestOfManyContributionsShareABar(int rules) {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> {
                    for (int i = 1; i <= rules; i++) {
                        d.rule("r" + i, always(), i);
                    }
                })
                .build();
        WaterfallChart chart = ScoreChart.of(explained(model), Sentences.of(Locale.ROOT));
        int shared = rules - ScoreChart.MOST_BARS;
        assertThat(chart.steps()).hasSize(shared == 0 ? 21 : 22);
        if (shared > 0) {
            assertThat(chart.steps().get(20))
                    .isEqualTo(WaterfallChart.Step.of(
                            shared + " others",
                            Points.of(shared * (shared + 1L) / 2).toBigDecimal()));
        }
    }
}

package dev.leadkit.scoring.learn;

import static dev.leadkit.scoring.learn.SyntheticLeads.COUNTRY;
import static dev.leadkit.scoring.learn.SyntheticLeads.FIELDS;
import static dev.leadkit.scoring.learn.SyntheticLeads.NOISE;
import static dev.leadkit.scoring.learn.SyntheticLeads.STUDENT;
import static dev.leadkit.scoring.learn.SyntheticLeads.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScorecardLearnerTest {

    private static final List<Example> MANY = SyntheticLeads.many(20_000, 1);
    private static final List<Example> SOME = MANY.subList(0, 2_000);

    private static ScorecardLearnerBuilder learner() {
        return ScorecardLearner.builder().fields(FIELDS);
    }

    private static Map<String, ConditionRule> rules(Learned learned) {
        return learned.model("learned", "1").dimensions().get(0).rules().stream()
                .map(ConditionRule.class::cast)
                .collect(Collectors.toMap(ScoringRule::id, Function.identity()));
    }

    private static double nats(ConditionRule better, ConditionRule worse) {
        return better.points().minus(worse.points()).toBigDecimal().doubleValue() * Math.log(2) / 20;
    }

    @Test
    @DisplayName("What a value is worth is found again in the points")
    void theTruthIsRecovered() {
        Map<String, ConditionRule> rules = rules(learner().decimals(3).build().learn(MANY.stream()));
        for (int i = 1; i < 4; i++) {
            assertThat(nats(rules.get("land." + (i + 1)), rules.get("land.1")))
                    .isCloseTo(SyntheticLeads.WORTH_OF_COUNTRY[i], within(0.15));
        }
        assertThat(nats(rules.get("student.1"), rules.get("student.2")))
                .isCloseTo(SyntheticLeads.WORTH_OF_STUDENT, within(0.15));
        assertThat(nats(rules.get("visits.2"), rules.get("visits.1")))
                .isCloseTo(SyntheticLeads.WORTH_OF_MANY_VISITS, within(0.15));
        assertThat(nats(rules.get("visits.missing"), rules.get("visits.1"))).isCloseTo(0, within(0.15));
        assertThat(rules.get("visits.1").when()).hasToString("visits is less than 5");
        assertThat(rules.get("visits.2").when()).hasToString("visits is at least 5");
    }

    @Test
    @DisplayName("Points are on the declared scale: the chance that they claim is the chance that comes true")
    void pointsAreOnTheScale() {
        Learned learned = learner().build().learn(MANY.stream());
        learned.report().crossValidated().groups().forEach(group -> {
            double foretold = group.mean().decimal(6).orElseThrow().doubleValue();
            double came = group.outcomes().rate().decimal(6).orElseThrow().doubleValue();
            assertThat(came).isCloseTo(foretold, within(0.04));
        });
        Points even = Points.of(100);
        assertThat(learned.chance(even).orElseThrow().wilson95().orElseThrow().low())
                .isLessThan(new BigDecimal("0.53"));
        assertThat(learned.chance(even).orElseThrow().wilson95().orElseThrow().high())
                .isGreaterThan(new BigDecimal("0.47"));
    }

    @Test
    @DisplayName("Another scale is the same scorecard in other units")
    void anotherScale() {
        OddsScale other = new OddsScale(Points.of(40), Points.of(600), Fraction.of(1, 1));
        Map<String, ConditionRule> standard =
                rules(learner().decimals(3).build().learn(SOME.stream()));
        Map<String, ConditionRule> scaled =
                rules(learner().decimals(3).scale(other).build().learn(SOME.stream()));
        standard.forEach((id, rule) -> {
            double points = rule.points().toBigDecimal().doubleValue();
            double expected = id.equals("base") ? 600 + 2 * (points - 100) : 2 * points;
            assertThat(scaled.get(id).points().toBigDecimal().doubleValue()).isCloseTo(expected, within(0.002));
        });
    }

    @Test
    @DisplayName("The engine gives each lead the points that the learner gave it")
    void theEngineAgrees() {
        ScorecardLearner learner = learner().build();
        ScoringEngine engine = ScoringEngine.of(learner.learn(SOME.stream()).model("learned", "1"));
        OutcomeCounts byEngine = new OutcomeCounts();
        SOME.forEach(each -> byEngine.add(engine.total(each.facts()).units(), each.won()));

        Settings settings = new Settings(OddsScale.STANDARD, 0, 1, 20, 40, 5, 0, false, Map.of(), Set.of(), Set.of());
        Intake intake = new Intake(FIELDS.stream().map(Column::of).toList());
        SOME.forEach(intake::add);
        Table table = intake.table(7);
        Scorecard card = Scorecard.fit(table, new Binner(20).bins(table, table.all()), settings, table.all());
        OutcomeCounts byCard = new OutcomeCounts();
        for (int row : table.all()) {
            byCard.add(card.points(table, row).units(), table.won(row));
        }
        assertThat(byEngine).isEqualTo(byCard);
    }

    @Test
    @DisplayName("A value never seen before counts as an average one")
    void unseenValues() {
        ScoringModel model = learner().build().learn(SOME.stream()).model("learned", "1");
        Points base = ((ConditionRule) model.dimensions().get(0).rules().get(0)).points();
        FieldValues unseen = FieldValues.builder().set(COUNTRY, "FR").build();
        FieldValues nothing = FieldValues.EMPTY;
        Points worthOfMissingVisits = rules(learner().build().learn(SOME.stream()))
                .get("visits.missing")
                .points();
        ScoringEngine engine = ScoringEngine.of(model);
        assertThat(engine.total(Example.of(unseen, Instant.EPOCH, false).facts()))
                .isEqualTo(
                        engine.total(Example.of(nothing, Instant.EPOCH, false).facts()))
                .isEqualTo(base.plus(worthOfMissingVisits));
    }

    @Test
    @DisplayName("The model survives JSON, and every rule tells its leads and its lift")
    void theModelIsOrdinary() {
        ScoringModel model = learner().build().learn(SOME.stream()).model("learned", "1");
        JsonDocument json = JsonDocument.of(JsonText.line(ScoringModelJson.write(model)));
        assertThat(ScoringModelJson.read(json, FieldCatalog.of(List.copyOf(FIELDS)), RuleRegistry.EMPTY))
                .isEqualTo(model);
        long won = SOME.stream().filter(Example::won).count();
        List<Example> german = SOME.stream()
                .filter(each -> each.facts().lead().get(COUNTRY).orElseThrow().equals("DE"))
                .toList();
        assertThat(model.ref().note())
                .startsWith("learned from " + won + " won and " + (SOME.size() - won)
                        + " lost leads, cross-validated AUC 0.");
        long germanWon = german.stream().filter(Example::won).count();
        BigDecimal lift =
                Fraction.of(germanWon * SOME.size(), german.size() * won).decimal(2);
        assertThat(model.dimensions().get(0).rules())
                .filteredOn(rule -> rule.id().equals("land.3"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.note())
                        .startsWith(germanWon + " of " + german.size() + " won (")
                        .endsWith(" %), lift " + lift));
    }

    @Test
    @DisplayName("The order of the examples changes nothing at all, the seed only the folds")
    void orderAndSeed() {
        Learned learned = learner().build().learn(SOME.stream());
        List<Example> shuffled = new ArrayList<>(SOME);
        Collections.shuffle(shuffled, new Random(5));
        Learned again = learner().build().learn(shuffled.stream());
        assertThat(again.report()).isEqualTo(learned.report());
        assertThat(again.model("m", "1")).isEqualTo(learned.model("m", "1"));

        Learned otherwise = learner().seed(1).build().learn(SOME.stream());
        assertThat(otherwise.report().crossValidated().auc())
                .isNotEqualTo(learned.report().crossValidated().auc());
        assertThat(otherwise.report().later().orElseThrow().auc())
                .isEqualTo(learned.report().later().orElseThrow().auc());
        assertThat(otherwise.model("m", "1").dimensions())
                .isEqualTo(learned.model("m", "1").dimensions());
    }

    @Test
    @DisplayName("Outcomes that were dealt anew are refused as chance")
    void permutedOutcomes() {
        for (int seed = 0; seed < 8; seed++) {
            List<Boolean> outcomes =
                    new ArrayList<>(SOME.stream().map(Example::won).toList());
            Collections.shuffle(outcomes, new Random(seed));
            List<Example> dealt = new ArrayList<>();
            for (int i = 0; i < SOME.size(); i++) {
                dealt.add(Example.of(SOME.get(i).facts(), outcomes.get(i)));
            }
            assertThat(learner().build().learn(dealt.stream()).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.toString())
                            .startsWith("auc: must be better than chance with 99 % confidence, was 0."));
        }
    }

    @Test
    @DisplayName("A trend that is asked for is kept, whatever the outcomes say")
    void trends() {
        for (Trend trend : Trend.values()) {
            List<Points> points = points(
                    learner().monotone("noise", trend).leastBin(1).decimals(3).build(), "noise.");
            for (int i = 1; i < points.size(); i++) {
                int order = points.get(i - 1).compareTo(points.get(i));
                assertThat(trend == Trend.FALLING ? -order : order).isLessThanOrEqualTo(0);
            }
        }
        assertThat(points(learner().monotone("visits", Trend.EITHER).build(), "visits."))
                .hasSize(3);
        assertThat(points(learner().monotone("visits", Trend.RISING).build(), "visits."))
                .hasSize(3);
        // the truth rises, so falling leaves one bin beside that of missing values
        assertThat(points(learner().monotone("visits", Trend.FALLING).build(), "visits."))
                .hasSize(2);
    }

    @Test
    @DisplayName("A trend either way is the one that the outcomes have, also where it falls")
    void fallingTrend() {
        List<Example> turned =
                SOME.stream().map(each -> Example.of(each.facts(), !each.won())).toList();
        for (Trend trend : Trend.values()) {
            Learned learned = learner().monotone("visits", trend).build().learn(turned.stream());
            assertThat(rules(learned).keySet())
                    .filteredOn(id -> id.startsWith("visits."))
                    .as("%s", trend)
                    .hasSize(trend == Trend.RISING ? 2 : 3);
        }
    }

    @Test
    @DisplayName("A field that says nothing at all has no rules")
    void noRules() {
        Field<String> same = Field.text("same");
        List<Example> alike =
                SOME.stream().map(each -> SyntheticLeads.with(each, same, "x")).toList();
        assertThat(rules(learner().field(same).build().learn(alike.stream())).keySet())
                .contains("land.1")
                .noneMatch(id -> id.startsWith("same."));
    }

    private static List<Points> points(ScorecardLearner learner, String prefix) {
        return learner.learn(SOME.stream()).model("m", "1").dimensions().get(0).rules().stream()
                .filter(rule -> rule.id().startsWith(prefix))
                .map(rule -> ((ConditionRule) rule).points())
                .toList();
    }

    @Test
    @DisplayName("Validation in time learns from the first two thirds and tests on the rest")
    void timeOrder() {
        List<Example> turned = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Example each = MANY.get(i);
            turned.add(Example.of(each.facts(), i < 2_000 ? each.won() : !each.won()));
        }
        LearningReport report = learner().build().learn(turned.stream()).report();
        assertThat(report.later().orElseThrow().outcomes().total()).isEqualTo(1_000);
        assertThat(report.later().orElseThrow().auc().decimal(3).orElseThrow()).isLessThan(new BigDecimal("0.3"));
        LearningReport straight =
                learner().build().learn(MANY.stream().limit(3_000)).report();
        assertThat(straight.later().orElseThrow().auc().decimal(3).orElseThrow())
                .isGreaterThan(new BigDecimal("0.75"));
    }

    @Test
    @DisplayName("Decisions of one moment cannot be parted in time")
    void noTime() {
        List<Example> atOnce = SOME.stream()
                .map(each -> Example.of(each.facts().lead().values(), Instant.EPOCH, each.won()))
                .toList();
        assertThat(learner().build().learn(atOnce.stream()).report().later()).isEmpty();
    }

    @Test
    @DisplayName("Too few outcomes are refused, and nothing at all too")
    void tooFew() {
        List<Fault> none = learner().build().learn(List.<Example>of().stream()).faults();
        assertThat(none).map(Fault::path).containsExactly("outcomes.won", "outcomes.lost");
        List<Example> won = SOME.stream().filter(Example::won).limit(39).toList();
        List<Example> lost = SOME.stream().filter(each -> !each.won()).limit(40).toList();
        List<Example> both = new ArrayList<>(won);
        both.addAll(lost);
        Learned learned = learner().build().learn(both.stream());
        assertThat(learned.faults())
                .containsExactly(new Fault(
                        "outcomes.won",
                        "at least 40 leads",
                        "39 leads",
                        "Points learned from fewer would be those of chance."));
        assertThat(learner().leastOutcomes(39).build().learn(both.stream()).faults())
                .noneMatch(fault -> fault.path().startsWith("outcomes"));
    }

    @Test
    @DisplayName("Rare texts share a bin; a group too small for a bin earns nothing")
    void rareTexts() {
        List<Example> rare = new ArrayList<>();
        for (int i = 0; i < SOME.size(); i++) {
            Example each = SOME.get(i);
            rare.add(i % 40 == 0 ? SyntheticLeads.with(each, COUNTRY, "X" + i) : each);
        }
        rare.set(1, SyntheticLeads.with(rare.get(1), COUNTRY, "de"));
        Map<String, ConditionRule> rules = rules(learner().build().learn(rare.stream()));
        assertThat(rules.get("land.other").when()).hasToString("not (land is one of AT, CH, DE, US)");
        assertThat(rules.get("land.other").note()).contains(" of 50 won (");
        Map<String, ConditionRule> few = rules(learner().leastBin(51).build().learn(rare.stream()));
        assertThat(few).doesNotContainKey("land.other").containsKey("land.4");
    }

    @Test
    @DisplayName("Of personal data, and of moments, only the presence is learned")
    void personalData() {
        Field<String> nick = Field.text("nick").asPersonal();
        Field<Instant> born = Field.instant("born");
        List<Example> known = new ArrayList<>();
        for (int i = 0; i < SOME.size(); i++) {
            Example each = SOME.get(i);
            Example named = each.won() == (i % 4 > 0) ? SyntheticLeads.with(each, nick, "Ada" + i % 2) : each;
            known.add(i % 3 == 0 ? SyntheticLeads.with(named, born, Instant.ofEpochSecond(i)) : named);
        }
        Learned learned = learner().field(nick).field(born).build().learn(known.stream());
        Map<String, ConditionRule> rules = rules(learned);
        assertThat(rules.get("nick.1").when()).hasToString("nick is present");
        assertThat(rules.get("nick.missing").when()).hasToString("nick is missing");
        assertThat(rules.toString() + learned.report().text()).doesNotContain("Ada");
        assertThat(learned.report().fields())
                .filteredOn(field -> field.name().equals("born"))
                .singleElement()
                .satisfies(field -> assertThat(field.bins()).isEqualTo(2));
    }

    @Test
    @DisplayName("Fields of a catalog are all but those that the library keeps")
    void catalogs() {
        List<String> names =
                ScorecardLearner.builder()
                        .fields(FieldCatalog.of(VISITS))
                        .build()
                        .learn(SOME.stream())
                        .report()
                        .fields()
                        .stream()
                        .map(FieldReport::name)
                        .toList();
        assertThat(names).contains("visits", "email", "country").doesNotContain("stage", "score", "capturedAt");
        assertThat(names).hasSize(StandardFields.captured().size() + 1);
    }

    @Test
    @DisplayName("The report tells what each field alone says, and how many have it")
    void fieldReports() {
        LearningReport report = learner().build().learn(SOME.stream()).report();
        assertThat(report.fields()).map(FieldReport::name).containsExactly("land", "visits", "student", "noise");
        FieldReport visits = report.fields().get(1);
        long winners = SOME.stream().filter(Example::won).count();
        long filled = SOME.stream()
                .filter(each -> each.won() && each.facts().lead().get(VISITS).isPresent())
                .count();
        assertThat(visits.winners()).isEqualTo(new Proportion(filled, winners));
        assertThat(visits.losers().trials()).isEqualTo(SOME.size() - winners);
        assertThat(visits.bins()).isEqualTo(3);
        assertThat(report.outcomes().positives()).isEqualTo(winners);
        assertThat(report.crossValidated().outcomes()).isEqualTo(report.outcomes());
        assertThat(area(report.fields().get(3))).isBetween(0.45, 0.55);
        assertThat(area(report.fields().get(2))).isBetween(0.58, 0.7);
        assertThat(report.fields().get(3).informationValue()).isLessThan(new BigDecimal("0.03"));
        assertThat(report.signs()).isEmpty();
        assertThat(STUDENT.name()).isEqualTo(report.fields().get(2).name());
        assertThat(NOISE.name()).isEqualTo(report.fields().get(3).name());
    }

    private static double area(FieldReport field) {
        return field.auc().decimal(4).orElseThrow().doubleValue();
    }

    @Test
    @DisplayName("More bins than can be solved for are refused, not tried")
    void tooManyBins() {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            fields.add(Field.text("f" + i));
        }
        List<Example> wide = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            FieldValues.Builder values = FieldValues.builder();
            for (Field<?> field : fields) {
                values.parse(field, "v" + i % 25);
            }
            wide.add(Example.of(values.build(), Instant.EPOCH, i % 2 == 0));
        }
        Learned learned =
                ScorecardLearner.builder().fields(fields).leastBin(1).build().learn(wide.stream());
        assertThat(learned.faults()).extracting(Fault::path).containsExactly("fields");
    }
}

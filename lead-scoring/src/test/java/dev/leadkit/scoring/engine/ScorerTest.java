package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.scoring.engine.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.leadkit.condition.Facts;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A scorer")
final class ScorerTest {

    private static final LeadHistory GERMAN = Leads.with(
                    FieldValues.builder().set(StandardFields.COUNTRY, "DE").build())
            .did("visit", Duration.ofHours(1))
            .history();
    private static final LeadHistory BLANK = Leads.blank().history();

    private static ScoringEngine engine() {
        return ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension(
                        "d",
                        d -> d.rule("de", field(StandardFields.COUNTRY).is("DE"), 5)
                                .each("visits", interaction("visit").filter(), Worth.points(3)))
                .build());
    }

    static Stream<Arguments> ways() {
        ScoringEngine engine = engine();
        Scorer scorer = engine.scorer();
        return Stream.of(
                way("total of a history", lead -> scorer.total(lead, NOW)),
                way("total of facts", lead -> scorer.total(Facts.of(lead, NOW))),
                way("total of a record", lead -> scorer.total(engine.record().read(lead), NOW)),
                way("total of an encoded lead", lead -> scorer.total(engine.encode(lead), NOW)),
                way("score of facts", lead -> units(scorer.score(Facts.of(lead, NOW)))),
                way(
                        "score of a record",
                        lead -> units(scorer.score(engine.record().read(lead), NOW))),
                way("score of an encoded lead", lead -> units(scorer.score(engine.encode(lead), NOW))));
    }

    private static Arguments way(String name, ToLongFunction<LeadHistory> way) {
        return Arguments.of(name, way);
    }

    private static long units(Tally tally) {
        return tally.total().units();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("scores the lead that it is asked about, and not the one before")
    void oneLeadAfterTheOther(String name, ToLongFunction<LeadHistory> way) {
        assertThat(way.applyAsLong(GERMAN)).as(name).isEqualTo(8_000);
        assertThat(way.applyAsLong(BLANK)).as(name).isZero();
        assertThat(way.applyAsLong(GERMAN)).as(name).isEqualTo(8_000);
    }

    @Test
    @DisplayName("shows a custom rule the lead of a record and of an encoded lead")
    void customRules() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("d", d -> d.custom("own", "visits", Map.of()))
                .build();
        RuleRegistry registry = RuleRegistry.EMPTY.with(
                "visits",
                with -> facts -> RuleResult.of(Points.of(facts.interactions().size())));
        ScoringEngine engine = ScoringEngine.of(model, registry);
        assertThat(engine.scorer().total(engine.record().read(GERMAN), NOW)).isEqualTo(1_000);
        assertThat(engine.scorer().total(engine.encode(GERMAN), NOW)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("is given to one caller at a time, and again to the thread that gave it back")
    void pool() {
        ScorerPool pool = new ScorerPool(engine());
        Scorer first = pool.take();
        assertThat(pool.take()).isNotSameAs(first);
        pool.give(first);
        assertThat(pool.take()).isSameAs(first);
        assertThat(pool.take()).isNotSameAs(first);
    }

    @Test
    @DisplayName("that an engine used for one total is used for the next: at most 200 bytes are allocated for each")
    void frugal() {
        ScoringEngine engine = engine();
        Facts facts = Facts.of(GERMAN, NOW);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        totals(engine, facts);
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = totals(engine, facts);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThanOrEqualTo(200 * 1_000);
        assertThat(sum).isEqualTo(8_000 * 1_000);
    }

    private static long totals(ScoringEngine engine, Facts facts) {
        long sum = 0;
        for (int i = 0; i < 1_000; i++) {
            sum += engine.total(facts).units();
        }
        return sum;
    }

    @Test
    @DisplayName("belongs to an engine that names its model")
    void model() {
        ScoringModel model = ScoringModel.builder("b2b", "3")
                .dimension("fit", d -> d.rule("any", always(), 1))
                .build();
        assertThat(ScoringEngine.of(model).model()).isSameAs(model);
        assertThat(ScoringEngine.of(model)).hasToString("ScoringEngine[b2b/3]");
    }
}

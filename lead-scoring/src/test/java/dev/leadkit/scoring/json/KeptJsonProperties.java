package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.condition.Facts;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.learn.ScoreCalibration;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.review.Population;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is kept beside a model is read as it was written. */
final class KeptJsonProperties {

    private static final long MANY = Long.MAX_VALUE / 100;

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<LeadHistory>> leads() {
        return LeadArbitraries.histories().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Map<Long, Outcomes>> counts() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, MANY);
        Arbitrary<Outcomes> outcomes = Combinators.combine(numbers, numbers).as(Outcomes::new);
        return Arbitraries.maps(Arbitraries.longs(), outcomes).ofMaxSize(20);
    }

    @Provide
    Arbitrary<ModelRef> versions() {
        return Arbitraries.of(
                new ModelRef("any", "1"),
                new ModelRef("any \"one\"", "2", "Grace", "After the spring sale", "0123456789abcdef".repeat(4)));
    }

    @Property
    void calibrations(@ForAll("versions") ModelRef model, @ForAll("counts") Map<Long, Outcomes> counted) {
        OutcomeCounts counts = new OutcomeCounts();
        counted.forEach(counts::add);
        ScoreCalibration calibration = new ScoreCalibration(model, Calibration.of(counts, 20));
        String text = JsonText.pretty(ScoreCalibrationJson.write(calibration));
        assertThat(ScoreCalibrationJson.read(JsonDocument.of(text))).isEqualTo(calibration);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void populations(
            @ForAll("models") ScoringModel model,
            @ForAll("leads") List<LeadHistory> before,
            @ForAll("leads") List<LeadHistory> after) {
        Population then = population(model, before);
        String text = JsonText.pretty(PopulationJson.write(then));
        Population read = PopulationJson.read(JsonDocument.of(text), model);
        assertThat(read.counts()).isEqualTo(then.counts());
        assertThat(read.leads()).isEqualTo(before.size());
        Population now = population(model, after);
        assertThat(read.drift(now)).isEqualTo(then.drift(now));
        assertThat(now.drift(read)).isEqualTo(now.drift(then));
    }

    private static Population population(ScoringModel model, List<LeadHistory> leads) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        Population population = Population.of(model);
        for (LeadHistory lead : leads) {
            Facts facts = Facts.of(lead, Instant.parse("2026-11-22T12:00:00Z"));
            population.add(facts, engine.score(facts));
        }
        return population;
    }
}

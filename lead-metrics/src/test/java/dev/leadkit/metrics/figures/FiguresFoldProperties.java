package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FiguresFoldProperties {

    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    private static final FiguresSpec SPEC = Town.spec().build();

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(20);
    }

    private static FiguresFold counted(List<LeadFacts> leads) {
        FiguresFold fold = new FiguresFold(SPEC);
        leads.forEach(fold::add);
        return fold;
    }

    @Property(tries = 100)
    void anyShardingAndOrderGivesEqualFigures(@ForAll("leads") List<LeadFacts> leads, @ForAll Random random) {
        List<LeadFacts> shuffled = new ArrayList<>(leads);
        Collections.shuffle(shuffled, random);
        FiguresFold one = new FiguresFold(SPEC);
        FiguresFold two = new FiguresFold(SPEC);
        shuffled.forEach(lead -> (random.nextBoolean() ? one : two).add(lead));
        one.merge(two);
        assertThat(one).isEqualTo(counted(leads));
        assertThat(one.figures(END)).isEqualTo(counted(leads).figures(END));
    }

    @Property(tries = 100)
    void aRetractionOnAnotherShardUndoesTheAddition(
            @ForAll("leads") List<LeadFacts> kept, @ForAll("leads") List<LeadFacts> gone) {
        FiguresFold fold = new FiguresFold(SPEC);
        gone.forEach(fold::retract);
        fold.figures(END);
        fold.merge(counted(kept));
        fold.merge(counted(gone));
        assertThat(fold).isEqualTo(counted(kept));
    }

    @Example
    void foldsOfDifferentSpecificationsAreNotMerged() {
        FiguresSpec other = FiguresSpec.builder(ZoneOffset.UTC, Town.STAGES, Set.of(Town.STAGES.get(2)))
                .build();
        assertThatThrownBy(() -> new FiguresFold(SPEC).merge(new FiguresFold(other)))
                .hasMessage("specification must be the same, was another");
    }

    @Example
    void specificationsOfEqualPartsAreEqual() {
        assertThat(Town.spec().build()).isEqualTo(Town.spec().build());
    }

    @Example
    void withoutLeadsEveryFigureIsUndefinedAndNoneIsZero() {
        Figures figures = new FiguresFold(SPEC).figures(END);
        assertThat(List.of(
                        figures.conversion(),
                        figures.accuracy().auc(),
                        figures.accuracy().lift(),
                        figures.velocity().latest(),
                        figures.durations().response().p50(),
                        figures.durations().response().inTime(),
                        figures.durations().cycle().p90(),
                        figures.costs().perLead().get("EUR").all(),
                        figures.costs().perCustomer().get("EUR").all()))
                .allSatisfy(figure -> assertThat(figure.value().number()).isEmpty());
    }

    @Example
    void onUndatedLeadsTimeBasedFiguresAreUndefinedWithTheirNumber() {
        FiguresFold fold = new FiguresFold(SPEC);
        Town.tell(1, 50, 1, fold::add);
        Figures figures = fold.figures(END);
        assertThat(List.of(
                        figures.velocity().latest(),
                        figures.durations().response().p90(),
                        figures.durations().response().inTime(),
                        figures.durations().cycle().p50(),
                        figures.costs().perLead().get("EUR").all()))
                .allSatisfy(figure -> {
                    assertThat(figure.value().number()).isEmpty();
                    assertThat(figure.basis().excluded()).containsEntry("undated lead", 50L);
                });
        assertThat(figures.conversion().basis().denominator()).isEqualByComparingTo("50");
        assertThat(figures.accuracy().auc().value().number()).isPresent();
    }

    @Example
    void rowsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new Intake(10, 5, 1, 1, 1))
                .hasMessage("rows must be the sum of four counts of 0 or more, was 10 for 5 + 1 + 1 + 1");
    }
}

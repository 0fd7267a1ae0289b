package dev.leadkit.metrics.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.nurture.NurtureFacts.Arm;
import dev.leadkit.metrics.nurture.NurtureFacts.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small sequences, counted by hand. */
final class NurtureTest {

    private static final Set<Sign> NONE = Set.of();

    private static List<NurtureFacts> times(int times, Arm arm, int steps, Set<Sign> signs) {
        List<NurtureFacts> facts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            facts.add(new NurtureFacts("welcome", arm, steps, signs));
        }
        return facts;
    }

    @SafeVarargs
    private static NurtureLift.Effect effect(List<NurtureFacts>... parts) {
        NurtureLift kpi = new NurtureLift();
        Counts counts = kpi.create();
        for (List<NurtureFacts> part : parts) {
            part.forEach(facts -> kpi.add(counts, facts));
        }
        return kpi.result(counts, Instant.EPOCH);
    }

    private static String shown(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.value().number().orElseThrow().stripTrailingZeros().toPlainString();
    }

    @Test
    @DisplayName("56 of 70 treated against 48 of 80 held out: 0.2, from 0.0524 to 0.3339 as Newcombe published it")
    void lift() {
        NurtureLift.Effect effect = effect(
                times(56, Arm.TREATED, 2, Set.of(Sign.CONVERTED)),
                times(14, Arm.TREATED, 3, NONE),
                times(48, Arm.HOLD_OUT, 0, Set.of(Sign.CONVERTED)),
                times(32, Arm.HOLD_OUT, 0, NONE));
        assertThat(shown(effect.lift())).isEqualTo("0.2");
        assertThat(effect.lift().interval().orElseThrow().low().toPlainString()).startsWith("0.0524");
        assertThat(effect.lift().interval().orElseThrow().high().toPlainString())
                .startsWith("0.3338");
        assertThat(shown(effect.treated())).isEqualTo("0.8");
        assertThat(shown(effect.heldOut())).isEqualTo("0.6");
        assertThat(effect.uncontrolled()).isFalse();
        assertThat(effect.treated().definition().id()).isEqualTo("nurture.conversion/1?arm=treated");
        assertThat(effect.heldOut().definition().id()).isEqualTo("nurture.conversion/1?arm=held-out");
    }

    @Test
    @DisplayName("A step is judged by those converted after it and before the next, of all who got it")
    void steps() {
        NurtureLift.Effect effect = effect(
                times(4, Arm.TREATED, 0, NONE),
                times(3, Arm.TREATED, 1, NONE),
                times(1, Arm.TREATED, 1, Set.of(Sign.CONVERTED)),
                times(4, Arm.TREATED, 3, NONE));
        assertThat(effect.steps()).extracting(NurtureTest::shown).containsExactly("0.125", "0", "0");
        assertThat(effect.steps().get(0).basis().excluded()).containsEntry("fewer steps", 4L);
        assertThat(effect.steps().get(2).basis().excluded()).containsEntry("fewer steps", 8L);
        assertThat(effect.steps().get(2).definition().id()).isEqualTo("nurture.step/1?step=3");
    }

    @Test
    @DisplayName("Without hold-out nothing is said of an effect")
    void uncontrolled() {
        NurtureLift.Effect effect = effect(times(2, Arm.TREATED, 1, Set.of(Sign.CONVERTED)));
        assertThat(effect.uncontrolled()).isTrue();
        assertThat(shown(effect.lift())).isEqualTo("uncontrolled, no lead was held out");
        assertThat(effect.lift().interval()).isEmpty();
        assertThat(shown(effect(times(2, Arm.HOLD_OUT, 0, NONE)).lift())).isEqualTo("no lead was treated");
    }

    @Test
    @DisplayName("Of three recycled treated leads one came back; held out ones are not among them")
    void reactivation() {
        Set<Sign> back = Set.of(Sign.RECYCLED, Sign.REACTIVATED);
        NurtureLift.Effect effect = effect(
                times(1, Arm.TREATED, 1, back),
                times(2, Arm.TREATED, 1, Set.of(Sign.RECYCLED)),
                times(5, Arm.HOLD_OUT, 0, back));
        assertThat(shown(effect.reactivation())).isEqualTo("0.333333");
        assertThat(shown(effect(times(1, Arm.TREATED, 1, NONE)).reactivation()))
                .isEqualTo("no recycled lead was treated");
    }

    @Test
    @DisplayName("Every part is called what it counts")
    void parts() {
        NurtureLift kpi = new NurtureLift();
        Counts counts = kpi.create();
        Set<Sign> back = Set.of(Sign.RECYCLED, Sign.REACTIVATED);
        times(5, Arm.TREATED, 2, Set.of(Sign.CONVERTED)).forEach(facts -> kpi.add(counts, facts));
        times(3, Arm.TREATED, 1, back).forEach(facts -> kpi.add(counts, facts));
        times(1, Arm.TREATED, 1, Set.of(Sign.RECYCLED)).forEach(facts -> kpi.add(counts, facts));
        times(7, Arm.HOLD_OUT, 0, back).forEach(facts -> kpi.add(counts, facts));
        times(6, Arm.HOLD_OUT, 0, Set.of(Sign.CONVERTED)).forEach(facts -> kpi.add(counts, facts));
        Map<String, Long> totals = new HashMap<>();
        for (int part = 0; part < kpi.parts().size(); part++) {
            totals.put(kpi.parts().get(part), counts.total(part));
        }
        assertThat(totals)
                .containsOnly(
                        Map.entry("treated, by steps", 9L),
                        Map.entry("treated and converted, by steps", 5L),
                        Map.entry("held out", 13L),
                        Map.entry("held out and converted", 6L),
                        Map.entry("treated, recycled", 4L),
                        Map.entry("treated, recycled and back", 3L));
        assertThat(counts.keys(0)).containsExactly(1, 2);
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incomplete() {
        NurtureLift kpi = new NurtureLift();
        Counts counts = kpi.create();
        times(1, Arm.TREATED, 1, NONE).forEach(facts -> kpi.retract(counts, facts));
        assertThat(shown(kpi.result(counts, Instant.EPOCH).lift())).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("Facts that cannot be are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NurtureFacts("a", Arm.HOLD_OUT, 1, NONE))
                .withMessage("steps must be from 0 to 0 for a lead HOLD_OUT, was 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new NurtureFacts("a", Arm.TREATED, -1, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new NurtureFacts("a", Arm.TREATED, 1_001, NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NurtureFacts("a", Arm.TREATED, 1_000, Set.of(Sign.REACTIVATED)))
                .withMessageContaining("RECYCLED");
    }
}

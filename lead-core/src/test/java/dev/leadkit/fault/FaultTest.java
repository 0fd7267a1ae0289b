package dev.leadkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultTest {

    private static final Fault POINTS = new Fault("$.points", "a number", "\"ten\"");

    @Test
    void saysWhereWhatAndWhatToDo() {
        assertThat(POINTS).hasToString("$.points: must be a number, was \"ten\"");
        assertThat(new Fault("a", "a number", "")).hasToString("a: must be a number, was missing");
        assertThat(new Fault("a", "a number", "", "Write 0."))
                .hasToString("a: must be a number, was missing. Write 0.");
        assertThat(new Fault("a", "a number", "x", "Write 0.")).hasToString("a: must be a number, was x. Write 0.");
        assertThat(POINTS.hint()).isEmpty();
    }

    @Test
    void standsUnderALongerPath() {
        assertThat(new Fault(".points", "a number", "x", "h").under("$.rules[3]"))
                .isEqualTo(new Fault("$.rules[3].points", "a number", "x", "h"));
    }

    @Test
    void needsARule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fault("a", " ", "x"))
                .withMessage("rule must be a text, was blank");
        assertThatNullPointerException().isThrownBy(() -> new Fault(null, "r", "v"));
        assertThatNullPointerException().isThrownBy(() -> new Fault("p", "r", null));
        assertThatNullPointerException().isThrownBy(() -> new Fault("p", "r", "v", null));
    }

    @Test
    void allFaultsAreCollectedInOrderAndRefusedOnce() {
        Faults faults = new Faults();
        assertThat(faults.isEmpty()).isTrue();
        assertThatNoException().isThrownBy(() -> faults.refuseIfAny("model"));
        faults.add("b", "a text", "");
        faults.accept(POINTS);
        assertThat(faults.isEmpty()).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> faults.refuseIfAny("model"))
                .withMessage("model has 2 faults:\n  b: must be a text, was missing\n"
                        + "  $.points: must be a number, was \"ten\"")
                .satisfies(
                        refused -> assertThat(refused.faults()).containsExactly(new Fault("b", "a text", ""), POINTS));
    }

    @Test
    void aListThatWasTakenDoesNotGrow() {
        Faults faults = new Faults();
        faults.accept(POINTS);
        List<Fault> taken = faults.list();
        faults.accept(POINTS);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aRefusalKeepsItsReasonsAndHasOne() {
        List<Fault> faults = new ArrayList<>(List.of(POINTS));
        RefusedException refused = new RefusedException("plan", faults);
        faults.clear();
        assertThat(refused.faults()).containsExactly(POINTS);
        assertThat(refused).hasMessage("plan has 1 fault:\n  $.points: must be a number, was \"ten\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefusedException("plan", List.of()))
                .withMessage("faults must be at least one, was none");
    }
}

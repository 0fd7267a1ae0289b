package dev.leadkit.examples.benchmarks.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.ledger.AssignmentLedger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fairness and races of the routing suite")
class FairnessTest {

    @Test
    @DisplayName("a fixed pool of 20 keeps Tijdeman's bound, which neither pointer nor smooth round robin keeps")
    void fixedPool() {
        Fairness fixed = Fairness.fixed();

        assertThat(fixed.largestLag(fixed.router())).isLessThanOrEqualTo(1 - 1 / 38.0 + 1e-6);
        assertThat(fixed.largestLag(fixed.smooth())).isGreaterThan(1 - 1 / 38.0 + 1e-6);
        assertThat(fixed.largestLag(fixed.pointer())).isGreaterThan(2);
    }

    @Test
    @DisplayName("a rule that always takes the first falls behind by thousands of leads")
    void unfairRuleShows() {
        Fairness changing = Fairness.changing();

        assertThat(changing.largestLag((lead, those) -> those.nextSetBit(0))).isGreaterThan(1_000);
        assertThat(changing.largestLag(changing.router())).isLessThan(2);
    }

    @Test
    @DisplayName("absences leave the sum of all lags at 0")
    void absences() {
        assertThat(AbsenceHistories.largestSum(200)).isZero();
    }

    @Test
    @DisplayName("a race in memory has no violation")
    void race() throws Exception {
        assertThat(new Race(AssignmentLedger.inMemory(), 2_000, 10).violations())
                .isZero();
    }
}

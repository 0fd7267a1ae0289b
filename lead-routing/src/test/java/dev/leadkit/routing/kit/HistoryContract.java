package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** After any history a ledger is as the plainest one would be. */
abstract class HistoryContract extends RegroupContract {

    private static final int MOST_STEPS = 60;
    private static final List<RepId> REPS = List.of(ANN, BOB, new RepId("cem"));

    /** How many random histories are tried. */
    protected int histories() {
        return 500;
    }

    @Test
    void afterAnyHistoryEverythingIsAsThePlainestLedgerHasIt() {
        for (int seed = 0; seed < histories(); seed++) {
            Random random = new Random(seed);
            List<Integer> steps = new ArrayList<>();
            int many = 1 + random.nextInt(MOST_STEPS);
            for (int i = 0; i < many; i++) {
                steps.add(random.nextInt(Integer.MAX_VALUE));
            }
            check(steps);
        }
    }

    /** Does the same to this ledger and to the plainest one; every ninth step lets some seconds go by. */
    final void check(List<Integer> steps) {
        AssignmentLedger ledger = newLedger();
        LedgerScript script = new LedgerScript(ledger);
        LedgerScript oracle = new LedgerScript(new PlainLedger(this::now, Optional.empty()));
        List<Integer> done = new ArrayList<>();
        for (int step : steps) {
            done.add(step);
            if (step % 9 == 0) {
                pass(Duration.ofSeconds(step / 9 % 40));
            }
            assertThat(script.does(step)).as("answer to the last of %s", done).isEqualTo(oracle.does(step));
        }
        assertThat(script.seen()).as("what is there after %s", done).isEqualTo(oracle.seen());
        assertThat(script.isConserved()).as("units after %s", done).isTrue();
        for (String pool : List.of("pool-0", "pool-1")) {
            assertThat(ledger.standings(pool, REPS).stream()
                            .mapToLong(Standing::lag)
                            .sum())
                    .as("lags of %s after %s", pool, done)
                    .isZero();
        }
    }
}

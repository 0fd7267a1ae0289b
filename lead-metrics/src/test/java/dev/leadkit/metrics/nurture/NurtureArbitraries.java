package dev.leadkit.metrics.nurture;

import dev.leadkit.metrics.nurture.NurtureFacts.Arm;
import dev.leadkit.metrics.nurture.NurtureFacts.Sign;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Leads in nurture sequences, few enough of everything that equal ones are common. */
public final class NurtureArbitraries {

    private NurtureArbitraries() {}

    public static Arbitrary<NurtureFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of("welcome", "win-back"),
                        Arbitraries.of(Arm.TREATED, Arm.TREATED, Arm.HOLD_OUT),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Sign.class).set())
                .as((sequence, arm, steps, signs) ->
                        new NurtureFacts(sequence, arm, arm == Arm.HOLD_OUT ? 0 : steps, whole(signs)))
                .withoutEdgeCases();
    }

    private static Set<Sign> whole(Set<Sign> signs) {
        Set<Sign> all = EnumSet.noneOf(Sign.class);
        all.addAll(signs);
        if (signs.contains(Sign.REACTIVATED)) {
            all.add(Sign.RECYCLED);
        }
        return all;
    }
}

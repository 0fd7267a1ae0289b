package dev.leadkit.condition;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.not;
import static dev.leadkit.condition.Truth.FALSE;
import static dev.leadkit.condition.Truth.TRUE;
import static dev.leadkit.condition.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.lead.Lead;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KleeneTest {

    private static final Facts NOTHING_KNOWN =
            Facts.of(Lead.builder(LeadArbitraries.LEAD).build(), LeadArbitraries.BEGIN);

    @Provide
    Arbitrary<Condition> conditions() {
        return ConditionArbitraries.conditions();
    }

    @Provide
    Arbitrary<Facts> facts() {
        return ConditionArbitraries.facts();
    }

    private static Condition giving(Truth truth) {
        return switch (truth) {
            case TRUE -> always();
            case FALSE -> any();
            case UNKNOWN -> field(LeadArbitraries.INDUSTRY).is("x");
        };
    }

    private static Truth truth(Condition condition, Facts facts) {
        return condition.evaluate(facts, fault -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "TRUE,    TRUE,    TRUE,    TRUE,    FALSE",
        "TRUE,    UNKNOWN, UNKNOWN, TRUE,    FALSE",
        "TRUE,    FALSE,   FALSE,   TRUE,    FALSE",
        "UNKNOWN, TRUE,    UNKNOWN, TRUE,    UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, FALSE,   FALSE,   UNKNOWN, UNKNOWN",
        "FALSE,   TRUE,    FALSE,   TRUE,    TRUE",
        "FALSE,   UNKNOWN, FALSE,   UNKNOWN, TRUE",
        "FALSE,   FALSE,   FALSE,   FALSE,   TRUE"
    })
    void combinationsGiveWhatTheTableSays(Truth a, Truth b, Truth both, Truth either, Truth notFirst) {
        assertThat(truth(all(giving(a), giving(b)), NOTHING_KNOWN)).isEqualTo(both);
        assertThat(truth(giving(a).and(giving(b)), NOTHING_KNOWN)).isEqualTo(both);
        assertThat(truth(any(giving(a), giving(b)), NOTHING_KNOWN)).isEqualTo(either);
        assertThat(truth(giving(a).or(giving(b)), NOTHING_KNOWN)).isEqualTo(either);
        assertThat(truth(not(giving(a)), NOTHING_KNOWN)).isEqualTo(notFirst);
        assertThat(a.not()).isEqualTo(notFirst);
    }

    @Test
    void noPartsGiveTheNeutralElement() {
        assertThat(truth(all(), NOTHING_KNOWN)).isEqualTo(TRUE);
        assertThat(truth(always(), NOTHING_KNOWN)).isEqualTo(TRUE);
        assertThat(truth(any(), NOTHING_KNOWN)).isEqualTo(FALSE);
        assertThat(Truth.of(true)).isEqualTo(TRUE);
        assertThat(Truth.of(false)).isEqualTo(FALSE);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void deMorganHolds(
            @ForAll("conditions") Condition a, @ForAll("conditions") Condition b, @ForAll("facts") Facts facts) {
        assertThat(truth(not(all(a, b)), facts)).isEqualTo(truth(any(not(a), not(b)), facts));
        assertThat(truth(not(any(a, b)), facts)).isEqualTo(truth(all(not(a), not(b)), facts));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void orderAndNestingAndDoublingMakeNoDifference(
            @ForAll("conditions") Condition a, @ForAll("conditions") Condition b, @ForAll("facts") Facts facts) {
        assertThat(truth(all(a, b), facts)).isEqualTo(truth(all(b, a), facts));
        assertThat(truth(any(a, b), facts)).isEqualTo(truth(any(b, a), facts));
        assertThat(truth(all(a, all(a, b)), facts)).isEqualTo(truth(all(all(a, a), b), facts));
        assertThat(truth(any(a, all(a, b)), facts)).isEqualTo(truth(a, facts));
        assertThat(truth(not(not(a)), facts)).isEqualTo(truth(a, facts));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aConditionAndItsOppositeAreNeverBothTrueNorBothFalse(
            @ForAll("conditions") Condition a, @ForAll("facts") Facts facts) {
        assertThat(truth(all(a, not(a)), facts)).isNotEqualTo(TRUE);
        assertThat(truth(any(a, not(a)), facts)).isNotEqualTo(FALSE);
        assertThat(truth(all(a, not(a)), facts) == UNKNOWN).isEqualTo(truth(a, facts) == UNKNOWN);
    }

    @Test
    void chainsStayFlat() {
        Condition a = giving(TRUE);
        Condition b = giving(UNKNOWN);
        assertThat(b.and(a).and(b)).isEqualTo(all(b, a, b));
        assertThat(b.or(a).or(b)).isEqualTo(any(b, a, b));
        assertThat(b.or(a).and(b)).isEqualTo(all(any(b, a), b));
        Condition chain = b;
        for (int i = 0; i < 1_000; i++) {
            chain = chain.and(b);
        }
        assertThat(truth(chain, NOTHING_KNOWN)).isEqualTo(UNKNOWN);
    }

    @Test
    void nestingHasALimit() {
        Condition deep = giving(TRUE);
        for (int level = 0; level < Condition.DEEPEST; level++) {
            deep = level % 2 == 0 ? not(deep) : new Condition.Any(List.of(deep));
        }
        assertThat(truth(deep, NOTHING_KNOWN)).isEqualTo(TRUE);
        Condition deepest = deep;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> not(deepest))
                .withMessage("condition must be nested at most 100 deep, was deeper");
        assertThatIllegalArgumentException().isThrownBy(() -> all(deepest));
        assertThatNullPointerException().isThrownBy(() -> not(null));
    }
}

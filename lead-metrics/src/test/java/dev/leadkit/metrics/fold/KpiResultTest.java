package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures whose numbers are known by hand. */
final class KpiResultTest {

    private static final Definition DEFINITION = new Definition("some.figure/1", "Some over others.");
    private static final SortedMap<String, Long> NONE = new TreeMap<>();

    private static KpiResult quotient(long numerator, long denominator) {
        return KpiResult.quotient(DEFINITION, KpiUnit.DAYS, Basis.of(numerator, denominator, NONE), "no others");
    }

    private static KpiResult rate(long numerator, long denominator) {
        return KpiResult.rate(DEFINITION, Basis.of(numerator, denominator, NONE), "no others");
    }

    private static Optional<String> number(KpiResult result) {
        return result.value().number().map(BigDecimal::toPlainString);
    }

    @Test
    @DisplayName("A quotient has six decimals, rounded half to even, and keeps what it rests on")
    void quotients() {
        assertThat(number(quotient(2, 3))).contains("0.666667");
        assertThat(number(quotient(1, 2_000_000))).contains("0.000000");
        assertThat(number(quotient(3, 2_000_000))).contains("0.000002");
        assertThat(number(quotient(-7, 2))).contains("-3.500000");
        KpiResult third = quotient(1, 3);
        assertThat(third.definition()).isEqualTo(DEFINITION);
        assertThat(third.unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(third.basis()).isEqualTo(new Basis(BigDecimal.ONE, new BigDecimal("3"), NONE));
        assertThat(third.interval()).isEmpty();
    }

    @Test
    @DisplayName("Over none a quotient is undefined for its reason, over fewer than none a part is missing")
    void undefinedQuotients() {
        assertThat(quotient(0, 0).value()).isEqualTo(new KpiValue.Undefined("no others"));
        assertThat(quotient(1, -1).value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(quotient(0, 0).value().number()).isEmpty();
    }

    @Test
    @DisplayName("A rate of 1 of 2 is 0.5, by Wilson from 0.0945 to 0.9055")
    void rates() {
        KpiResult half = rate(1, 2);
        assertThat(number(half)).contains("0.500000");
        assertThat(half.unit()).isEqualTo(KpiUnit.SHARE);
        assertThat(half.interval().orElseThrow().low()).isBetween(new BigDecimal("0.0945"), new BigDecimal("0.0946"));
        assertThat(half.interval().orElseThrow().high()).isBetween(new BigDecimal("0.9054"), new BigDecimal("0.9055"));
        assertThat(number(rate(0, 2))).contains("0.000000");
        assertThat(number(rate(2, 2))).contains("1.000000");
    }

    @Test
    @DisplayName("A rate of none is undefined; one below 0 or above all says that a part is missing")
    void undefinedRates() {
        assertThat(rate(0, 0).value()).isEqualTo(new KpiValue.Undefined("no others"));
        assertThat(rate(0, 0).interval()).isEmpty();
        assertThat(rate(-1, 2).value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(rate(3, 2).value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(rate(-2, -1).value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(rate(3, 2).unit()).isEqualTo(KpiUnit.SHARE);
        assertThat(rate(3, 2).basis().numerator()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("A figure that is known by itself is rounded too; one without a value keeps its reason")
    void byItself() {
        Basis basis = Basis.of(3, 5, new TreeMap<>(Map.of("late", 2L)));
        KpiResult known = KpiResult.known(DEFINITION, KpiUnit.MONTHS, new BigDecimal("1.00000050"), basis);
        assertThat(number(known)).contains("1.000000");
        assertThat(known.unit()).isEqualTo(KpiUnit.MONTHS);
        assertThat(known.basis().excluded()).isEqualTo(Map.of("late", 2L));
        KpiResult undefined = KpiResult.undefined(DEFINITION, KpiUnit.NUMBER, basis, "why not");
        assertThat(undefined.value()).isEqualTo(new KpiValue.Undefined("why not"));
        assertThat(undefined.basis()).isEqualTo(basis);
    }

    @Test
    @DisplayName("Exclusions are a copy, in the order of their reasons")
    void exclusions() {
        SortedMap<String, Long> mine = new TreeMap<>(Map.of("b", 1L, "a", 2L));
        Basis basis = Basis.of(0, 1, mine);
        mine.clear();
        assertThat(basis.excluded()).containsExactly(Map.entry("a", 2L), Map.entry("b", 1L));
    }

    @Test
    @DisplayName("A definition needs an identifier and a meaning, and reads as its identifier")
    void definitions() {
        assertThat(DEFINITION).hasToString("some.figure/1");
        assertThat(DEFINITION.basis()).isEqualTo(TimeBasis.SNAPSHOT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Definition(" ", "x"))
                .withMessage("id and meaning must be texts, was blank");
        assertThatIllegalArgumentException().isThrownBy(() -> new Definition("x", ""));
    }

    @Test
    @DisplayName("Units and time bases read as documentation writes them")
    void words() {
        Currency yen = Currency.getInstance("JPY");
        assertThat(KpiUnit.money(yen)).hasToString("JPY").isEqualTo(new KpiUnit("JPY"));
        assertThat(KpiUnit.moneyPerDay(yen)).hasToString("JPY/d");
        assertThat(KpiUnit.SHARE).hasToString("share");
        assertThat(TimeBasis.values())
                .extracting(TimeBasis::words)
                .containsExactly("snapshot", "cohort, by capture", "by outcome", "by event", "by period");
    }
}

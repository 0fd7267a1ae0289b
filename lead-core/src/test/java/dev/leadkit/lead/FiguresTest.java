package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Contribution.Kind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final ModelRef MODEL = new ModelRef("main", "7");
    private static final long FAR = 1_000_000_000_000L;

    @Property
    void pointsAddLikeExactDecimals(
            @ForAll @LongRange(min = -FAR, max = FAR) long a, @ForAll @LongRange(min = -FAR, max = FAR) long b) {
        Points one = new Points(a);
        Points other = new Points(b);
        assertThat(one.plus(other).toBigDecimal()).isEqualTo(one.toBigDecimal().add(other.toBigDecimal()));
        assertThat(one.minus(other).toBigDecimal()).isEqualTo(one.toBigDecimal().subtract(other.toBigDecimal()));
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(Long.compare(a, b)));
        assertThat(Points.of(one.toBigDecimal())).isEqualTo(one);
        assertThat(new BigDecimal(one.toString())).isEqualByComparingTo(one.toBigDecimal());
    }

    @Test
    void pointsAreExactToAThousandth() {
        assertThat(Points.of(12)).isEqualTo(new Points(12_000));
        assertThat(Points.of(new BigDecimal("-1.5"))).isEqualTo(new Points(-1_500));
        assertThat(Points.of(new BigDecimal("1.5000"))).isEqualTo(new Points(1_500));
        assertThat(new Points(12_500)).hasToString("12.5");
        assertThat(new Points(-3_000)).hasToString("-3");
        assertThat(new Points(100_000)).hasToString("100");
        assertThat(Points.ZERO).hasToString("0");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Points.of(new BigDecimal("0.0001")));
    }

    @Test
    void pointsThrowRatherThanOverflow() {
        Points most = new Points(Long.MAX_VALUE);
        Points one = new Points(1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(one));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Points(Long.MIN_VALUE).minus(one));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Points.of(Long.MAX_VALUE / 999));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Points.of(new BigDecimal("1E16")));
    }

    private static Contribution part(String dimension, long points) {
        return new Contribution(dimension, "r", Kind.RULE, Points.of(points));
    }

    private static Score score(Map<String, Points> dimensions, Contribution... parts) {
        return new Score(MODEL, dimensions, Optional.empty(), List.of(parts), List.of());
    }

    @Test
    void aScoreIsTheSumOfItsContributions() {
        Score score = score(Map.of("fit", Points.of(7)), part("fit", 10), part("fit", -3), part("", 5));
        assertThat(score.total()).isEqualTo(Points.of(12));
        assertThat(score(Map.of()).total()).isEqualTo(Points.ZERO);
        assertThat(score(Map.of("fit", Points.ZERO)).total()).isEqualTo(Points.ZERO);
    }

    @Test
    void aScoreWhosePartsDoNotAddUpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(Map.of("fit", Points.of(8)), part("fit", 7)))
                .withMessage("dimensions must be the sums of their contributions {fit=7}, was {fit=8}");
        assertThatIllegalArgumentException().isThrownBy(() -> score(Map.of("fit", Points.of(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> score(Map.of(), part("fit", 1)));
    }

    @Test
    void aScoreKeepsTheOrderOfDimensionsAndItsOwnCopies() {
        Map<String, Points> dimensions = new LinkedHashMap<>();
        dimensions.put("z", Points.ZERO);
        dimensions.put("a", Points.ZERO);
        Score score = new Score(MODEL, dimensions, Optional.empty(), List.of(), List.of(new Fault("p", "r", "v")));
        dimensions.clear();
        assertThat(score.dimensions().keySet()).containsExactly("z", "a");
        assertThat(score.faults()).hasSize(1);
    }

    @Test
    void aContributionHasAllItsParts() {
        assertThatNullPointerException().isThrownBy(() -> new Contribution(null, "r", Kind.CAP, Points.ZERO));
        assertThatNullPointerException().isThrownBy(() -> new Contribution("d", null, Kind.CAP, Points.ZERO));
        assertThatNullPointerException().isThrownBy(() -> new Contribution("d", "r", null, Points.ZERO));
        assertThatNullPointerException().isThrownBy(() -> new Contribution("d", "r", Kind.FLOOR, null));
    }

    @Test
    void moneyIsExactInItsCurrency() {
        assertThat(Money.of(new BigDecimal("12.5"), EUR))
                .isEqualTo(new Money(1_250, EUR))
                .hasToString("12.50 EUR");
        assertThat(Money.of(new BigDecimal("-12"), YEN))
                .isEqualTo(new Money(-12, YEN))
                .hasToString("-12 JPY");
        assertThat(new Money(1, EUR).amount()).isEqualTo(new BigDecimal("0.01"));
        assertThat(new Money(5, Currency.getInstance("XAU"))).hasToString("5 XAU");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(new BigDecimal("0.001"), EUR));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(new BigDecimal("0.1"), YEN));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(new BigDecimal("1E18"), EUR));
        assertThatNullPointerException().isThrownBy(() -> new Money(1, null));
    }

    @Test
    void moneyAddsWithinACurrency() {
        assertThat(new Money(1, EUR).plus(new Money(-3, EUR))).isEqualTo(new Money(-2, EUR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, EUR).plus(new Money(1, YEN)))
                .withMessage("currency must be EUR, was JPY");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)));
    }
}

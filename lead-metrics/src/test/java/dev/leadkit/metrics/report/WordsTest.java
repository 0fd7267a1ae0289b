package dev.leadkit.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures read; a {@code ~} stands for the space that does not break. */
final class WordsTest {

    private static final Definition DEFINITION = new Definition("some/1", "Some.");
    private static final KpiUnit EURO = KpiUnit.money(Currency.getInstance("EUR"));

    private static KpiUnit unit(String code) {
        return new KpiUnit(code);
    }

    private static KpiResult figure(String number, KpiUnit unit) {
        return over(number, unit, "1", "2");
    }

    private static KpiResult over(String number, KpiUnit unit, String numerator, String denominator) {
        Basis basis = new Basis(new BigDecimal(numerator), new BigDecimal(denominator), new TreeMap<>());
        KpiValue value = new KpiValue.Known(new BigDecimal(number));
        return new KpiResult(DEFINITION, unit, value, basis, Optional.empty());
    }

    private static KpiResult none() {
        return KpiResult.undefined(DEFINITION, KpiUnit.SHARE, Basis.of(0, 0, new TreeMap<>()), "no leads");
    }

    private static KpiResult between(String low, String high, KpiUnit unit) {
        KpiResult plain = figure(low, unit);
        Interval interval = new Interval(new BigDecimal(low), new BigDecimal(high));
        return new KpiResult(DEFINITION, unit, plain.value(), plain.basis(), Optional.of(interval));
    }

    private static String shown(String text) {
        return text.replace('\u00a0', '~');
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.25       | share  | 25.0~%",
                "0.123456   | share  | 12.3~%",
                "0          | s      | 0~s",
                "59.000000  | s      | 59~s",
                "60         | s      | 1~min 0~s",
                "250        | s      | 4~min 10~s",
                "3601       | s      | 1~h 0~min",
                "183659     | s      | 2~d 3~h",
                "86400000   | s      | 1,000~d 0~h",
                "31.000000  | d      | 31~d",
                "0.5        | number | 0.500",
                "1234.5678  | number | 1,234.568",
                "1234.5     | EUR    | 1,234.50~EUR",
                "99999.99   | EUR    | 99,999.99~EUR",
                "100000     | EUR    | 100,000~EUR",
                "100000.40  | EUR    | 100,000~EUR",
                "-100000.40 | EUR    | -100,000~EUR",
                "7          | EUR/d  | 7.00~EUR/d"
            })
    @DisplayName("In short a figure has few digits and its unit")
    void brief(String number, String code, String expected) {
        assertThat(shown(Words.brief(figure(number, unit(code))))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.333333  | share  | 33.3333~%",
                "1000.000  | s      | 1,000~s",
                "31.500    | d      | 31.5~d",
                "0.5       | number | 0.500000",
                "1234.5    | EUR    | 1,234.500000~EUR"
            })
    @DisplayName("In tables a figure has all its digits")
    void exact(String number, String code, String expected) {
        assertThat(shown(Words.exact(figure(number, unit(code))))).isEqualTo(expected);
    }

    @Test
    @DisplayName("A figure without a value is a dash, with its reason beside it")
    void undefined() {
        assertThat(Words.brief(none())).isEqualTo("\u2013");
        assertThat(Words.exact(none())).isEqualTo("\u2013");
        assertThat(Words.amount(none())).isEqualTo("\u2013");
        assertThat(Words.range(none())).isEqualTo("\u2013");
        assertThat(Words.reason(none())).isEqualTo("no leads");
        assertThat(Words.reason(figure("1", KpiUnit.SHARE))).isEmpty();
        assertThat(Words.amount(figure("1234.5", EURO))).isEqualTo("1,234.500000");
    }

    @Test
    @DisplayName("Counts are grouped by thousands and have no needless zeros")
    void counts() {
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(0)).isEqualTo("0");
        assertThat(Words.count(new BigDecimal("2.50"))).isEqualTo("2.5");
        assertThat(Words.count(new BigDecimal("1E+3"))).isEqualTo("1,000");
        assertThat(shown(Words.share(1, 3))).isEqualTo("33.3~%");
        assertThat(shown(Words.share(3, 3))).isEqualTo("100.0~%");
    }

    @Test
    @DisplayName("An interval is told in the figure's unit")
    void ranges() {
        assertThat(shown(Words.range(between("0.0946", "0.9054", KpiUnit.SHARE))))
                .isEqualTo("9.5 \u2013 90.5~%");
        assertThat(Words.range(between("1", "2.5", KpiUnit.NUMBER))).isEqualTo("1.000 \u2013 2.500");
    }

    @Test
    @DisplayName("What a figure rests on is read as its unit wants: a rank, a ratio, money for things, or some of all")
    void bases() {
        assertThat(Words.basis(over("9", KpiUnit.SECONDS, "2", "4000"))).isEqualTo("rank 2 of 4,000");
        assertThat(Words.basis(over("9", KpiUnit.DAYS, "2", "4"))).isEqualTo("rank 2 of 4");
        assertThat(Words.basis(over("9", KpiUnit.NUMBER, "2.50", "5"))).isEqualTo("2.5 / 5");
        assertThat(Words.basis(over("9", KpiUnit.SHARE, "1", "2"))).isEqualTo("1 of 2");
        assertThat(Words.basis(over("9", EURO, "1250.50", "3"))).isEqualTo("1,250.50 for 3");
        assertThat(Words.numerator(over("9", EURO, "1E+3", "3"))).isEqualTo("1,000");
    }

    @Test
    @DisplayName("Who was left out is told by reason with the numbers")
    void excluded() {
        assertThat(Words.excluded(new TreeMap<>(Map.of("undated lead", 3L, "late", 1_200L))))
                .isEqualTo("late (1,200), undated lead (3)");
        assertThat(Words.excluded(new TreeMap<>())).isEmpty();
    }
}

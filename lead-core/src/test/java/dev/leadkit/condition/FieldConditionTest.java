package dev.leadkit.condition;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Truth.FALSE;
import static dev.leadkit.condition.Truth.TRUE;
import static dev.leadkit.condition.Truth.UNKNOWN;
import static dev.leadkit.core.kit.LeadArbitraries.BEGIN;
import static dev.leadkit.core.kit.LeadArbitraries.EMPLOYEES;
import static dev.leadkit.core.kit.LeadArbitraries.FOUNDED;
import static dev.leadkit.core.kit.LeadArbitraries.INDUSTRY;
import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static dev.leadkit.core.kit.LeadArbitraries.SEEN;
import static dev.leadkit.core.kit.LeadArbitraries.SUBSCRIBED;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static dev.leadkit.lead.StandardFields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.condition.FieldTest.Range;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FieldConditionTest {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private static <T> Truth truth(Condition condition, Field<T> field, T value) {
        return condition.evaluate(Facts.of(Lead.builder(LEAD).set(field, value).build(), BEGIN), fault -> {});
    }

    private static Truth truth(Condition condition) {
        return condition.evaluate(Facts.of(Lead.builder(LEAD).build(), BEGIN), fault -> {});
    }

    @Test
    void presentAndMissingAreNeverUnknown() {
        assertThat(truth(field(INDUSTRY).isPresent())).isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).isMissing())).isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).isPresent(), INDUSTRY, "")).isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).isMissing(), INDUSTRY, "")).isEqualTo(FALSE);
    }

    @Test
    void everyOtherTestOfAMissingFieldIsUnknown() {
        FieldQuestion<String> text = field(INDUSTRY);
        FieldQuestion<BigDecimal> number = field(EMPLOYEES);
        assertThat(List.of(
                        text.is("a"),
                        text.in("a", "b"),
                        text.contains("a"),
                        text.startsWith("a"),
                        text.matches("a"),
                        number.atLeast(TEN),
                        number.moreThan(TEN),
                        number.atMost(TEN),
                        number.lessThan(TEN),
                        number.between(TEN, TEN),
                        field(SEEN).atLeastAgo(Duration.ZERO),
                        field(SEEN).atMostAhead(Duration.ZERO),
                        field(FOUNDED).atMostAgo(Duration.ZERO)))
                .allMatch(condition -> truth(condition) == UNKNOWN);
    }

    @Test
    void equalityIsByValueNotBySpelling() {
        assertThat(truth(field(EMPLOYEES).is(new BigDecimal("1.0")), EMPLOYEES, new BigDecimal("1.00")))
                .isEqualTo(TRUE);
        assertThat(truth(field(EMPLOYEES).is(new BigDecimal("100")), EMPLOYEES, new BigDecimal("1E+2")))
                .isEqualTo(TRUE);
        assertThat(truth(field(EMPLOYEES).is(TEN), EMPLOYEES, new BigDecimal("10.01")))
                .isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).is("IT"), INDUSTRY, "it")).isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).is("ısı"), INDUSTRY, "ISI")).isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).in("x", "Straße"), INDUSTRY, "STRASSE"))
                .isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).in("x", "STRAẞE"), INDUSTRY, "strasse"))
                .isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).is(""), INDUSTRY, " ")).isEqualTo(FALSE);
        assertThat(truth(field(SUBSCRIBED).is(false), SUBSCRIBED, false)).isEqualTo(TRUE);
        assertThat(truth(field(SUBSCRIBED).is(false), SUBSCRIBED, true)).isEqualTo(FALSE);
        assertThat(truth(field(EMAIL).is(new EmailAddress("A@x.org")), EMAIL, new EmailAddress("a@x.org")))
                .isEqualTo(TRUE);
    }

    @Test
    void aNumberThatNoFieldCanHoldIsNotAskedFor() {
        BigDecimal absurd = new BigDecimal("1E999999999");
        assertThatIllegalArgumentException().isThrownBy(() -> field(EMPLOYEES).is(absurd));
        assertThatIllegalArgumentException().isThrownBy(() -> field(EMPLOYEES).atLeast(absurd));
        assertThat(field(EMPLOYEES).is(new BigDecimal("1E2"))).hasToString("employees is 100");
    }

    @Test
    void endsOfRangesBelongToThemOrNotAsAsked() {
        FieldQuestion<BigDecimal> ask = field(EMPLOYEES);
        assertRange(ask.atLeast(TEN), FALSE, TRUE, TRUE);
        assertRange(ask.moreThan(TEN), FALSE, FALSE, TRUE);
        assertRange(ask.atMost(TEN), TRUE, TRUE, FALSE);
        assertRange(ask.lessThan(TEN), TRUE, FALSE, FALSE);
        assertRange(ask.between(TEN, TEN), FALSE, TRUE, FALSE);
        assertRange(ask.between(new BigDecimal("10.1"), new BigDecimal("9.9")), FALSE, FALSE, FALSE);
    }

    private static void assertRange(Condition range, Truth below, Truth at, Truth above) {
        assertThat(truth(range, EMPLOYEES, new BigDecimal("9.99"))).isEqualTo(below);
        assertThat(truth(range, EMPLOYEES, new BigDecimal("10.0"))).isEqualTo(at);
        assertThat(truth(range, EMPLOYEES, new BigDecimal("10.01"))).isEqualTo(above);
    }

    @Test
    void datesAndInstantsHaveRanges() {
        LocalDate day = LocalDate.of(2026, 2, 28);
        assertThat(truth(field(FOUNDED).moreThan(day), FOUNDED, day.plusDays(1)))
                .isEqualTo(TRUE);
        assertThat(truth(field(SEEN).lessThan(BEGIN), SEEN, BEGIN.minusNanos(1)))
                .isEqualTo(TRUE);
    }

    @Test
    void partsAndBeginningsOfTextIgnoreCase() {
        assertThat(truth(field(INDUSTRY).contains("ENGIN"), INDUSTRY, "Chief Engineer"))
                .isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).contains("engine s"), INDUSTRY, "Engineers"))
                .isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).startsWith("chIEF"), INDUSTRY, "Chief Engineer"))
                .isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).startsWith("engineer"), INDUSTRY, "Chief Engineer"))
                .isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).startsWith("ΟΔΟΣ"), INDUSTRY, "οδοσα")).isEqualTo(TRUE);
        assertThat(truth(field(EMAIL).contains("@X."), EMAIL, new EmailAddress("a@x.org")))
                .isEqualTo(TRUE);
        assertThat(truth(field(PHONE).startsWith("+49"), PHONE, new PhoneNumber("+4930123")))
                .isEqualTo(TRUE);
    }

    @Test
    void aRegularExpressionMindsCaseUnlessItSaysOtherwise() {
        assertThat(truth(field(INDUSTRY).matches("ief"), INDUSTRY, "Chief")).isEqualTo(TRUE);
        assertThat(truth(field(INDUSTRY).matches("^ief"), INDUSTRY, "Chief")).isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).matches("chief"), INDUSTRY, "Chief")).isEqualTo(FALSE);
        assertThat(truth(field(INDUSTRY).matches("(?i)chief"), INDUSTRY, "Chief"))
                .isEqualTo(TRUE);
    }

    @Test
    void agesIncludeBothEndsAndWhatLiesAheadHasNone() {
        Instant weekAgo = BEGIN.minus(Duration.ofDays(7));
        Condition least = field(SEEN).atLeastAgo(Duration.ofDays(7));
        Condition most = field(SEEN).atMostAgo(Duration.ofDays(7));
        assertThat(truth(least, SEEN, weekAgo)).isEqualTo(TRUE);
        assertThat(truth(least, SEEN, weekAgo.plusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(most, SEEN, weekAgo)).isEqualTo(TRUE);
        assertThat(truth(most, SEEN, weekAgo.minusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(most, SEEN, BEGIN)).isEqualTo(TRUE);
        assertThat(truth(most, SEEN, BEGIN.plusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(field(SEEN).atLeastAgo(Duration.ZERO), SEEN, BEGIN.plusNanos(1)))
                .isEqualTo(FALSE);
        assertThat(truth(most, SEEN, Instant.MIN)).isEqualTo(FALSE);
        assertThat(truth(least, SEEN, Instant.MAX)).isEqualTo(FALSE);
        assertThat(truth(least, SEEN, Instant.MIN)).isEqualTo(TRUE);
    }

    @Test
    void timesAheadIncludeBothEndsAndWhatIsPastIsNotAhead() {
        Instant inAWeek = BEGIN.plus(Duration.ofDays(7));
        Condition least = field(SEEN).atLeastAhead(Duration.ofDays(7));
        Condition most = field(SEEN).atMostAhead(Duration.ofDays(7));
        assertThat(truth(least, SEEN, inAWeek)).isEqualTo(TRUE);
        assertThat(truth(least, SEEN, inAWeek.minusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(most, SEEN, inAWeek)).isEqualTo(TRUE);
        assertThat(truth(most, SEEN, inAWeek.plusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(most, SEEN, BEGIN)).isEqualTo(TRUE);
        assertThat(truth(most, SEEN, BEGIN.minusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(field(SEEN).atLeastAhead(Duration.ZERO), SEEN, BEGIN.minusNanos(1)))
                .isEqualTo(FALSE);
        assertThat(truth(least, SEEN, Instant.MIN)).isEqualTo(FALSE);
        assertThat(truth(most, SEEN, Instant.MAX)).isEqualTo(FALSE);
        assertThat(truth(least, SEEN, Instant.MAX)).isEqualTo(TRUE);
    }

    @Test
    void theAgesOfWhatLiesAheadAreBelowZero() {
        Optional<Duration> day = Optional.of(Duration.ofDays(1));
        Optional<Duration> week = Optional.of(Duration.ofDays(7));
        AgeCondition between = new AgeCondition(SEEN, true, day, week);
        assertThat(between.youngest()).contains(Duration.ofDays(-7));
        assertThat(between.oldest()).contains(Duration.ofDays(-1));
        assertThat(new AgeCondition(SEEN, true, day, Optional.empty()).youngest())
                .isEmpty();
        assertThat(new AgeCondition(SEEN, true, Optional.empty(), week).oldest())
                .contains(Duration.ZERO);
        assertThat(new AgeCondition(SEEN, Optional.empty(), week).youngest()).contains(Duration.ZERO);
        assertThat(new AgeCondition(SEEN, day, Optional.empty()).oldest()).isEmpty();
    }

    @Test
    void aDayCountsFromItsMidnightInUtc() {
        LocalDate today = LocalDate.of(2026, 1, 1);
        assertThat(truth(field(FOUNDED).atMostAgo(Duration.ZERO), FOUNDED, today))
                .isEqualTo(TRUE);
        assertThat(truth(field(FOUNDED).atLeastAgo(Duration.ofHours(24)), FOUNDED, today.minusDays(1)))
                .isEqualTo(TRUE);
        assertThat(truth(field(FOUNDED).atLeastAgo(Duration.ofHours(25)), FOUNDED, today.minusDays(1)))
                .isEqualTo(FALSE);
        assertThat(truth(field(FOUNDED).atMostAgo(Duration.ofDays(9)), FOUNDED, today.plusDays(1)))
                .isEqualTo(FALSE);
        assertThat(truth(field(FOUNDED).atLeastAhead(Duration.ofHours(24)), FOUNDED, today.plusDays(1)))
                .isEqualTo(TRUE);
        assertThat(truth(field(FOUNDED).atLeastAhead(Duration.ofHours(25)), FOUNDED, today.plusDays(1)))
                .isEqualTo(FALSE);
    }

    @Test
    void whatDoesNotFitTheTypeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> field(INDUSTRY).atLeast("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field(EMPLOYEES).contains("1"))
                .withMessage("test of employees must fit its type number, was: contains \"1\"");
        assertThatIllegalArgumentException().isThrownBy(() -> field(SUBSCRIBED).startsWith("t"));
        assertThatIllegalArgumentException().isThrownBy(() -> field(SEEN).matches("t"));
        assertThatIllegalArgumentException().isThrownBy(() -> field(INDUSTRY).contains(""));
        assertThatIllegalArgumentException().isThrownBy(() -> field(INDUSTRY).startsWith(""));
        assertThatIllegalArgumentException().isThrownBy(() -> field(INDUSTRY).in());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field(INDUSTRY).atLeastAgo(Duration.ZERO))
                .withMessage("field industry must be a date or an instant, was text");
        Range dates = new Range(Optional.of(new Bound(LocalDate.EPOCH, true)), Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldCondition<>(SEEN, dates));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldCondition<>(EMPLOYEES, new OneOf(Set.of("ten"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneOf(List.of("ten", TEN)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Optional.empty(), Optional.empty()));
    }

    @Test
    void agesNeedABoundInOrder() {
        Optional<Duration> none = Optional.empty();
        Optional<Duration> day = Optional.of(Duration.ofDays(1));
        Optional<Duration> week = Optional.of(Duration.ofDays(7));
        Optional<Duration> negative = Optional.of(Duration.ofDays(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeCondition(SEEN, none, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeCondition(SEEN, negative, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeCondition(SEEN, none, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> new AgeCondition(SEEN, week, day));
        assertThat(truth(new AgeCondition(SEEN, day, day), SEEN, BEGIN.minus(Duration.ofDays(1))))
                .isEqualTo(TRUE);
    }

    @Test
    void orderAndSpellingOfWantedValuesMakeNoDifference() {
        assertThat(field(INDUSTRY).in("b", "a")).isEqualTo(field(INDUSTRY).in("A", "b", "a"));
        assertThat(field(INDUSTRY).in("b", "a"))
                .hasSameHashCodeAs(field(INDUSTRY).in("A", "b"));
        assertThat(field(INDUSTRY).in("b", "a")).isNotEqualTo(field(INDUSTRY).is("a"));
        assertThat(field(INDUSTRY).in("b", "A", "a"))
                .hasToString(field(INDUSTRY).in("a", "A", "b").toString());
    }

    @Test
    void conditionsReadAsWords() {
        List<String> words = new ArrayList<>();
        for (Condition condition : List.of(
                field(INDUSTRY).is("Toys"),
                field(INDUSTRY).in("DE", "AT"),
                field(EMPLOYEES).is(new BigDecimal("100.0")),
                field(EMPLOYEES).between(new BigDecimal("100"), new BigDecimal("2E+3")),
                field(EMPLOYEES).moreThan(TEN),
                field(EMPLOYEES).lessThan(TEN),
                field(INDUSTRY).contains("x"),
                field(INDUSTRY).startsWith("x"),
                field(INDUSTRY).matches("^x"),
                field(INDUSTRY).isPresent(),
                field(INDUSTRY).isMissing(),
                field(SEEN).atLeastAgo(Duration.ofDays(1)),
                field(SEEN).atMostAgo(Duration.ofMinutes(1501)),
                new AgeCondition(SEEN, Optional.of(Duration.ZERO), Optional.of(Duration.ofMillis(1500))),
                field(SEEN).atMostAhead(Duration.ofDays(60)),
                new AgeCondition(SEEN, true, Optional.of(Duration.ofDays(1)), Optional.of(Duration.ofDays(7))))) {
            words.add(condition.toString());
        }
        assertThat(words)
                .containsExactly(
                        "industry is Toys",
                        "industry is one of AT, DE",
                        "employees is 100",
                        "employees is at least 100 and at most 2000",
                        "employees is more than 10",
                        "employees is less than 10",
                        "industry contains \"x\"",
                        "industry begins with \"x\"",
                        "industry matches /^x/",
                        "industry is present",
                        "industry is missing",
                        "seen was at least 1 day ago",
                        "seen was at most 1 day 1 hour 1 minute ago",
                        "seen was at least 0 days and at most PT1.5S ago",
                        "seen is at most 60 days ahead",
                        "seen is at least 1 day and at most 7 days ahead");
    }

    @Test
    void compoundConditionsReadAsWords() {
        Condition a = field(INDUSTRY).is("a");
        Condition b = field(INDUSTRY).isPresent();
        assertThat(a.and(b)).hasToString("industry is a and industry is present");
        assertThat(a.or(b).and(b)).hasToString("(industry is a or industry is present) and industry is present");
        assertThat(a.and(b).or(b)).hasToString("(industry is a and industry is present) or industry is present");
        assertThat(Conditions.not(a)).hasToString("not (industry is a)");
        assertThat(Conditions.all(a)).hasToString("industry is a");
        assertThat(Conditions.all(a, Conditions.any(b))).hasToString("industry is a and industry is present");
        assertThat(Conditions.always()).hasToString("always");
        assertThat(Conditions.any()).hasToString("never");
    }
}

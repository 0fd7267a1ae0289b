package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A condition in plain English")
final class ConditionWordsTest {

    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Condition HOME = field(StandardFields.COUNTRY).is("DE");
    private static final Condition KNOWN = field(StandardFields.CITY).isPresent();
    private static final Condition BIG = field(SIZE).atLeast(BigDecimal.TEN);

    private static Condition visits(int least, OptionalInt most) {
        return new InteractionCondition(interaction("visit").filter(), Optional.empty(), least, most);
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of(visits(1, OptionalInt.empty()), "at least 1 times visit"),
                Arguments.of(visits(0, OptionalInt.of(0)), "no visit"),
                Arguments.of(visits(0, OptionalInt.of(1)), "at most 1 times visit"),
                Arguments.of(visits(2, OptionalInt.of(2)), "exactly 2 times visit"),
                Arguments.of(visits(2, OptionalInt.of(3)), "from 2 to 3 times visit"));
    }

    static Stream<Arguments> brackets() {
        return Stream.of(
                Arguments.of(any(all(HOME, KNOWN), BIG), "(country is DE and city is present) or size is at least 10"),
                Arguments.of(any(all(HOME), BIG), "country is DE or size is at least 10"),
                Arguments.of(all(any(HOME), BIG), "country is DE and size is at least 10"),
                Arguments.of(all(any(HOME, KNOWN), BIG), "(country is DE or city is present) and size is at least 10"),
                Arguments.of(all(HOME, not(BIG), all()), "country is DE and not (size is at least 10) and always"),
                Arguments.of(any(HOME, any(), KNOWN), "country is DE or never or city is present"),
                Arguments.of(all(HOME), "country is DE"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(field(StandardFields.COUNTRY).in("DE", "AT"), "country is one of AT, DE"),
                Arguments.of(field(StandardFields.COUNTRY).isMissing(), "country is missing"),
                Arguments.of(field(StandardFields.COMPANY).contains("b"), "company contains \"b\""),
                Arguments.of(field(SIZE).atMost(new BigDecimal("2.50")), "size is at most 2.5"),
                Arguments.of(field(SIZE).moreThan(BigDecimal.ONE), "size is more than 1"),
                Arguments.of(
                        field(StandardFields.CAPTURED_AT).atLeast(Instant.parse("2026-01-01T00:00:00Z")),
                        "capture is at least 2026-01-01T00:00:00Z"),
                Arguments.of(
                        field(StandardFields.EMAIL).is(new EmailAddress("jo@example.org")),
                        "e-mail address is as asked (not shown: personal data)"),
                Arguments.of(field(StandardFields.EMAIL).isMissing(), "e-mail address is missing"),
                Arguments.of(
                        field(StandardFields.CAPTURED_AT).atMostAgo(Duration.ofHours(49)),
                        "capture was at most 2 days 1 hour ago"),
                Arguments.of(
                        field(StandardFields.CAPTURED_AT).atLeastAgo(Duration.ofMillis(1)),
                        "capture was at least 0 seconds ago"),
                Arguments.of(
                        field(StandardFields.APPOINTMENT_AT).atMostAhead(Duration.ofDays(60)),
                        "appointment is at most 60 days ahead"),
                Arguments.of(
                        field(StandardFields.APPOINTMENT_AT).atLeastAhead(Duration.ofHours(1)),
                        "appointment is at least 1 hour ahead"));
    }

    static Stream<Arguments> interactions() {
        return Stream.of(
                Arguments.of(interaction().atLeast(3), "at least 3 times interaction"),
                Arguments.of(
                        interaction("call").going(Direction.OUTBOUND).atLeast(1), "at least 1 times outbound call"),
                Arguments.of(
                        interaction("visit")
                                .going(Direction.INBOUND)
                                .where(
                                        field(SIZE).atLeast(BigDecimal.ONE),
                                        field(SIZE).lessThan(BigDecimal.TEN))
                                .none(),
                        "no inbound visit where size is at least 1 and size is less than 10"),
                Arguments.of(
                        interaction("visit").within(Duration.ofSeconds(61)).atMost(2),
                        "at most 2 times visit within 1 minute 1 second"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"counts", "brackets", "fields", "interactions"})
    void saysWhatIsAsked(Condition condition, String words) {
        assertThat(new ConditionWords(Words.in(Locale.ENGLISH)).of(condition)).isEqualTo(words);
    }
}

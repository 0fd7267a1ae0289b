package dev.leadkit.capture;

import static dev.leadkit.capture.Converting.FAULTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeConvertersTest {

    private static final Converting DATE = Converting.by("date", FieldType.DATE);
    private static final Converting INSTANT = Converting.by("instant", FieldType.INSTANT);
    private static final Converting BERLIN =
            INSTANT.with("patterns", "dd.MM.yyyy HH:mm", "dd.MM.yyyy").with("zone", "Europe/Berlin");

    @Property
    void everyIsoDateOfFourDigitYearsIsRead(@ForAll @LongRange(min = -719_162, max = 2_932_896) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);

        assertThat(DATE.text(date.toString())).isEqualTo(date.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-29", "2026-13-01", "26-01-01", "01.02.2026", "2026-01-01T00:00", "0000-01-01", "x"})
    void whatIsNoDateOfThePatternIsFaulty(String written) {
        assertThat(DATE.text(written)).isEqualTo(FAULTY);
    }

    @Test
    void theFirstPatternThatFitsCounts() {
        Converting either = DATE.with("patterns", "d/M/yyyy", "M/d/yyyy");

        assertThat(either.text("03/04/2026")).isEqualTo("2026-04-03");
        assertThat(either.text("03/14/2026")).isEqualTo("2026-03-14");
    }

    @Test
    void monthsAreNamedInTheStatedLanguageAndInAnyCase() {
        assertThat(DATE.with("patterns", "d MMMM yyyy").text("3 JULY 2026")).isEqualTo("2026-07-03");
        assertThat(DATE.with("patterns", "d. MMMM yyyy").with("language", "de").text("3. M\u00E4rz 2026"))
                .isEqualTo("2026-03-03");
    }

    @Test
    void isoMomentsNeedAnOffset() {
        assertThat(INSTANT.text("2026-11-22T08:00:00Z")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(INSTANT.text("2026-11-22T08:00:00+05:30")).isEqualTo("2026-11-22T02:30:00Z");
        assertThat(INSTANT.text("2026-11-22T08:00:00")).isEqualTo(FAULTY);
    }

    @Test
    void localTimesAreThoseOfTheStatedZone() {
        assertThat(BERLIN.text("22.11.2026 08:00")).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(BERLIN.text("22.07.2026 08:00")).isEqualTo("2026-07-22T06:00:00Z");
        assertThat(BERLIN.text("22.11.2026")).isEqualTo("2026-11-21T23:00:00Z");
    }

    @Test
    void aTimeThatAClockChangeSkipsIsLaterAndOfTwoTheFirstCounts() {
        assertThat(BERLIN.text("29.03.2026 02:30")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(BERLIN.text("25.10.2026 02:30")).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void anOffsetInTheTextGoesBeforeTheZone() {
        Converting both = INSTANT.with("patterns", "uuuu-MM-dd HH:mmXXX").with("zone", "Europe/Berlin");

        assertThat(both.text("2026-11-22 08:00+02:00")).isEqualTo("2026-11-22T06:00:00Z");
    }

    @Test
    void hoursWithoutMinutesAreNotLost() {
        Converting hours = INSTANT.with("patterns", "uuuu-MM-dd HH").with("zone", "UTC");

        assertThat(hours.text("2026-11-22 08")).isEqualTo("2026-11-22T08:00:00Z");
    }

    @Test
    void aTimeOfDayThatWouldBeLostIsRefusedBeforeTheFirstRow() {
        for (String half : List.of("uuuu-MM-dd hh:mm", "uuuu-MM-dd mm", "uuuu-MM-dd HH:ss", "uuuu-MM-dd a")) {
            assertRefused(INSTANT.with("patterns", half).with("zone", "UTC"), "c.parameters.patterns");
        }
        Converting twelve = INSTANT.with("patterns", "uuuu-MM-dd hh:mm a").with("zone", "UTC");

        assertThat(twelve.text("2026-11-22 08:30 PM")).isEqualTo("2026-11-22T20:30:00Z");
    }

    @Test
    void epochsAreCountedFrom1970() {
        assertThat(INSTANT.with("patterns", "epoch-seconds").text("86400")).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(INSTANT.with("patterns", "epoch-millis").text("-1")).isEqualTo("1969-12-31T23:59:59.999Z");
        assertThat(INSTANT.with("patterns", "epoch-seconds").text("999999999999999"))
                .isEqualTo(FAULTY);
        assertThat(INSTANT.with("patterns", "epoch-millis").text("9".repeat(30)))
                .isEqualTo(FAULTY);
    }

    @Test
    void patternsThatCannotGiveAValueAreRefused() {
        assertRefused(DATE.with("patterns", "HH:mm"), "c.parameters.patterns");
        assertRefused(DATE.with("patterns", "foo{"), "c.parameters.patterns");
        assertRefused(INSTANT.with("patterns", "dd.MM.yyyy HH:mm"), "c.parameters.zone");
        assertRefused(INSTANT.with("zone", "Nowhere"), "c.parameters.zone");
    }

    @Test
    void aZoneThatIsNoneIsToldOnce() {
        assertRefused(INSTANT.with("patterns", "dd.MM.yyyy").with("zone", "Nowhere"), "c.parameters.zone");
    }

    @Test
    void aDateMayBeAsLongAsTheLimitAndNoLonger() {
        String words = "x".repeat(90);
        Converting longest = DATE.with("patterns", "uuuu-MM-dd'" + words + "'");
        Converting longer = DATE.with("patterns", "uuuu-MM-dd'" + words + "x'");

        assertThat(longest.text("2026-11-22" + words)).isEqualTo("2026-11-22");
        assertThat(longer.text("2026-11-22" + words + "x")).isEqualTo(FAULTY);
    }

    @Test
    void thereMayBeTwentyPatternsAndNoMore() {
        String[] patterns = Collections.nCopies(21, "dd.MM.uuuu").toArray(String[]::new);
        String[] most = Arrays.copyOf(patterns, 20);

        assertThat(DATE.with("patterns", most).text("22.11.2026")).isEqualTo("2026-11-22");
        assertRefused(DATE.with("patterns", patterns), "c.parameters.patterns");
    }

    private static void assertRefused(Converting converting, String path) {
        assertThatThrownBy(() -> converting.text("x"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path)));
    }
}

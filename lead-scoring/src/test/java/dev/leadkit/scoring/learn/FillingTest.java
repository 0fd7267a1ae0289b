package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.scoring.learn.LeakSign.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds are worked out by hand: r = (a + 0.5) / (n + 0.5) : (b + 0.5) / (m + 0.5), and 1.96 times the error of ln r. */
@DisplayName("A field is suspected by how often it is filled")
final class FillingTest {

    private static final Settings SETTINGS =
            new Settings(OddsScale.STANDARD, 0, 1, 20, 40, 5, 0, false, Map.of(), Set.of(), Set.of());

    @ParameterizedTest(name = "{0} of {1} winners and {2} of {3} losers: {4}")
    @DisplayName("ten times as often for one side, and surely so")
    @CsvSource({
        "95, 1000, 9, 1000, FILLED_FOR_WINNERS", // r = 10.05
        "94, 1000, 9, 1000, ", // r = 9.95
        "10, 100, 9, 1000, FILLED_FOR_WINNERS", // r = 11.00
        "9, 100, 9, 1000, ", // r = 9.96
        "9, 1000, 10, 100, FILLED_FOR_LOSERS",
        "9, 1000, 9, 100, ",
        "8, 20, 0, 20, FILLED_FOR_WINNERS", // ln 17 = 2.833 and 2.786
        "7, 20, 0, 20, ", // ln 15 = 2.708 and 2.797
        "0, 20, 8, 20, FILLED_FOR_LOSERS",
        "0, 20, 7, 20, ",
        "20, 20, 20, 20, ",
        "0, 20, 0, 20, "
    })
    void filled(long won, long winners, long lost, long losers, Kind expected) {
        Trial untried = new Trial(new Intake(List.of(Column.of(SyntheticLeads.COUNTRY))).table(1), SETTINGS);
        assertThat(new LeakGuard(SETTINGS, new TreeMap<>())
                        .signs("land", untried, 0, new Proportion(won, winners), new Proportion(lost, losers)))
                .extracting(LeakSign::kind)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}

package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What was learned from some leads")
final class TrialTest {

    private static final Field<String> WORD = Field.text("word");
    private static final Settings SETTINGS =
            new Settings(OddsScale.STANDARD, 3, 1, 1, 40, 5, 0, false, Map.of(), Set.of(), Set.of());

    private final List<Example> examples = new ArrayList<>();

    private void add(int second, String word, boolean won) {
        FieldValues values = word.isEmpty()
                ? FieldValues.EMPTY
                : FieldValues.builder().set(WORD, word).build();
        examples.add(Example.of(values, Instant.ofEpochSecond(second), won));
    }

    private Table table() {
        Intake intake = new Intake(List.of(Column.of(WORD)));
        examples.forEach(intake::add);
        return intake.table(3);
    }

    private static int[] at(Table table, int second) {
        return Arrays.stream(table.all())
                .filter(row -> table.decided(row).getEpochSecond() == second)
                .toArray();
    }

    /** Three of three that won are worth more than one of one, and one unseen as much as all; likewise those that lost. */
    private Trial ofWords() {
        for (int i = 0; i < 3; i++) {
            add(0, "often won", true);
            add(0, "often lost", false);
        }
        add(0, "once won", true);
        add(0, "once lost", false);
        add(1, "often won", true);
        add(1, "", true);
        add(1, "once lost", true);
        add(1, "once won", false);
        add(1, "often lost", false);
        Table table = table();
        Trial trial = new Trial(table, SETTINGS);
        trial.run(at(table, 0), at(table, 1));
        return trial;
    }

    @Test
    @DisplayName("tells what a field alone says: rates that lean to the mean, the more the fewer leads they are of")
    void alone() {
        Trial trial = ofWords();
        // from the best: often won, once won, none, once lost, often lost; 2 + 1 + 1 of 3 * 2 pairs are in order
        assertThat(trial.alone(0).auc()).isEqualTo(new Measure.Known(Fraction.of(4, 6)));
        // the same without the one that has no word: 2 + 1 of 2 * 2
        assertThat(trial.filled(0).auc()).isEqualTo(new Measure.Known(Fraction.of(3, 4)));
        // (3 + 1/2) / 4, (1 + 1/2) / 2, 1/2, (1/2) / 2, (1/2) / 4
        assertThat(trial.alone(0).counts().keySet())
                .containsExactly(125_000_000L, 250_000_000L, 500_000_000L, 750_000_000L, 875_000_000L);
        assertThat(trial.filledOf(0, true, 7)).isEqualTo(new Proportion(6, 7));
        assertThat(trial.filledOf(0, false, 6)).isEqualTo(new Proportion(6, 6));
    }

    @Test
    @DisplayName("is tested on the others alone: their outcomes by their points, and by the chances that those claim")
    void tested() {
        Validation validation = ofWords().validation();
        assertThat(validation.outcomes()).isEqualTo(new Outcomes(3, 2));
        // points of a bin lean to nothing as rates to the mean, and one unseen has the base
        assertThat(validation.auc()).isEqualTo(new Measure.Known(Fraction.of(4, 6)));
        assertThat(validation.groups())
                .extracting(group -> group.outcomes().trials())
                .containsExactly(1L, 1L, 1L, 1L, 1L);
        assertThat(validation.groups().get(2).mean()).isEqualTo(new Measure.Known(Fraction.of(1, 2)));
    }

    @ParameterizedTest(name = "{0}: the last {1}")
    @CsvSource({
        "0 1 2 3 4 5 6 7 8, 3",
        "0 1 2 3 4 5 6 7 8 9, 4",
        "0 1 2 3 4 5 6 7 8 9 10, 4",
        "0 1 2 3 5 5 5 5 5, 5",
        "0 1 2 3 4 5 5 5 6 7 8 9, 4"
    })
    @DisplayName("from the first two thirds is tested on the rest, those of one moment together")
    void later(String moments, int tested) {
        boolean won = false;
        for (String moment : moments.split(" ", -1)) {
            won = !won;
            add(Integer.parseInt(moment), "x", won);
        }
        assertThat(Timeline.later(table(), SETTINGS).orElseThrow().outcomes().total())
                .isEqualTo(tested);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"+-+-+-, true", "+-+-++, false", "+-+---, false", "+++++-, false", "-----+, false"})
    @DisplayName("is not tested in time where winners or losers are missing before or after")
    void noneLater(String outcomes, boolean isTested) {
        for (int i = 0; i < outcomes.length(); i++) {
            add(i, "x", outcomes.charAt(i) == '+');
        }
        Optional<Validation> later = Timeline.later(table(), SETTINGS);
        assertThat(later.map(Validation::outcomes))
                .isEqualTo(isTested ? Optional.of(new Outcomes(1, 1)) : Optional.empty());
    }
}

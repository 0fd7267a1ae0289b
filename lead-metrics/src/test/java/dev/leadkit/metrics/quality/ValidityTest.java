package dev.leadkit.metrics.quality;

import static dev.leadkit.metrics.quality.SmallAudit.result;
import static dev.leadkit.metrics.quality.SmallAudit.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Five submissions, counted by hand. */
final class ValidityTest {

    private static SubmissionFacts told(Said city, Said mail) {
        return new SubmissionFacts(new TreeMap<>(Map.of("City", city, "Mail", mail, "Fax", Said.NOTHING)), true);
    }

    private static final List<SubmissionFacts> SUBMISSIONS = List.of(
            told(Said.GOOD, Said.GOOD),
            told(Said.FAULTY, Said.NOTHING),
            told(Said.GOOD, Said.FAULTY),
            told(Said.NOTHING, Said.NOTHING),
            SubmissionFacts.unreadable());

    @Test
    @DisplayName("Of five submissions two could be read and had nothing faulty")
    void submissions() {
        Validity.Valid valid = result(new Validity(), SUBMISSIONS);
        assertThat(shown(valid.submissions())).isEqualTo("2 of 5");
        assertThat(valid.submissions().definition().id()).isEqualTo("data.validity.submissions/1");
        assertThat(shown(result(new Validity(), List.<SubmissionFacts>of()).submissions()))
                .isEqualTo("no submissions were told");
    }

    @Test
    @DisplayName("A column is judged by what was said there; who said nothing is left out and counted")
    void byColumn() {
        Map<String, ?> shown = new TreeMap<>(Map.of(
                "City", "2 of 3 {nothing there=1}",
                "Mail", "1 of 2 {nothing there=2}",
                "Fax", "no submission said anything there {nothing there=4}"));
        Validity.Valid valid = result(new Validity(), SUBMISSIONS);
        Map<String, String> columns = new TreeMap<>();
        valid.byColumn().forEach((column, figure) -> columns.put(column, shown(figure)));
        assertThat(columns).isEqualTo(shown);
        assertThat(valid.byColumn().get("City").definition().id()).isEqualTo("data.validity/1?column=City");
    }

    @Test
    @DisplayName("A column without a name is not taken for the submission as a whole")
    void nameless() {
        SubmissionFacts facts = new SubmissionFacts(new TreeMap<>(Map.of("", Said.FAULTY, "City", Said.GOOD)), true);
        Validity.Valid valid = result(new Validity(), List.of(facts));
        assertThat(shown(valid.submissions())).isEqualTo("0 of 1");
        assertThat(shown(valid.byColumn().get(""))).isEqualTo("0 of 1");
    }

    @Test
    @DisplayName("A submission that is taken back is gone")
    void retracted() {
        Validity.Valid valid = result(new Validity(), SUBMISSIONS, SUBMISSIONS.subList(0, 2));
        assertThat(shown(valid.submissions())).isEqualTo("1 of 3");
        assertThat(shown(valid.byColumn().get("City"))).isEqualTo("1 of 1 {nothing there=1}");
    }
}

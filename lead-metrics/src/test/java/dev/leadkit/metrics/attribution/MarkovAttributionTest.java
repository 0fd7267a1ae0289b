package dev.leadkit.metrics.attribution;

import static dev.leadkit.metrics.Chronicle.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class MarkovAttributionTest {

    private static final MarkovAttribution KPI = new MarkovAttribution(Duration.ofDays(30));

    private static Counts counts(Chronicle... leads) {
        Counts counts = KPI.create();
        for (Chronicle lead : leads) {
            KPI.add(counts, lead.facts());
        }
        return counts;
    }

    private static MarkovCredits credits(Chronicle... leads) {
        return KPI.result(counts(leads), Chronicle.day(100));
    }

    private static Chronicle path(String... channels) {
        Chronicle lead = captured(0);
        for (int i = 0; i < channels.length; i++) {
            lead.touched(i, channels[i]);
        }
        return lead;
    }

    private static Chronicle[] textbook() {
        return new Chronicle[] {
            path("c1", "c2", "c3").converted(9, 1_000, "EUR"),
            path("c1"),
            path("c2", "c3").lost(9)
        };
    }

    @Test
    @DisplayName("A channel that is called unattributed is credited on its own")
    void reservedName() {
        MarkovCredits result =
                credits(path("(unattributed)").converted(9), captured(0).converted(5));
        assertThat(result.credits().channels()).containsOnlyKeys("\\(unattributed)");
        assertThat(result.credits().unattributed().share().basis().numerator()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("The usual textbook example: c1, c2, c3 won; c1 and c2, c3 not: removal effects of 0.5, 1 and 1")
    void theTextbookExample() {
        MarkovCredits result = credits(textbook());
        assertThat(result.journeys()).isEqualTo(3);
        assertThat(result.removal().values())
                .extracting(BigDecimal::stripTrailingZeros)
                .containsExactly(new BigDecimal("0.5"), BigDecimal.ONE, BigDecimal.ONE);
        assertThat(result.credits().channels().values())
                .extracting(channel -> channel.share().basis().numerator().toPlainString())
                .containsExactly("0.200000000", "0.400000000", "0.400000000");
        assertThat(result.credits().channels().values())
                .extracting(channel -> channel.value().toString())
                .containsExactly("{EUR=2.00}", "{EUR=4.00}", "{EUR=4.00}");
        assertThat(result.credits().value()).hasToString("{EUR=10.00}");
    }

    @Test
    @DisplayName("Touching somebody twice in a row by one channel changes nothing")
    void stepsToItselfChangeNothing() {
        MarkovCredits result = credits(
                path("c1", "c1", "c2", "c3", "c3", "c3").converted(9), path("c1", "c1"), path("c2", "c2", "c3"));
        assertThat(result.removal()).isEqualTo(credits(textbook()).removal());
    }

    @Test
    @DisplayName("Paths that did not convert make the difference: without them every channel of one path is equal")
    void whoDidNotConvertCounts() {
        MarkovCredits result = credits(path("a", "b").converted(9), path("a"), path("a"), path("b"));
        MarkovCredits wonOnly = credits(path("a", "b").converted(9));
        assertThat(wonOnly.removal().get("a")).isEqualTo(wonOnly.removal().get("b"));
        assertThat(result.removal().get("b")).as("everybody is won from b").isEqualByComparingTo("1");
        // From a: won by way of b in 1 of 3; from b: won in 1 of 2. P = 3/4 * 1/3 * 1/2 + 1/4 * 1/2 = 1/4, without a
        // 1/8.
        assertThat(result.removal().get("a")).isEqualByComparingTo("0.5");
    }

    @Test
    @DisplayName("A conversion without a touch is unattributed, with its money; without any touch there is no chain")
    void untouchedConversionsAreUnattributed() {
        Credits credits = credits(
                        captured(0).converted(5, 700, "EUR"), path("a").converted(3, 300, "EUR"))
                .credits();
        assertThat(credits.conversions()).isEqualTo(2);
        assertThat(credits.unattributed().share().value().number().orElseThrow())
                .isEqualByComparingTo("0.5");
        assertThat(credits.unattributed().value()).hasToString("{EUR=7.00}");
        assertThat(credits.channels().get("a").value()).hasToString("{EUR=3.00}");
        assertThat(credits.value()).hasToString("{EUR=10.00}");
        assertThat(credits(captured(0).converted(5)).removal()).isEmpty();
    }

    @Test
    @DisplayName("Touched leads of which none converted have a share of nothing in what was won without a touch")
    void channelsWithoutConversionsHaveNothing() {
        MarkovCredits result = credits(path("a"), captured(0).converted(5));
        assertThat(result.removal()).isEmpty();
        assertThat(result.journeys()).isOne();
        assertThat(result.credits().channels().get("a").share().value().number().orElseThrow())
                .isEqualByComparingTo("0");
        assertThat(credits(path("a")).credits().channels().get("a").share().value())
                .isEqualTo(new KpiValue.Undefined("no dated lead was converted"));
    }

    @Test
    @DisplayName(
            "Nobody is dropped: who is neither touched nor converted, and who is undated, is left out with the reason")
    void leftOut() {
        Counts counts = counts(
                captured(0),
                captured(0).lost(3),
                Chronicle.empty().submitted(0, false).converted(2));
        assertThat(counts.excluded()).hasToString("{neither converted nor touched=2, undated lead=1}");
        assertThat(KPI.result(counts, Chronicle.START).journeys()).isZero();
    }

    @Test
    @DisplayName(
            "Old touches and touches after the conversion are no part of the path; an open lead's window ends at its newest touch")
    void theWindow() {
        LeadFacts won = captured(40)
                .touched(9.9, "old")
                .touched(10, "a")
                .touched(40.1, "late")
                .converted(40)
                .facts();
        assertThat(KPI.evidence(won))
                .extracting(event -> event.at())
                .containsExactly(Chronicle.day(10), Chronicle.day(40));
        LeadFacts open =
                captured(0).touched(1, "old").touched(60, "a").touched(90, "b").facts();
        assertThat(KPI.evidence(open))
                .extracting(event -> event.at())
                .containsExactly(Chronicle.day(60), Chronicle.day(90));
    }

    @Test
    @DisplayName("While a part of the counts is missing, shares are undefined and not wrong")
    void incompleteCountsAreUndefined() {
        Counts counts = counts(textbook());
        KPI.retract(counts, path("c2", "c1").converted(9).facts());
        KPI.add(counts, path("c4", "c2").converted(9).facts());
        assertThat(KPI.result(counts, Chronicle.START).credits().channels().values())
                .extracting(channel -> channel.share().value())
                .containsOnly(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(KPI.result(counts, Chronicle.START).removal()).isEmpty();
    }

    @Test
    @DisplayName("Any count below 0 makes the chain unsound: an end, a beginning, a step")
    void negativeCountsAreUndefined() {
        Chronicle won = path("a").converted(9);
        assertIncomplete(path("a"), won, won, won);
        assertIncomplete(
                path("b").converted(9),
                path("a", "b").converted(9),
                path("a", "b").converted(9));
        assertIncomplete(
                path("a", "b").converted(9),
                won,
                won,
                path("b").converted(9),
                path("b").converted(9));
        assertIncomplete(path("b").converted(9), won, won, won);
    }

    private static void assertIncomplete(Chronicle gone, Chronicle... leads) {
        Counts counts = counts(leads);
        KPI.retract(counts, gone.facts());
        MarkovCredits result = KPI.result(counts, Chronicle.START);
        assertThat(result.removal()).isEmpty();
        assertThat(result.credits().channels().values())
                .extracting(channel -> channel.share().value())
                .containsOnly(new KpiValue.Undefined(KpiResult.INCOMPLETE));
    }

    @Test
    @DisplayName("An explanation shows the steps, where the path began and how it ended")
    void explanation() {
        assertThat(Explanation.of(
                                KPI,
                                path("a", "b", "b").converted(4, 300, "EUR").facts())
                        .cells())
                .extracting(cell -> String.join("/", cell.groups()) + " " + cell.part() + " " + cell.times())
                .containsExactly(
                        " touched conversions 1",
                        "channel/a began here 1",
                        "channel/a/b went on to 1",
                        "channel/b converted from here 1",
                        "channel/b/b went on to 1",
                        "touched/EUR value in minor units 300");
        Chronicle before = Chronicle.empty().touched(0, "a").submitted(1, true);
        assertThat(Explanation.of(KPI, before.facts()).cells())
                .extracting(cell -> String.join("/", cell.groups()) + " " + cell.part() + " " + cell.times())
                .containsExactly(" touched and not converted 1", "channel/a began here 1", "channel/a ended here 1");
        assertThat(KPI.definition().id()).isEqualTo("lead.attribution/1?model=markov&lookback=PT720H");
        assertThat(credits(path("a").converted(3), captured(0).converted(2))
                        .credits()
                        .unvalued())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("Too many channels are refused in the result, and 500 are not too many")
    void tooManyChannels() {
        List<Chronicle> leads = IntStream.range(0, 500)
                .mapToObj(i -> path("c" + i).converted(3))
                .toList();
        Counts counts = counts(leads.toArray(Chronicle[]::new));
        assertThat(KPI.result(counts, Chronicle.START).removal()).hasSize(500);
        KPI.add(counts, path("one more").converted(3).facts());
        assertThat(KPI.result(counts, Chronicle.START)
                        .credits()
                        .channels()
                        .get("c1")
                        .share()
                        .value())
                .isEqualTo(new KpiValue.Undefined("more than 500 channels"));
    }

    @Test
    void theWindowMustBeAboveZero() {
        assertThatThrownBy(() -> new MarkovAttribution(Duration.ZERO)).hasMessage("lookback must be above 0, was PT0S");
    }
}

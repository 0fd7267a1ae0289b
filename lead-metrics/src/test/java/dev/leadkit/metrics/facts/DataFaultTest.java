package dev.leadkit.metrics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DataFaultTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId LEAD = new LeadId("lead-1");
    private static final Occurrence CAME = new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true);

    private static FactEvent at(int second, Occurrence what) {
        return new FactEvent("e" + second, T0.plusSeconds(second), what);
    }

    private static Map<DataFault, Integer> faults(FactEvent... events) {
        return LeadFacts.of(LEAD, List.of(events)).faults();
    }

    @Test
    void anEventFromTheFutureCountsForNothingFromFiveMinutesOn() {
        FactEvent fiveMinutes = new FactEvent("a", T0.plusSeconds(300), T0, CAME);
        FactEvent more = new FactEvent("b", T0.plusSeconds(300).plusNanos(1), T0, CAME);
        LeadFacts facts = LeadFacts.of(LEAD, List.of(fiveMinutes, more));
        assertThat(facts.events()).containsExactly(fiveMinutes);
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.FROM_THE_FUTURE, 1));
    }

    @Test
    void anUnknownTypeCountsForNothing() {
        LeadFacts facts = LeadFacts.of(LEAD, List.of(at(0, CAME), at(1, new Occurrence.Unknown("fax"))));
        assertThat(facts.events()).containsExactly(at(0, CAME));
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.UNKNOWN_TYPE, 1));
    }

    @Test
    void ofTwoContentsOfOneIdentifierTheLaterRecordedCounts() {
        FactEvent first = new FactEvent("x", T0.plusSeconds(9), T0.plusSeconds(9), new Occurrence.Touched("mail"));
        FactEvent correction = new FactEvent("x", T0, T0.plusSeconds(10), new Occurrence.Touched("search"));
        for (List<FactEvent> order :
                List.of(List.of(first, correction, first), List.of(correction, first, correction, first))) {
            LeadFacts facts = LeadFacts.of(LEAD, order);
            assertThat(facts.events()).containsExactly(correction);
            assertThat(facts.faults()).containsExactly(Map.entry(DataFault.TWO_CONTENTS, 1));
        }
    }

    @Test
    void ofTwoContentsRecordedAtOnceTheLaterThenTheGreaterTextCounts() {
        FactEvent early = new FactEvent("x", T0, T0.plusSeconds(9), new Occurrence.Touched("z"));
        FactEvent late = new FactEvent("x", T0.plusSeconds(1), T0.plusSeconds(9), new Occurrence.Touched("a"));
        FactEvent greater = new FactEvent("x", T0.plusSeconds(1), T0.plusSeconds(9), new Occurrence.Touched("b"));
        assertThat(LeadFacts.of(LEAD, List.of(late, greater, early)).events()).containsExactly(greater);
        assertThat(LeadFacts.of(LEAD, List.of(greater, early, late)).events()).containsExactly(greater);
    }

    @Test
    void ofTwoContentsRecordedInOneSecondTheLaterRecordedCounts() {
        Instant recorded = T0.plusSeconds(9);
        FactEvent early = new FactEvent("x", T0.plusSeconds(3), recorded, new Occurrence.Touched("z"));
        FactEvent late = new FactEvent("x", T0, recorded.plusNanos(1), new Occurrence.Touched("a"));
        FactEvent before = new FactEvent("x", T0.plusSeconds(5), recorded.minusNanos(1), new Occurrence.Touched("y"));
        assertThat(LeadFacts.of(LEAD, List.of(early, late)).events()).containsExactly(late);
        assertThat(LeadFacts.of(LEAD, List.of(late, early)).events()).containsExactly(late);
        assertThat(LeadFacts.of(LEAD, List.of(before, early)).events()).containsExactly(early);
        assertThat(LeadFacts.of(LEAD, List.of(early, before)).events()).containsExactly(early);
        assertThat(late.recordedAt()).isEqualTo(recorded.plusNanos(1));
        assertThat(late.at()).isEqualTo(T0);
    }

    @Test
    void ofTwoContentsThatDifferInAValueAloneTheSameOneCountsInAnyOrder() {
        FactEvent one = at(0, new Occurrence.Valued(Story.source("mail")));
        FactEvent other = at(0, new Occurrence.Valued(Story.source("web")));
        LeadFacts facts = LeadFacts.of(LEAD, List.of(one, other));
        assertThat(facts.source()).contains("web");
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.TWO_CONTENTS, 1));
        assertThat(LeadFacts.of(LEAD, List.of(other, one))).isEqualTo(facts);
    }

    @Test
    void whatALeadDidBeforeItCameIsCountedButToldApart() {
        LeadFacts facts = LeadFacts.of(
                LEAD,
                List.of(
                        at(1, new Occurrence.Touched("mail")),
                        at(2, new Occurrence.Responded()),
                        at(3, new Occurrence.Entered(new Stage("mql"))),
                        at(4, new Occurrence.Converted(Optional.empty(), Optional.empty())),
                        at(5, CAME),
                        at(6, new Occurrence.Responded())));
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.BEFORE_CAPTURE, 3));
        assertThat(facts.responded()).contains(at(6, new Occurrence.Responded()));
        assertThat(facts.isConverted()).isTrue();
    }

    @Test
    void theInstantOfTheCaptureIsNotBeforeIt() {
        FactEvent answer = new FactEvent("a", T0, new Occurrence.Responded());
        FactEvent loss = new FactEvent("b", T0, new Occurrence.Lost(Optional.empty()));
        LeadFacts facts = LeadFacts.of(LEAD, List.of(new FactEvent("c", T0, CAME), answer, loss));
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.responded()).contains(answer);
        assertThat(facts.episodes()).extracting(Episode::answer).containsExactly(Optional.of(answer));
    }

    @Test
    void anUndatedLeadHasNothingBeforeItsCapture() {
        Occurrence undated = new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, false);
        assertThat(faults(at(0, new Occurrence.Responded()), at(1, undated))).isEmpty();
    }

    @Test
    void aDurationBelowZeroAndAVoidOfNothingAreFaults() {
        Occurrence broken = new Occurrence.Worked(Optional.empty(), Duration.ofSeconds(-1), Optional.empty());
        Occurrence fine = new Occurrence.Worked(Optional.empty(), Duration.ZERO, Optional.empty());
        assertThat(faults(at(0, CAME), at(1, broken), at(2, fine), at(3, new Occurrence.Voided())))
                .containsOnly(Map.entry(DataFault.BROKEN_DURATION, 1), Map.entry(DataFault.NOTHING_TO_VOID, 1));
    }

    @Test
    void aVoidTakesBackTheLatestConversion() {
        Occurrence won = new Occurrence.Converted(Optional.empty(), Optional.empty());
        LeadFacts once =
                LeadFacts.of(LEAD, List.of(at(0, CAME), at(1, won), at(2, won), at(3, new Occurrence.Voided())));
        assertThat(once.converted()).contains(at(1, won));
        LeadFacts again =
                LeadFacts.of(LEAD, List.of(at(0, CAME), at(1, won), at(2, new Occurrence.Voided()), at(3, won)));
        assertThat(again.converted()).contains(at(3, won));
    }

    @Test
    void aLostLeadThatIsOpenedAgainOrComesAgainWaitsAgain() {
        Occurrence lost = new Occurrence.Lost(Optional.empty());
        LeadFacts facts = LeadFacts.of(
                LEAD,
                List.of(
                        at(0, CAME),
                        at(1, CAME),
                        at(2, new Occurrence.Responded()),
                        at(3, lost),
                        at(4, CAME),
                        at(5, CAME),
                        at(6, new Occurrence.Responded()),
                        at(7, new Occurrence.Reopened())));
        assertThat(facts.episodes())
                .containsExactly(
                        new Episode(at(0, CAME), Optional.of(at(2, new Occurrence.Responded()))),
                        new Episode(at(4, CAME), Optional.of(at(6, new Occurrence.Responded()))),
                        new Episode(at(7, new Occurrence.Reopened()), Optional.empty()));
        assertThat(facts.lost()).isEmpty();
    }

    @Test
    void anInstantThatNoCalendarHoldsIsRefused() {
        assertThatThrownBy(() -> new FactEvent("e", Instant.MAX, CAME)).hasMessageContaining("year 1 to 9999");
    }

    @Test
    void windowsIncludeTheirEnd() {
        FactEvent start = new FactEvent("a", T0.plusNanos(700_000_000), CAME);
        FactEvent end = new FactEvent("b", T0.plusNanos(200_000_000).plusSeconds(10), CAME);
        assertThat(start.secondsTo(end)).isEqualTo(9);
        assertThat(end.secondsTo(start)).isEqualTo(-10);
        assertThat(start.within(end, Duration.ofMillis(9_500))).isTrue();
        assertThat(start.within(end, Duration.ofMillis(9_499))).isFalse();
        assertThat(start.within(end, Duration.ofSeconds(10))).isTrue();
        assertThat(end.within(start, Duration.ofDays(1))).isFalse();
        assertThat(start.within(start, Duration.ZERO)).isTrue();
    }
}

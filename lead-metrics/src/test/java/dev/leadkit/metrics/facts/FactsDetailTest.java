package dev.leadkit.metrics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.kpi.LeadConversion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FactsDetailTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId LEAD = new LeadId("lead-1");
    private static final Stage MQL = new Stage("mql");
    private static final Occurrence CAME =
            new Occurrence.Submitted(Optional.of(new Stage("new")), FieldValues.EMPTY, true);
    private static final Occurrence WON = new Occurrence.Converted(Optional.of(new Stage("won")), Optional.empty());

    private static final FieldValues CITY =
            FieldValues.builder().set(StandardFields.CITY, "Porto").build();

    private static Money euros(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }

    private static FactEvent at(int second, Occurrence what) {
        return new FactEvent("e" + second, T0.plusSeconds(second), what);
    }

    private static LeadFacts of(FactEvent... events) {
        return LeadFacts.of(LEAD, List.of(events));
    }

    @Test
    void aLeadIsWorthWhatItsConversionSaysOrElseTheLatestPrice() {
        Occurrence early = new Occurrence.Priced(euros(100));
        Occurrence late = new Occurrence.Priced(euros(200));
        Occurrence sold = new Occurrence.Converted(Optional.empty(), Optional.of(euros(300)));
        assertThat(of(at(0, CAME)).value()).isEmpty();
        assertThat(of(at(0, early), at(1, late), at(2, CAME)).value()).contains(euros(200));
        assertThat(of(at(0, early), at(1, WON)).value()).contains(euros(100));
        assertThat(of(at(0, early), at(1, sold), at(2, late)).value()).contains(euros(300));
    }

    @Test
    void theChanceOfAScoreIsWhatTheHostSays() {
        LeadHistory scored = new Story("l").captured(T0, "web").scored(T0, 7).history();
        assertThat(LeadFacts.of(scored).decisionProbability()).isEmpty();
        assertThat(LeadFacts.of(
                                scored,
                                score ->
                                        Optional.of(score.total().toBigDecimal().movePointLeft(2)))
                        .decisionProbability())
                .hasValueSatisfying(chance -> assertThat(chance).isEqualByComparingTo("0.07"));
    }

    @Test
    void theScoreOfTheDecisionBringsItsChance() {
        Occurrence scored = new Occurrence.Scored(Points.of(7), Optional.of(new BigDecimal("0.25")));
        Occurrence owned = new Occurrence.Owned(Optional.of(new RepId("ann")));
        LeadFacts facts = of(at(0, CAME), at(1, scored), at(2, owned));
        assertThat(facts.decisive()).contains(at(1, scored));
        assertThat(facts.decisionProbability()).contains(new BigDecimal("0.25"));
        assertThat(facts.decisionScore()).contains(Points.of(7));
        assertThat(of(at(0, CAME)).decisionProbability()).isEmpty();
    }

    @Test
    void everyStageThatWasEnteredIsThereWhateverEnteredIt() {
        LeadFacts facts = of(
                at(0, CAME),
                at(1, new Occurrence.Entered(MQL)),
                at(2, WON),
                at(3, new Occurrence.Lost(Optional.of(new Stage("gone")))));
        assertThat(facts.entries())
                .containsExactly(
                        new StageEntry(new Stage("new"), at(0, CAME)),
                        new StageEntry(MQL, at(1, new Occurrence.Entered(MQL))),
                        new StageEntry(new Stage("won"), at(2, WON)),
                        new StageEntry(new Stage("gone"), at(3, new Occurrence.Lost(Optional.of(new Stage("gone"))))));
        assertThat(facts.lost()).contains(at(3, new Occurrence.Lost(Optional.of(new Stage("gone")))));
        assertThat(facts.captured()).contains(at(0, CAME));
        assertThat(facts.isConverted()).isTrue();
        assertThat(of(at(0, CAME)).isConverted()).isFalse();
        assertThat(LeadFacts.of(LEAD, 3, List.of(at(0, CAME))).records()).isEqualTo(3);
        assertThat(facts.lead()).isEqualTo(LEAD);
        assertThat(new LeadConversion().evidence(facts))
                .containsExactly(at(0, CAME), at(2, WON), at(3, new Occurrence.Lost(Optional.of(new Stage("gone")))));
    }

    @Test
    void aConversionEndsALoss() {
        LeadFacts facts = of(at(0, CAME), at(1, new Occurrence.Lost(Optional.empty())), at(2, WON));
        assertThat(facts.lost()).isEmpty();
    }

    @Test
    void everyDeedBeforeTheCaptureIsAFault() {
        Occurrence worked = new Occurrence.Worked(Optional.empty(), Duration.ZERO, Optional.empty());
        LeadFacts facts =
                of(at(1, worked), at(2, WON), at(3, new Occurrence.Lost(Optional.empty())), at(4, CAME), at(5, worked));
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.BEFORE_CAPTURE, 3));
        assertThat(DataFault.BEFORE_CAPTURE.reason()).isEqualTo("before the capture");
    }

    @Test
    void ofAnUndatedLeadTheFirstContactIsTheAnswer() {
        Occurrence undated = new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, false);
        LeadFacts facts = of(at(0, undated), at(1, new Occurrence.Responded()), at(2, new Occurrence.Responded()));
        assertThat(facts.responded()).contains(at(1, new Occurrence.Responded()));
        assertThat(facts.captured()).isEmpty();
        assertThat(facts.episodes()).isEmpty();
    }

    @Test
    void theFirstSourceStaysAlsoWhereTheFirstWordNamedNone() {
        LeadFacts facts = of(
                at(0, CAME),
                at(1, new Occurrence.Valued(Story.source("ads"))),
                at(2, new Occurrence.Valued(Story.source("web"))));
        assertThat(facts.source()).contains("ads");
        assertThat(facts.values().text("source")).contains("web");
    }

    @Test
    void aNewerWordLeavesTheValuesThatItDoesNotName() {
        LeadFacts facts = of(
                at(0, new Occurrence.Submitted(Optional.empty(), CITY, true)),
                at(1, new Occurrence.Valued(Story.source("ads"))));
        assertThat(facts.values().text("city")).contains("Porto");
        assertThat(facts.values().text("source")).contains("ads");
    }

    @Test
    void aContactBeforeTheCaptureIsNoAnswerButOneOfItsInstantIs() {
        Occurrence contact = new Occurrence.Responded();
        FactEvent early = at(-9, contact);
        FactEvent first = new FactEvent("a", T0, contact);
        FactEvent second = new FactEvent("b", T0, contact);
        FactEvent capture = new FactEvent("c", T0, CAME);
        assertThat(of(early, first, second, capture).responded()).contains(first);
        assertThat(of(early, first, second, capture).episodes())
                .containsExactly(new Episode(capture, Optional.of(first)));
        assertThat(of(early, capture).responded()).isEmpty();
    }

    @Test
    void afterEveryLossThePersonMayComeAgain() {
        Occurrence lost = new Occurrence.Lost(Optional.empty());
        Occurrence contact = new Occurrence.Responded();
        LeadFacts facts = of(
                at(0, CAME),
                at(1, contact),
                at(2, lost),
                at(3, CAME),
                at(4, contact),
                at(5, lost),
                at(6, CAME),
                at(7, contact));
        assertThat(facts.episodes())
                .containsExactly(
                        new Episode(at(0, CAME), Optional.of(at(1, contact))),
                        new Episode(at(3, CAME), Optional.of(at(4, contact))),
                        new Episode(at(6, CAME), Optional.of(at(7, contact))));
    }

    @Test
    void aCorrectionTakesThePlaceOfItsInstantAndLeavesTheOthers() {
        Occurrence touch = new Occurrence.Touched("mail");
        FactEvent moved = new FactEvent("e1", T0.plusSeconds(3), T0.plusSeconds(60), touch);
        assertThat(of(at(0, CAME), at(1, touch), at(2, touch), at(4, touch), moved)
                        .events())
                .containsExactly(at(0, CAME), at(2, touch), moved, at(4, touch));
        FactEvent last = new FactEvent("e0", T0.plusSeconds(9), T0.plusSeconds(60), touch);
        assertThat(of(at(0, CAME), at(1, touch), at(2, touch), last).events())
                .containsExactly(at(1, touch), at(2, touch), last);
    }

    @Test
    void amongManyEventsTheLaterRecordedContentCountsToo() {
        List<FactEvent> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            events.add(at(i, new Occurrence.Touched("mail")));
        }
        FactEvent correction = new FactEvent("e7", T0, T0.plusSeconds(90), new Occurrence.Touched("search"));
        events.add(correction);
        LeadFacts facts = LeadFacts.of(LEAD, events);
        Collections.reverse(events);
        assertThat(LeadFacts.of(LEAD, events)).isEqualTo(facts);
        assertThat(facts.events())
                .hasSize(30)
                .contains(correction)
                .doesNotContain(at(7, new Occurrence.Touched("mail")));
        assertThat(facts.faults()).containsExactly(Map.entry(DataFault.TWO_CONTENTS, 1));
    }

    @Test
    void whatDiffersIsNotEqual() {
        LeadFacts facts = of(at(0, CAME), at(1, WON));
        assertThat(facts).isEqualTo(of(at(1, WON), at(0, CAME))).hasSameHashCodeAs(of(at(1, WON), at(0, CAME)));
        assertThat(facts).isNotEqualTo(of(at(0, CAME)));
        assertThat(facts).isNotEqualTo(LeadFacts.of(LEAD, 2, List.of(at(0, CAME), at(1, WON))));
        assertThat(facts).isNotEqualTo(LeadFacts.of(new LeadId("other"), List.of(at(0, CAME), at(1, WON))));
        assertThat(facts).isNotEqualTo(of(at(0, CAME), at(1, WON), at(2, new Occurrence.Unknown("fax"))));
        assertThat(facts.hashCode())
                .isNotEqualTo(of(at(0, CAME)).hashCode())
                .isNotEqualTo(LeadFacts.of(new LeadId("other"), List.of(at(0, CAME), at(1, WON)))
                        .hashCode());
        assertThat(facts).asString().contains("lead-1").contains("events 2");
        assertThat(at(1, WON)).hasToString("e1 at 2026-03-01T09:00:01Z: converted");
        assertThat(List.of(at(0, CAME), at(1, CAME)).stream()
                        .map(Object::hashCode)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void secondsAreCutOffDownOrUp() {
        FactEvent whole = new FactEvent("a", T0, CAME);
        FactEvent part = new FactEvent("b", T0.plusNanos(1), CAME);
        assertThat(whole.second()).isEqualTo(T0.getEpochSecond());
        assertThat(whole.secondUp()).isEqualTo(T0.getEpochSecond());
        assertThat(part.second()).isEqualTo(T0.getEpochSecond());
        assertThat(part.secondUp()).isEqualTo(T0.getEpochSecond() + 1);
        assertThat(whole.isBefore(part)).isTrue();
        assertThat(part.isBefore(whole)).isFalse();
        assertThat(whole.isBefore(whole)).isFalse();
        assertThat(whole.compareTo(part)).isNegative();
        assertThat(whole.compareTo(new FactEvent("b", T0, CAME))).isNegative();
    }

    @Test
    void everyKindHasAName() {
        Occurrence lost = new Occurrence.Lost(Optional.empty());
        Occurrence worked = new Occurrence.Worked(Optional.empty(), Duration.ZERO, Optional.empty());
        assertThat(List.of(
                        CAME,
                        new Occurrence.Valued(FieldValues.EMPTY),
                        new Occurrence.Touched("mail"),
                        new Occurrence.Responded(),
                        new Occurrence.Entered(MQL),
                        WON,
                        new Occurrence.Voided(),
                        lost,
                        new Occurrence.Reopened(),
                        new Occurrence.Owned(Optional.empty()),
                        new Occurrence.Scored(Points.ZERO, Optional.empty()),
                        new Occurrence.Priced(euros(1)),
                        worked,
                        new Occurrence.Unknown("fax")))
                .extracting(Occurrence::name)
                .containsExactly(
                        "submitted",
                        "valued",
                        "touched",
                        "responded",
                        "entered",
                        "converted",
                        "voided",
                        "lost",
                        "reopened",
                        "owned",
                        "scored",
                        "priced",
                        "worked",
                        "unknown");
    }

    @Test
    void aHistorysTouchesAndOwnersAreFacts() {
        List<LeadEvent> events = new ArrayList<>(new Story("lead-1")
                .captured(T0, "web")
                .enriched(T0.plusSeconds(2), CITY)
                .assigned(T0.plusSeconds(9))
                .history()
                .events());
        events.add(touched("t1", new TreeMap<>(Map.of("utm_medium", "email", "utm_campaign", "spring"))));
        events.add(touched("t2", new TreeMap<>(Map.of("utm_term", "shoes"))));
        events.add(touched("t3", new TreeMap<>(Map.of("utm_source", "(unknown)"))));
        LeadFacts facts = LeadFacts.of(LeadHistory.of(LEAD, events));
        assertThat(facts.values().text("city")).contains("Porto");
        assertThat(facts.events())
                .extracting(FactEvent::what)
                .contains(
                        new Occurrence.Touched("email"),
                        new Occurrence.Touched("(unknown)"),
                        new Occurrence.Touched("\\(unknown)"))
                .anyMatch(what ->
                        what instanceof Occurrence.Owned owned && owned.rep().isPresent());
    }

    private static Touched touched(String id, SortedMap<String, String> tags) {
        EventHeader header = new EventHeader(new EventId(id), LEAD, T0.plusSeconds(3), T0.plusSeconds(3));
        return new Touched(header, new Touch(tags, new TreeMap<>()));
    }
}

package dev.leadkit.metrics.team;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.Shown;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of each rep, and the borders of what counts. */
final class TeamDetailTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final FactEvent CAME =
            at("came", 0, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true));
    private static final RepEfficiency REPS = new RepEfficiency(new ObservedToExpected(Duration.ofDays(30)));

    private static FactEvent at(String id, int hours, Occurrence what) {
        return new FactEvent(id, DAY.plus(Duration.ofHours(hours)), what);
    }

    private static LeadFacts lead(FactEvent... events) {
        return LeadFacts.of(new LeadId("lead"), List.of(events));
    }

    private static Occurrence owned(String... rep) {
        return new Occurrence.Owned(rep.length == 0 ? Optional.empty() : Optional.of(new RepId(rep[0])));
    }

    private static Occurrence worked(int minutes) {
        return new Occurrence.Worked(Optional.of(new RepId("ann")), Duration.ofMinutes(minutes), Optional.empty());
    }

    @Test
    @DisplayName(
            "The evidence of a rep's figures is who owned the lead, the work, the capture, the first answer, the conversion")
    void evidence() {
        LeadFacts lead = lead(
                CAME,
                at("own", 1, owned("ann")),
                at("answer", 2, new Occurrence.Responded()),
                at("again", 3, new Occurrence.Responded()),
                at("touch", 4, new Occurrence.Touched("mail")),
                at("work", 5, worked(9)),
                at("won", 6, new Occurrence.Converted(Optional.empty(), Optional.empty())),
                at("late", 7, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)));
        assertThat(REPS.evidence(lead))
                .extracting(FactEvent::id)
                .containsExactly("came", "own", "answer", "work", "won");
        assertThat(Explanation.of(REPS, lead).cells())
                .containsExactly(
                        new Cell(List.of("ann"), "had", 0, 1),
                        new Cell(List.of("ann"), "converted", 0, 1),
                        new Cell(List.of("ann"), "seconds of work", 0, 540),
                        new Cell(List.of("ann"), "first answered after seconds", 7_200, 1));
    }

    @Test
    @DisplayName("A rep who worked and won nothing has 0 conversions an hour; with one taken back, nothing is known")
    void noneAnHour() {
        Counts counts = REPS.create();
        REPS.add(counts, lead(CAME, at("own", 1, owned("ann")), at("work", 2, worked(30))));
        assertThat(shown(REPS.result(counts, DAY).get("ann").perHour())).isEqualTo("0 number");
        REPS.retract(
                counts,
                lead(
                        CAME,
                        at("own", 1, owned("ann")),
                        at("won", 2, new Occurrence.Converted(Optional.empty(), Optional.empty()))));
        assertThat(shown(REPS.result(counts, DAY).get("ann").perHour())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(shown(REPS.result(counts, DAY).get("ann").conversion())).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("The load names the last owner, also if that came first of all, and says why closed leads are out")
    void load() {
        RepLoad kpi = new RepLoad();
        LeadFacts handed = lead(at("first", -1, owned("ann")), CAME, at("second", 1, owned("bob")));
        Explanation why = Explanation.of(kpi, handed);
        assertThat(why.cells()).containsExactly(new Cell(List.of("bob"), "open", 0, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("second");
        assertThat(Explanation.of(kpi, lead(CAME)).evidence()).isEmpty();
        Counts counts = kpi.create();
        kpi.add(counts, handed);
        kpi.add(counts, lead(at("first", -1, owned("ann")), CAME));
        kpi.add(counts, lead(at("first", -1, owned("ann")), CAME, at("none", 1, owned())));
        kpi.add(counts, lead(CAME, at("lost", 1, new Occurrence.Lost(Optional.empty()))));
        kpi.add(counts, lead(CAME, at("won", 1, new Occurrence.Converted(Optional.empty(), Optional.empty()))));
        SortedMap<String, KpiResult> loads = kpi.result(counts, DAY);
        assertThat(loads.keySet()).containsExactly("(missing)", "ann", "bob");
        assertThat(loads.values()).extracting(Shown::shown).containsOnly("0.333333 share");
        assertThat(loads.get("ann").basis().excluded()).isEqualTo(Map.of("converted", 1L, "lost", 1L));
    }

    @Test
    @DisplayName("Every part that is kept of a rep's period or of a contact has a name")
    void parts() {
        ResourceAllocation team = new ResourceAllocation();
        Counts period = team.create();
        team.add(period, new Workload("june", Duration.ofHours(2), Duration.ofHours(1), List.of(DAY, DAY)));
        assertThat(team.parts())
                .containsExactly(
                        "available seconds",
                        "seconds of work",
                        "reps, by open leads",
                        "open leads, by second since they wait");
        assertThat(List.of(
                        period.count(0, 0),
                        period.count(1, 0),
                        period.count(2, 2),
                        period.count(3, DAY.getEpochSecond())))
                .containsExactly(7_200L, 3_600L, 1L, 2L);
        SupportEfficiency support = new SupportEfficiency();
        Counts contact = support.create();
        support.add(
                contact,
                new SupportContact(
                        "chat",
                        Optional.of(new Money(700, Currency.getInstance("EUR"))),
                        SupportContact.Resolution.INELIGIBLE,
                        Optional.of(true)));
        assertThat(support.parts())
                .containsExactly(
                        "contacts, by resolution (0 at first, 1 not at first, 2 ineligible)",
                        "satisfied",
                        "satisfaction known",
                        "with a cost",
                        "cost in minor units");
        Counts euros = contact.named("EUR");
        assertThat(List.of(
                        contact.count(0, 2),
                        contact.count(1, 0),
                        contact.count(2, 0),
                        euros.count(3, 0),
                        euros.count(4, 0)))
                .containsExactly(1L, 1L, 1L, 1L, 700L);
    }
}

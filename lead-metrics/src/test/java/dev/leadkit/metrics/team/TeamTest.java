package dev.leadkit.metrics.team;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.Shown;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.team.SupportContact.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small teams, counted by hand. */
final class TeamTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-12-31T00:00:00Z");
    private static final RepEfficiency REPS = new RepEfficiency(new ObservedToExpected(Duration.ofDays(30)));

    /** One thing an hour after the capture. */
    private static LeadFacts lead(Occurrence... later) {
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("0", DAY, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)));
        for (int i = 0; i < later.length; i++) {
            events.add(new FactEvent("" + (i + 1), DAY.plus(Duration.ofHours(i + 1)), later[i]));
        }
        return LeadFacts.of(new LeadId("a"), events);
    }

    private static Occurrence owned(String rep) {
        return new Occurrence.Owned(Optional.of(new RepId(rep)));
    }

    private static Occurrence worked(String rep, int minutes) {
        return new Occurrence.Worked(Optional.of(new RepId(rep)), Duration.ofMinutes(minutes), Optional.empty());
    }

    private static Occurrence won() {
        return new Occurrence.Converted(Optional.empty(), Optional.empty());
    }

    private static Occurrence scored(String chance) {
        return new Occurrence.Scored(Points.of(1), Optional.of(new BigDecimal(chance)));
    }

    private static <F, A, R> R result(Kpi<F, A, R> kpi, List<F> facts) {
        return facts.stream().collect(kpi.collector(AS_OF));
    }

    private static SortedMap<String, RepFigures> reps(LeadFacts... leads) {
        return result(REPS, List.of(leads));
    }

    @Test
    @DisplayName("A rep whose name is that of nobody has a row of its own")
    void reservedName() {
        Counts loads = new RepLoad().create();
        Counts reps = REPS.create();
        for (LeadFacts lead : List.of(lead(owned("(missing)"), worked("(missing)", 1)), lead())) {
            new RepLoad().add(loads, lead);
            REPS.add(reps, lead);
        }
        assertThat(new RepLoad().result(loads, AS_OF)).containsOnlyKeys("(missing)", "\\(missing)");
        assertThat(REPS.result(reps, AS_OF)).containsOnlyKeys("(missing)", "\\(missing)");
    }

    @Test
    @DisplayName(
            "A conversion counts for the owner at that time, the answer for the owner then, and both reps had the lead")
    void handedOver() {
        SortedMap<String, RepFigures> reps =
                reps(lead(owned("ann"), new Occurrence.Responded(), owned("bob"), won(), owned("cem")));
        assertThat(reps.keySet()).containsExactly("ann", "bob");
        assertThat(shown(reps.get("ann").conversion())).isEqualTo("0 share");
        assertThat(shown(reps.get("bob").conversion())).isEqualTo("1 share");
        assertThat(shown(reps.get("ann").firstTouch())).isEqualTo("7200 s");
        assertThat(shown(reps.get("bob").firstTouch())).isEqualTo("no dated lead was answered");
    }

    @Test
    @DisplayName("Two conversions in half an hour of work are four an hour; work of others is not mine")
    void perHour() {
        SortedMap<String, RepFigures> reps = reps(
                lead(owned("ann"), worked("ann", 20), won()),
                lead(owned("ann"), worked("ann", 10), worked("bob", 90), won()),
                lead(owned("bob"), worked("bob", -5)));
        assertThat(shown(reps.get("ann").perHour())).isEqualTo("4 number");
        assertThat(shown(reps.get("ann").conversion())).isEqualTo("1 share");
        assertThat(reps.get("bob").conversion().basis().denominator()).isEqualByComparingTo("2");
        assertThat(reps.get("bob").perHour().basis().denominator()).isEqualByComparingTo("5400");
        assertThat(shown(reps(lead(owned("ann"), won())).get("ann").perHour())).isEqualTo("no time of work was told");
    }

    @Test
    @DisplayName("Chances are set against the conversions of the owner at the outcome")
    void observedToExpected() {
        SortedMap<String, RepFigures> reps = reps(
                lead(scored("0.25"), owned("ann"), owned("bob"), won()),
                lead(scored("0.25"), owned("bob"), new Occurrence.Lost(Optional.empty()), owned("ann")),
                lead(scored("0.5"), owned("ann")));
        assertThat(shown(reps.get("bob").observedToExpected())).isEqualTo("2 number");
        assertThat(shown(reps.get("ann").observedToExpected())).isEqualTo("0 number");
        assertThat(reps.get("ann").observedToExpected().basis().denominator()).isEqualByComparingTo("0.5");
    }

    @Test
    @DisplayName("What nobody owned is told too")
    void nobody() {
        SortedMap<String, RepFigures> reps = reps(
                lead(),
                lead(new Occurrence.Responded(), won()),
                lead(owned("ann"), new Occurrence.Owned(Optional.empty()), won()));
        RepFigures nobody = reps.get(Grouping.MISSING);
        assertThat(nobody.conversion().basis().numerator()).isEqualByComparingTo("2");
        assertThat(nobody.conversion().basis().denominator()).isEqualByComparingTo("3");
        assertThat(shown(nobody.firstTouch())).isEqualTo("3600 s");
        assertThat(shown(reps.get("ann").conversion())).isEqualTo("0 share");
    }

    @Test
    @DisplayName("A rep's part in a lead can be explained")
    void explained() {
        Explanation why = Explanation.of(REPS, lead(owned("ann"), worked("ann", 1), won()));
        assertThat(why.cells())
                .contains(
                        new Explanation.Cell(List.of("ann"), "had", 0, 1),
                        new Explanation.Cell(List.of("ann"), "converted", 0, 1),
                        new Explanation.Cell(List.of("ann"), "seconds of work", 0, 60));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("0", "1", "2", "3");
        assertThat(why.definition().id()).isEqualTo("rep/1?horizon=30d");
    }

    private static SupportContact contact(long cents, Resolution resolution, Optional<Boolean> satisfied) {
        Optional<Money> cost =
                cents < 0 ? Optional.empty() : Optional.of(new Money(cents, Currency.getInstance("EUR")));
        return new SupportContact("phone", cost, resolution, satisfied);
    }

    @Test
    @DisplayName("Of three that could be settled at first one was; what could not is left out")
    void support() {
        SupportEfficiency.Support support = result(
                new SupportEfficiency(),
                List.of(
                        contact(500, Resolution.AT_FIRST_CONTACT, Optional.of(true)),
                        contact(300, Resolution.NOT_AT_FIRST_CONTACT, Optional.of(false)),
                        contact(-1, Resolution.NOT_AT_FIRST_CONTACT, Optional.empty()),
                        contact(100, Resolution.INELIGIBLE, Optional.of(true))));
        assertThat(shown(support.firstContact())).isEqualTo("0.333333 share");
        assertThat(support.firstContact().basis().excluded()).containsEntry("ineligible", 1L);
        assertThat(shown(support.satisfaction())).isEqualTo("0.666667 share");
        assertThat(support.satisfaction().basis().excluded()).containsEntry("satisfaction not known", 1L);
        KpiResult cost = support.costPerContact().get("EUR");
        assertThat(shown(cost)).isEqualTo("3 EUR");
        assertThat(cost.basis().excluded()).containsEntry("without a cost in this currency", 1L);
        assertThat(cost.definition().id()).isEqualTo("support.cost/1?currency=EUR");
        SupportEfficiency.Support none =
                result(new SupportEfficiency(), List.of(contact(-1, Resolution.INELIGIBLE, Optional.empty())));
        assertThat(shown(none.firstContact())).isEqualTo("no contact could have settled its matter");
        assertThat(shown(none.satisfaction())).isEqualTo("nobody's satisfaction is known");
        assertThat(none.costPerContact()).isEmpty();
    }

    private static Workload workload(int available, int handled, int waiting) {
        return new Workload(
                "june",
                Duration.ofHours(available),
                Duration.ofHours(handled),
                Collections.nCopies(waiting, AS_OF.minusSeconds(60L * waiting)));
    }

    @Test
    @DisplayName("One rep with three of four leads: three times the mean of two reps' halves, and a quarter of Gini")
    void allocation() {
        ResourceAllocation.Allocation two =
                result(new ResourceAllocation(), List.of(workload(10, 8, 3), workload(10, 4, 1)));
        assertThat(shown(two.utilisation())).isEqualTo("0.6 share");
        assertThat(shown(two.peak())).isEqualTo("1.5 number");
        assertThat(shown(two.gini())).isEqualTo("0.25 number");
        assertThat(shown(two.ageP50())).isEqualTo("180 s");
        ResourceAllocation.Allocation equal =
                result(new ResourceAllocation(), List.of(workload(1, 2, 2), workload(1, 2, 2), workload(1, 2, 2)));
        assertThat(shown(equal.gini())).isEqualTo("0 number");
        assertThat(shown(equal.peak())).isEqualTo("1 number");
        assertThat(shown(equal.utilisation())).isEqualTo("2 share");
        ResourceAllocation.Allocation one = result(
                new ResourceAllocation(),
                List.of(workload(1, 1, 0), workload(1, 1, 0), workload(1, 1, 0), workload(1, 1, 8)));
        assertThat(shown(one.gini())).isEqualTo("0.75 number");
        assertThat(shown(one.ageP90())).isEqualTo("480 s");
    }

    @Test
    @DisplayName("Without time, leads or reps nothing is known; what waits from later is left out")
    void idle() {
        ResourceAllocation.Allocation idle = result(new ResourceAllocation(), List.of(workload(0, 0, 0)));
        assertThat(shown(idle.utilisation())).isEqualTo("no available time");
        assertThat(shown(idle.peak())).isEqualTo("no rep has an open lead");
        assertThat(shown(idle.gini())).isEqualTo("no rep has an open lead");
        assertThat(shown(idle.ageP50())).isEqualTo("no lead is open");
        Workload later = new Workload("june", Duration.ZERO, Duration.ZERO, List.of(AS_OF, AS_OF.plusSeconds(1)));
        ResourceAllocation.Allocation some = result(new ResourceAllocation(), List.of(later));
        assertThat(shown(some.ageP90())).isEqualTo("0 s");
        assertThat(some.ageP50().basis().excluded()).containsEntry("waits from after the as-of instant", 1L);
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incomplete() {
        ResourceAllocation kpi = new ResourceAllocation();
        Counts counts = kpi.create();
        kpi.retract(counts, workload(1, 1, 2));
        kpi.add(counts, workload(5, 0, 3));
        ResourceAllocation.Allocation piece = kpi.result(counts, AS_OF);
        assertThat(List.of(piece.utilisation(), piece.peak(), piece.gini(), piece.ageP50()))
                .extracting(Shown::shown)
                .containsOnly(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("Times below 0 are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workload(-1, 0, 0))
                .withMessage("available must be 0 or more, was PT-1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workload(0, -1, 0))
                .withMessage("handled must be 0 or more, was PT-1H");
    }
}

package dev.leadkit.routing.dispatch;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A review of the leads that reps have")
final class DispatcherReviewTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    private static PlanBuilder plan(String version, String annServes, String bobServes) {
        return RoutingPlan.builder("floor", version)
                .territory("a", field(COUNTRY).is("A"))
                .territory("b", field(COUNTRY).is("B"))
                .rep(Rep.of("ann", 2).serving(annServes))
                .rep(Rep.of("bob", 2).serving(bobServes))
                .queue("waiting");
    }

    /** Ann has two leads of country A. */
    private static Floor floor(DispatchPolicy policy) {
        Floor floor = new Floor(plan("1", "a", "b").build(), policy);
        floor.arrive("one", "A", 0);
        floor.arrive("two", "A", 0);
        return floor;
    }

    @Test
    @DisplayName("moves those whom another plan gives to others")
    void anotherPlan() {
        Floor floor = floor(DispatchPolicy.direct());
        floor.router.activate(plan("2", "b", "a").build());

        List<Step> steps = floor.dispatcher.review(Set.of("territory"), floor.now);

        assertThat(Floor.told(steps)).containsExactlyInAnyOrder("one ASSIGNED", "two ASSIGNED");
        assertThat(steps).extracting(Floor::taker).containsOnly(BOB);
        assertThat(floor.place("one").rep()).isEqualTo(BOB);
    }

    @Test
    @DisplayName("moves a lead that has changed, leaves those that fit, and gives what became free to who waits")
    void anotherLead() {
        Floor floor = floor(DispatchPolicy.direct());
        assertThat(Floor.told(floor.arrive("late", "A", 0))).containsExactly("late WAITS");
        floor.countries.put(new LeadId("one"), "B");

        List<Step> steps = floor.dispatcher.review(Set.of("territory"), floor.now);

        assertThat(Floor.told(steps)).containsExactly("one ASSIGNED", "late ASSIGNED");
        assertThat(floor.place("one").rep()).isEqualTo(BOB);
        assertThat(floor.place("two").rep()).isEqualTo(ANN);
        assertThat(floor.place("late").rep()).isEqualTo(ANN);
    }

    private static Floor away(boolean both) {
        Floor floor = floor(DispatchPolicy.direct());
        OutOfOffice week =
                new OutOfOffice(floor.now, floor.now.plus(Duration.ofDays(7)), Optional.empty(), OutOfOffice.Kind.HARD);
        PlanBuilder plan = plan("2", "a", both ? "b" : "a");
        plan.availability().rep(ANN, RepHours.ALWAYS.away(week));
        floor.router.activate(plan.build());
        return floor;
    }

    @Test
    @DisplayName("moves the leads of who is away; they stay if nobody else can take them")
    void absence() {
        Floor floor = away(false);
        assertThat(Floor.told(floor.dispatcher.review(Set.of("available"), floor.now)))
                .containsExactlyInAnyOrder("one ASSIGNED", "two ASSIGNED");
        assertThat(floor.place("one").rep()).isEqualTo(BOB);
        assertThat(floor.dispatcher.review(Set.of("available"), floor.now)).isEmpty();

        Floor alone = away(true);
        assertThat(Floor.told(alone.dispatcher.review(Set.of("available"), alone.now)))
                .containsExactlyInAnyOrder("one STAYS", "two STAYS");
    }

    @Test
    @DisplayName("moves nobody for a reason that was not named, nor for a full desk of which the lead itself is a part")
    void otherReasons() {
        Floor floor = away(false);

        assertThat(floor.dispatcher.review(Set.of("territory", "skills", "active"), floor.now))
                .isEmpty();
        assertThat(floor(DispatchPolicy.direct()).dispatcher.review(Set.of("capacity"), floor.now))
                .isEmpty();
    }

    @Test
    @DisplayName("leaves the leads of a backup alone, who is no part of the pool and keeps them")
    void backups() {
        Floor floor = floor(DispatchPolicy.direct());
        floor.router.activate(plan("2", "a", "a")
                .backup("ann")
                .escalation(Escalation.to(Duration.ofHours(1), List.of(ANN)))
                .build());

        assertThat(floor.dispatcher.review(Set.of("territory", "skills", "active"), floor.now))
                .isEmpty();
        floor.router.activate(plan("3", "a", "a")
                .rep(Rep.of("cem", 1).serving("a").inactive())
                .build());
        assertThat(floor.dispatcher.review(Set.of("active"), floor.now)).isEmpty();
    }

    @Test
    @DisplayName("leaves offers and the leads of strangers alone")
    void others() {
        Floor floor = floor(Floor.OFFERS);
        floor.router.activate(plan("2", "b", "a").build());
        assertThat(floor.dispatcher.review(Set.of("territory"), floor.now)).isEmpty();

        Floor left = floor(DispatchPolicy.direct());
        left.router.activate(RoutingPlan.builder("floor", "2")
                .rep(Rep.of("bob", 9))
                .queue("waiting")
                .build());
        assertThat(left.dispatcher.review(Set.of("territory", "active"), left.now))
                .isEmpty();
        assertThat(left.place("one").rep()).isEqualTo(ANN);
    }

    @Test
    @DisplayName("tells which leads it could not look up, and goes on")
    void unread() {
        Floor floor = away(false);
        Set<LeadId> broken = new HashSet<>(Set.of(new LeadId("one")));
        floor.dispatcher = Dispatcher.of(floor.router, floor.ledger, DispatchPolicy.direct(), lead -> {
            if (broken.contains(lead)) {
                throw new IllegalStateException("of jane@example.com");
            }
            return floor.history(lead);
        });

        assertThat(Floor.told(floor.dispatcher.review(Set.of("available"), floor.now)))
                .containsExactlyInAnyOrder("one UNREAD", "two ASSIGNED");
        assertThat(floor.place("one").rep()).isEqualTo(ANN);
    }
}

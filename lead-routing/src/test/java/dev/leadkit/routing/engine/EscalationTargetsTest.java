package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.decision.StageCount;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lead that escalates to somebody")
final class EscalationTargetsTest {

    private static final RepId MAX = new RepId("max");
    private static final RepId MIA = new RepId("mia");
    private static final Duration TEN = Duration.ofMinutes(10);

    /** Ann is full, max serves another country and mia speaks no German. */
    private static PlanBuilder plan() {
        return RoutingPlan.builder("inbound", "1")
                .territory("de", field(COUNTRY).is("DE"))
                .territory("us", field(COUNTRY).is("US"))
                .requirement(field(COUNTRY).is("DE"), "german", 3)
                .rep(Rep.of("ann", 0).serving("de").skilled("german", 5))
                .rep(Rep.of("max", 9).serving("us").skilled("german", 5))
                .rep(Rep.of("mia", 9).serving("de"))
                .escalation(Escalation.to(TEN, List.of(MAX)))
                .escalation(Escalation.to(TEN.multipliedBy(2), List.of(MIA)))
                .queue("waiting");
    }

    private static RoutingRequest german(Duration waited) {
        return RoutingRequest.of(Leads.lead("lead", "DE"), Leads.NOW).waitingSince(Leads.NOW.minus(waited));
    }

    private static Decision routed(PlanBuilder plan, RoutingRequest request) {
        return Router.of(plan.build(), AssignmentLedger.inMemory(), 7).route(request);
    }

    private static Optional<RepId> taker(Decision decision) {
        return decision instanceof Decision.Assigned assigned ? Optional.of(assigned.rep()) : Optional.empty();
    }

    @Test
    @DisplayName(
            "waits until its time has come, and then may go there whatever its territory and the skills it requires")
    void targets() {
        Decision.Queued early = (Decision.Queued) routed(plan(), german(TEN.minusNanos(1)));
        Decision first = routed(plan(), german(TEN));
        Decision second = routed(plan(), german(TEN.multipliedBy(2)).without(List.of(MAX)));

        assertThat(early.again()).contains(Leads.NOW.plusNanos(1));
        assertThat(taker(first)).contains(MAX);
        assertThat(first.trail().notes()).containsExactly("it escalates to [max], because the lead has waited");
        assertThat(first.trail().stages())
                .extracting(StageCount::toString)
                .containsExactly("pool 3", "active 3", "owner 3", "territory 3", "skills 2", "capacity 1");
        assertThat(taker(second)).contains(MIA);
    }

    @Test
    @DisplayName("goes there only if the target has room and is at work, like anybody")
    void otherStages() {
        PlanBuilder away = plan();
        away.availability()
                .rep(
                        MAX,
                        RepHours.ALWAYS.away(new OutOfOffice(
                                Leads.NOW, Leads.NOW.plus(TEN), Optional.empty(), OutOfOffice.Kind.HARD)));
        PlanBuilder full = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 0))
                .rep(Rep.of("max", 0))
                .escalation(Escalation.to(TEN, List.of(MAX)))
                .queue("waiting");

        assertThat(taker(routed(away, german(TEN)))).isEmpty();
        assertThat(taker(routed(full, german(TEN)))).isEmpty();
    }

    @Test
    @DisplayName("and waits in lines of its own from then on")
    void lines() {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 0))
                .rep(Rep.of("max", 0))
                .escalation(Escalation.to(TEN, List.of(MAX)))
                .backup("max")
                .queue("waiting");
        Decision.Queued before = (Decision.Queued) routed(plan, german(Duration.ZERO));
        Decision.Queued after = (Decision.Queued) routed(plan, german(TEN));

        assertThat(after.alike()).isNotEqualTo(before.alike());
    }

    @Test
    @DisplayName("reaches a backup, who gets nothing before")
    void backups() {
        PlanBuilder plan = plan().backup("max");
        LeadHistory american = Leads.lead("lead", "US");
        Router router = Router.of(plan.build(), AssignmentLedger.inMemory(), 7);

        assertThat(taker(router.route(RoutingRequest.of(american, Leads.NOW)))).isEmpty();
        assertThat(router.explain(RoutingRequest.of(american, Leads.NOW)).reps())
                .extracting(RepVerdict::toString)
                .contains("max fails active: max is a backup, to whom the lead does not escalate yet");
        assertThat(router.eligible(german(Duration.ZERO))).doesNotContain(MAX);
        assertThat(taker(router.route(german(TEN)))).contains(MAX);
        assertThat(router.eligible(german(TEN))).contains(MAX);
    }

    @Test
    @DisplayName("A backup keeps the own leads, is a substitute, and stands in when everybody is away")
    void backupsStandIn() {
        Instant now = Leads.NOW;
        PlanBuilder plan = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 9))
                .rep(Rep.of("max", 9))
                .backup("max")
                .queue("waiting");
        RepHours away =
                RepHours.ALWAYS.away(new OutOfOffice(now, now.plus(TEN), Optional.empty(), OutOfOffice.Kind.HARD));
        plan.availability().rep(new RepId("ann"), away.substitutedBy("max"));
        LeadHistory lead = Leads.lead("lead", "DE");

        assertThat(taker(routed(plan, RoutingRequest.of(lead, now)))).isEmpty();
        assertThat(taker(routed(plan, RoutingRequest.of(Leads.owned(lead, "max", 1), now))))
                .contains(MAX);
        assertThat(taker(routed(plan, RoutingRequest.of(Leads.owned(lead, "ann", 1), now))))
                .contains(MAX);
        plan.availability().whenAllAway(new WhenAllAway.FallbackRep(MAX));
        assertThat(taker(routed(plan, RoutingRequest.of(lead, now)))).contains(MAX);
        Router router = Router.of(plan.build(), AssignmentLedger.inMemory(), 7);
        assertThat(router.explain(RoutingRequest.of(lead, now)).reps())
                .extracting(RepVerdict::toString)
                .anyMatch(verdict -> verdict.startsWith("max passes"));
        assertThat(router.explain(RoutingRequest.of(Leads.owned(lead, "max", 1), now))
                        .reps())
                .extracting(RepVerdict::toString)
                .anyMatch(verdict -> verdict.startsWith("max passes"));
    }

    @Test
    @DisplayName("goes to nobody who is inactive, as a target or because everybody is away, and says nothing of it")
    void inactive() {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 9))
                .rep(Rep.of("max", 9).inactive())
                .escalation(Escalation.to(TEN, List.of(MAX)))
                .queue("waiting");
        plan.availability()
                .rep(
                        new RepId("ann"),
                        RepHours.ALWAYS.away(new OutOfOffice(
                                Leads.NOW, Leads.NOW.plus(TEN), Optional.empty(), OutOfOffice.Kind.HARD)))
                .whenAllAway(new WhenAllAway.FallbackRep(MAX));

        Decision late = routed(plan, german(TEN));

        assertThat(taker(late)).isEmpty();
        assertThat(late.trail().notes())
                .containsExactly("everybody who fits is away, and max, who stands in, cannot take it");
    }

    @Test
    @DisplayName("may have waited since before the calendar's first day")
    void longAgo() {
        PlanBuilder plan = plan().waitingHours("always");
        plan.availability().calendar("always", OpenHours.ALWAYS);
        RoutingRequest request = RoutingRequest.of(Leads.lead("lead", "DE"), Leads.NOW)
                .waitingSince(Instant.parse("1850-01-01T00:00:00Z"));

        assertThat(taker(routed(plan, request))).isPresent();
    }

    @Test
    @DisplayName("has waited the open time of the calendar that the plan names, for preferred skills and escalations")
    void waitingHours() {
        PlanBuilder plan = plan().waitingHours("office");
        plan.availability()
                .calendar(
                        "office",
                        WorkingHours.in("UTC")
                                .open(DayOfWeek.SUNDAY, "08:55-18:00")
                                .build());

        Decision.Queued early = (Decision.Queued) routed(plan, german(Duration.ofDays(1)));
        Decision late = routed(
                plan,
                RoutingRequest.of(Leads.lead("lead", "DE"), Leads.NOW.plus(Duration.ofMinutes(5)))
                        .waitingSince(Leads.NOW.minus(Duration.ofDays(1))));

        assertThat(Leads.NOW.toString()).as("a Sunday").isEqualTo("2026-03-01T09:00:00Z");
        assertThat(early.again()).contains(Leads.NOW.plus(Duration.ofMinutes(5)));
        assertThat(taker(late)).contains(MAX);
    }
}

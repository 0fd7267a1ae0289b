package dev.leadkit.routing.model;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.calendar.OpenHours;
import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.Territory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoutingPlanTest {

    private static PlanBuilder plan() {
        return RoutingPlan.builder(new ModelRef("inbound", "1")).queue("waiting");
    }

    private static List<String> faults(PlanBuilder plan) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, plan::build);
        assertThat(refusal).isNotNull();
        return refusal.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void stagesAndRankingNeedNotBeSaid() {
        assertThat(plan().rep(Rep.of("ann", 1)).build().stages()).containsExactly("owner", "capacity");

        RoutingPlan full = plan().territory("all", always())
                .requirement(always(), "german", 1)
                .rep(Rep.of("ann", 1).serving("all").skilled("german", 1))
                .build();
        assertThat(full.stages()).containsExactly("owner", "territory", "skills", "capacity");
        assertThat(full.ranking()).contains("fairShare");
    }

    @Test
    void theOrderOfRepsMakesNoDifferenceAndThatOfTerritoriesDoes() {
        Rep ann = Rep.of("ann", 1).serving("*");
        Rep bob = Rep.of("bob", 1).serving("*");
        PlanBuilder one = plan().territory("a", always())
                .territory("b", field(COUNTRY).isPresent())
                .rep(ann)
                .rep(bob);
        PlanBuilder other = plan().territory("a", always())
                .territory("b", field(COUNTRY).isPresent())
                .rep(bob)
                .rep(ann);
        PlanBuilder third = plan().territory("b", field(COUNTRY).isPresent())
                .territory("a", always())
                .rep(ann)
                .rep(bob);

        assertThat(one.build())
                .isEqualTo(other.build())
                .hasSameHashCodeAs(other.build())
                .isNotEqualTo(third.build());
        assertThat(other.build().reps()).containsExactly(ann, bob);
        assertThat(one.build().rep(new RepId("bob"))).contains(bob);
    }

    @Test
    void aPlanWithNobodyInItIsRefused() {
        assertThat(faults(plan()))
                .containsExactly(
                        "$.reps: must be at least one active rep, was nobody. Every lead would wait in the queue.");
        assertThat(faults(plan().rep(Rep.of("ann", 1).inactive())))
                .containsExactly(
                        "$.reps: must be at least one active rep, was 1 inactive. Every lead would wait in the queue.");
    }

    @Test
    void everyFaultIsFoundAtOnceWithItsPath() {
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("inbound", "1"))
                .territory("dach", field(COUNTRY).is("DE"))
                .territory("dach", field(COUNTRY).is("AT"))
                .requirement(always(), "germann", 3)
                .rep(Rep.of("ann", 1).serving("dahc").skilled("german", 3))
                .rep(Rep.of("ann", 1).serving("dach"))
                .at("$.sales.bob")
                .rep(Rep.of("bob", 1))
                .stages("territory", "territory", "skils")
                .ranking("fairshare")
                .queue(" ");

        assertThat(faults(plan))
                .containsExactlyInAnyOrder(
                        "$.territories[1].id: must be unique, was \"dach\". It is there already.",
                        "$.requirements[0].skill: must be a skill that some rep has, was \"germann\". Did you mean \"german\"?",
                        "$.reps[0].territories: must be territories of the plan, was \"dahc\". Did you mean \"dach\"?",
                        "$.reps[1].id: must be unique, was \"ann\". It is there already.",
                        "$.sales.bob.territories: must be at least one territory, was none."
                                + " Name the ones that bob serves, or \"*\" for everywhere.",
                        "$.stages[1]: must be unique, was \"territory\". It is there already.",
                        "$.stages[2]: must be a known name, was \"skils\". Did you mean \"skills\"?",
                        "$.stages: must be with \"capacity\" among them, was [territory, territory, skils]."
                                + " No rep is ever given more than the capacity.",
                        "$.stages: must be with \"skills\" among them, was [territory, territory, skils]."
                                + " The plan has requirements, which nothing would ask for.",
                        "$.ranking: must be a known name, was \"fairshare\". Did you mean \"fairShare\"?",
                        "$.queue: must be the name of a queue, was \" \". Leads that nobody can take wait there.");
    }

    @Test
    void stagesMustAskForWhatThePlanHas() {
        assertThat(faults(plan().territory("a", always())
                        .rep(Rep.of("ann", 1).serving("a"))
                        .stages("capacity")))
                .containsExactly("$.stages: must be with \"territory\" among them, was [capacity]."
                        + " The plan has territories, which nothing would ask for.");
        assertThat(faults(plan().rep(Rep.of("ann", 1).serving("*")).stages("territory", "capacity")))
                .containsExactly("$.territories: must be at least one territory, was none."
                        + " The plan has the stage \"territory\".");
    }

    @Test
    void aStrategyStandsAlone() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStrategy(
                "mine", (situation, active) -> new RoutingStrategy.Choice(List.of(), ""));
        PlanBuilder plan = plan().rep(Rep.of("ann", 1)).strategy("mine");
        assertThat(plan.build(registry).strategy()).contains("mine");
        assertThat(plan.build(registry).stages()).isEmpty();
        assertThat(plan.build(registry).ranking()).isEmpty();

        assertThat(plan.stages("capacity").faults(registry))
                .extracting(Fault::toString)
                .containsExactly(
                        "$.strategy: must be alone, was \"mine\". A strategy replaces both stages and ranking.");
        assertThat(plan().rep(Rep.of("ann", 1)).strategy("mime").faults(registry))
                .extracting(Fault::toString)
                .containsExactly("$.strategy: must be a known name, was \"mime\". Did you mean \"mine\"?");
    }

    @Test
    void aPlanHasABoundOnItsReps() {
        PlanBuilder plan = plan();
        IntStream.rangeClosed(0, RoutingPlan.MOST_REPS).forEach(i -> plan.rep(Rep.of("rep-" + i, 1)));

        assertThat(faults(plan)).containsExactly("$.reps: must be at most 10000 reps, was 10001");
    }

    @Test
    void aPlanMayHaveAsManyRepsAsTheBound() {
        PlanBuilder plan = plan();
        IntStream.range(0, RoutingPlan.MOST_REPS).forEach(i -> plan.rep(Rep.of("rep-" + i, 1)));

        assertThat(plan.faults(RoutingRegistry.EMPTY)).isEmpty();
        assertThat(plan.build()).hasToString("RoutingPlan[inbound/1, 10000 reps]");
    }

    @Test
    void whatHoursContradictIsAFaultOfThePlanAndHoursMustBeAskedFor() {
        PlanBuilder strange = plan().rep(Rep.of("ann", 1));
        strange.availability().rep(new RepId("eve"), RepHours.named("office"));
        assertThat(strange.faults(RoutingRegistry.EMPTY))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder("$.reps[0].hours", "$.reps[0].id");

        PlanBuilder unasked = plan().rep(Rep.of("ann", 1)).stages("owner", "capacity");
        unasked.availability().rep(new RepId("ann"), RepHours.own(OpenHours.NEVER));
        assertThat(faults(unasked))
                .containsExactly("$.stages: must be with \"available\" among them, was [owner, capacity]."
                        + " The plan has hours of reps, which nothing would ask for.");
    }

    @Test
    void escalationsComeOneAfterTheOtherAndWaiveStagesOfThePlan() {
        PlanBuilder plan = plan().rep(Rep.of("ann", 1))
                .escalation(new Escalation(Duration.ofMinutes(5), new TreeSet<>(), Optional.of("late")))
                .escalation(new Escalation(Duration.ofMinutes(5), new TreeSet<>(Set.of("owner")), Optional.empty()))
                .escalation(new Escalation(Duration.ofMinutes(6), new TreeSet<>(Set.of("skills")), Optional.empty()));

        assertThat(faults(plan))
                .containsExactly(
                        "$.escalations[1].after: must be longer than PT5M, was PT5M",
                        "$.escalations[2].waives: must be stages of the plan, was \"skills\"."
                                + " Known: capacity, owner.");
    }

    @Test
    void targetsBackupsAndWaitingHoursAreOfThePlan() {
        PlanBuilder plan = plan().rep(Rep.of("ann", 1))
                .rep(Rep.of("bob", 1))
                .escalation(Escalation.to(Duration.ofMinutes(5), List.of(new RepId("anne"))))
                .backup("bob", "cem", "bob")
                .waitingHours("ofice");
        plan.availability()
                .calendar("office", OpenHours.ALWAYS)
                .whenAllAway(new WhenAllAway.FallbackRep(new RepId("cem")));

        assertThat(faults(plan))
                .containsExactly(
                        "$.whenAllAway.rep: must be a rep of the plan, was \"cem\". Known: ann, bob.",
                        "$.escalations[0].to: must be reps of the plan, was \"anne\". Did you mean \"ann\"?",
                        "$.backups[0]: must be somebody whom an escalation names, was \"bob\"."
                                + " Name bob in \"to\", as a substitute or in \"whenAllAway\":"
                                + " a backup gets no leads otherwise.",
                        "$.backups[1]: must be a rep of the plan, was \"cem\". Known: ann, bob.",
                        "$.backups[2]: must be unique, was \"bob\". It is there already.",
                        "$.backups[2]: must be somebody whom an escalation names, was \"bob\"."
                                + " Name bob in \"to\", as a substitute or in \"whenAllAway\":"
                                + " a backup gets no leads otherwise.",
                        "$.waitingHours: must be the name of a calendar, was \"ofice\". Did you mean \"office\"?");
    }

    @Test
    void aPlanOfBackupsAloneIsRefused() {
        PlanBuilder plan = plan().rep(Rep.of("ann", 1))
                .backup("ann")
                .escalation(Escalation.to(Duration.ofMinutes(5), List.of(new RepId("ann"))));

        assertThat(faults(plan))
                .containsExactly("$.reps: must be at least one active rep, was 1, inactive or backups."
                        + " Every lead would wait in the queue.");
    }

    @Test
    void whereAPartStandsIsSaidOfThatPartAlone() {
        PlanBuilder plan = plan().at("$.here")
                .territory("a", always())
                .territory("a", field(COUNTRY).is("DE"))
                .at("$.there")
                .coverage(Criteria.any())
                .at("$.parts[7]")
                .requirement(always(), "dutch", 1)
                .requirement(always(), "dutch", 1)
                .rep(Rep.of("ann", 1).serving("a"));

        assertThat(plan.faults(RoutingRegistry.EMPTY))
                .extracting(Fault::path)
                .containsExactly("$.territories[1].id", "$.there", "$.parts[7].skill", "$.requirements[1].skill");
    }

    @Test
    void timeThatARepMustBeThereIsInWholeSeconds() {
        assertThat(plan().rep(Rep.of("ann", 1))
                        .openTime(Duration.ofSeconds(1))
                        .build()
                        .openTime())
                .isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(() -> plan().openTime(Duration.ofMillis(1_500)))
                .hasMessage("open time must be zero or more whole seconds, was PT1.5S");
        assertThatThrownBy(() -> plan().openTime(Duration.ofSeconds(-1)))
                .hasMessage("open time must be zero or more whole seconds, was PT-1S");
    }

    @Test
    void aSituationKnowsTheLeadTheLoadsAndTheLots() {
        Facts facts = Facts.of(
                Lead.builder(new LeadId("L-1")).set(COUNTRY, "DE").build(), Instant.parse("2026-03-01T09:00:00Z"));
        Situation situation = new Situation(facts, 7, rep -> rep.value().length(), problem -> {});
        Eligibility same = Eligibility.of((asked, rep) ->
                asked == situation && rep.id().value().equals("ann") ? Verdict.pass() : Verdict.refuse("no"));

        assertThat(situation.facts()).isSameAs(facts);
        assertThat(situation.holds(field(COUNTRY).is("DE"))).isTrue();
        assertThat(situation.holds(field(COUNTRY).is("AT"))).isFalse();
        assertThat(situation.open(new RepId("ann"))).isEqualTo(3);
        assertThat(situation.draw(new RepId("ann"))).isEqualTo(Draw.of(Draw.of(7, "L-1"), "ann"));
        assertThat(same.about(situation).test(Rep.of("ann", 1)).passes()).isTrue();
        assertThat(same.about(situation).test(Rep.of("bob", 1)).passes()).isFalse();
    }

    @Test
    void aRepKeepsToItsBounds() {
        assertThatThrownBy(() -> Rep.of("ann", -1)).hasMessage("capacity must be from 0 to 1000000, was -1");
        assertThatThrownBy(() -> Rep.of("ann", 1).weighing(0)).hasMessage("weight must be from 1 to 10000, was 0");
        assertThatThrownBy(() -> Rep.of("ann", 1).skilled("german", 11))
                .hasMessage("level of german must be from 1 to 10, was 11");
        assertThatThrownBy(() -> Rep.of("ann", 1).skilled(" ", 1)).hasMessage("skill must be a text, was blank");
        assertThatThrownBy(() -> Rep.of("ann", 1).serving("")).hasMessage("territory must be a text, was blank");
        assertThatThrownBy(() -> Territory.of("*", always())).hasMessageContaining("other than \"*\"");
        assertThatThrownBy(() -> new Requirement(always(), "", 1)).hasMessage("skill must be a text, was blank");
        assertThatThrownBy(() -> new Requirement(always(), "german", 0))
                .hasMessage("level must be from 1 to 10, was 0");
    }

    @Test
    void aRegistryRefusesNamesThatAreTaken() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("mine", situation -> rep -> Verdict.pass());

        assertThatThrownBy(() -> registry.withStage("mine", situation -> rep -> Verdict.pass()))
                .hasMessage("name must be a new text, was \"mine\"");
        assertThatThrownBy(() -> registry.withStage("capacity", situation -> rep -> Verdict.pass()))
                .hasMessage("name must be a new text, was \"capacity\"");
        assertThatThrownBy(() -> registry.withRanking(" ", eligible -> null))
                .hasMessage("name must be a new text, was \" \"");
    }
}

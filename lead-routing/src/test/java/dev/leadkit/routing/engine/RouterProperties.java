package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.decision.StageCount;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RouterProperties {

    private static final List<String> STAGES = List.of("active", "owner", "territory", "skills", "capacity");

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whoGetsALeadFitsAndALeadWaitsOnlyIfNobodyFits(@ForAll("worlds") World world) {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        int assigned = 0;
        int queued = 0;
        for (int i = 0; i < world.arrivals().size(); i++) {
            World.Arrival arrival = world.arrivals().get(i);
            List<RepId> fitting = world.reps().stream()
                    .filter(rep -> world.fits(rep, arrival, ledger))
                    .map(Rep::id)
                    .toList();
            Decision decision = router.route(world.lead(i), Leads.NOW);
            if (decision instanceof Decision.Assigned taken) {
                assigned++;
                assertThat(fitting).contains(taken.rep());
                assertThat(ledger.find(taken.lead()).orElseThrow().rep()).isEqualTo(taken.rep());
                if (arrival.done()) {
                    router.release(taken.lead(), taken.token());
                }
            } else {
                queued++;
                assertThat(fitting).isEmpty();
                assertThat(ledger.find(decision.lead())).isEmpty();
            }
            assertThat(decision.trail().stages())
                    .extracting(StageCount::left)
                    .isSortedAccordingTo(Collections.reverseOrder());
            assertThat(world.reps()).allMatch(rep -> World.standing(rep, ledger).open() <= rep.capacity());
        }
        assertThat(assigned + queued).isEqualTo(world.arrivals().size());
        assertThat(world.standings(ledger).stream().mapToLong(Standing::lag).sum())
                .isZero();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anOwnerWhoFitsKeepsTheLead(@ForAll("worlds") World world) {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            World.Arrival arrival = world.arrivals().get(i);
            boolean keeps = arrival.owner() < world.reps().size()
                    && world.fits(world.reps().get(arrival.owner()), arrival, ledger);
            List<Standing> before = world.standings(ledger);
            Decision decision = router.route(world.lead(i), Leads.NOW);
            if (keeps) {
                assertThat(((Decision.Assigned) decision).rep()).isEqualTo(new RepId("rep-" + arrival.owner()));
                assertThat(world.standings(ledger)).extracting(Standing::lag).isEqualTo(lags(before));
            } else if (arrival.owner() < world.reps().size()) {
                assertThat(decision.trail().notes())
                        .anyMatch(note -> note.startsWith("its owner rep-" + arrival.owner()));
            }
        }
    }

    private static List<Long> lags(List<Standing> standings) {
        return standings.stream().map(Standing::lag).toList();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theSameWorldGivesTheSameDecisionsInAnyOrderOfReps(@ForAll("worlds") World world, @ForAll Random random) {
        List<Rep> shuffled = new ArrayList<>(world.reps());
        Collections.shuffle(shuffled, random);
        AssignmentLedger one = AssignmentLedger.inMemory();
        AssignmentLedger other = AssignmentLedger.inMemory();

        assertThat(world.route(world.plan(shuffled), other)).isEqualTo(world.route(world.plan(world.reps()), one));
        assertThat(world.standings(other)).isEqualTo(world.standings(one));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aRepWhoIsNeverEligibleChangesNothing(@ForAll("worlds") World world) {
        List<Rep> more = new ArrayList<>(world.reps());
        more.add(Rep.of("aaa-inactive", 9).serving("*").skilled("german", 9).inactive());
        // abroad nobody asks for A; who asks for B asks for a skill
        more.add(Rep.of("mmm-foreign", 9).serving("b").weighing(50));
        more.add(Rep.of("zzz-full", 0).serving("*").skilled("german", 9).weighing(100));
        AssignmentLedger one = AssignmentLedger.inMemory();
        AssignmentLedger other = AssignmentLedger.inMemory();

        List<Decision> plain = world.route(world.plan(world.reps()), one);
        List<Decision> crowded = world.route(world.plan(more), other);

        assertThat(crowded)
                .extracting(RouterProperties::essence)
                .isEqualTo(plain.stream().map(RouterProperties::essence).toList());
        assertThat(world.standings(other)).isEqualTo(world.standings(one));
        assertThat(World.standing(more.get(more.size() - 1), other)).isEqualTo(Standing.NEW);
        assertThat(World.standing(more.get(more.size() - 2), other)).isEqualTo(Standing.NEW);
        assertThat(World.standing(more.get(more.size() - 3), other)).isEqualTo(Standing.NEW);
    }

    private static List<Object> essence(Decision decision) {
        return decision instanceof Decision.Assigned assigned
                ? List.of(assigned.rep(), assigned.token(), assigned.comparison())
                : List.of("queued", ((Decision.Queued) decision).obstacle());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anExplanationWritesNothingAndSaysWhatRoutingWillDo(@ForAll("worlds") World world) {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            List<Standing> before = world.standings(ledger);
            Explanation explanation = router.explain(world.lead(i), Leads.NOW);
            assertThat(world.standings(ledger)).isEqualTo(before);
            assertThat(ledger.find(explanation.lead())).isEmpty();

            Decision decision = router.route(world.lead(i), Leads.NOW);

            assertThat(explanation.reason()).isEqualTo(decision.reason());
            assertThat(explanation.trail()).isEqualTo(decision.trail());
            assertThat(explanation.taker())
                    .isEqualTo(
                            decision instanceof Decision.Assigned assigned
                                    ? Optional.of(assigned.rep())
                                    : Optional.empty());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theReasonOfARefusalIsTrueAndMendingItLetsTheRepPassThatStage(@ForAll("worlds") World world) {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            LeadHistory lead = world.lead(i);
            Explanation explanation = router.explain(lead, Leads.NOW);
            assertThat(explanation.reps())
                    .extracting(RepVerdict::rep)
                    .containsExactlyElementsOf(
                            world.reps().stream().map(Rep::id).toList());
            for (RepVerdict verdict : explanation.reps()) {
                verdict.failed().ifPresent(stage -> mend(world, ledger, lead, verdict.rep(), stage));
            }
            router.route(lead, Leads.NOW);
        }
    }

    private static void mend(World world, AssignmentLedger ledger, LeadHistory lead, RepId id, String stage) {
        List<Rep> reps = world.reps().stream()
                .map(rep -> rep.id().equals(id) ? mended(rep, stage) : rep)
                .toList();
        boolean owners = stage.equals("owner");
        LeadHistory asked = owners
                ? Leads.lead(
                        lead.id().value(),
                        lead.lead().get(StandardFields.COUNTRY).orElseThrow())
                : lead;
        RoutingPlan plan = world.plan(reps);
        RepVerdict after = Router.of(plan, ledger, world.seed()).explain(asked, Leads.NOW).reps().stream()
                .filter(verdict -> verdict.rep().equals(id))
                .findFirst()
                .orElseThrow();
        int reached = after.failed().map(STAGES::indexOf).orElse(STAGES.size());
        assertThat(reached).as("%s of %s", stage, id).isGreaterThan(STAGES.indexOf(stage));
    }

    private static Rep mended(Rep rep, String stage) {
        return switch (stage) {
            case "active" -> new Rep(rep.id(), rep.territories(), rep.skills(), rep.capacity(), rep.weight(), true);
            case "territory" -> rep.serving("*");
            case "skills" -> rep.skilled("german", 10);
            case "capacity" -> new Rep(rep.id(), rep.territories(), rep.skills(), 1_000, rep.weight(), true);
            default -> rep;
        };
    }
}

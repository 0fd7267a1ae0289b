package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a verdict says would have to be otherwise is enough for that stage, and less is not. */
final class RemedyProperties {

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    /** One lead and one rep whom the verdict is about. */
    private record Case(World world, AssignmentLedger ledger, LeadHistory lead, RepVerdict verdict) {

        Optional<String> failedIf(UnaryOperator<Rep> change) {
            List<Rep> reps = world.reps().stream()
                    .map(rep -> rep.id().equals(verdict.rep()) ? change.apply(rep) : rep)
                    .toList();
            return Router.of(world.plan(reps), ledger, world.seed()).explain(lead, Leads.NOW).reps().stream()
                    .filter(each -> each.rep().equals(verdict.rep()))
                    .findFirst()
                    .orElseThrow()
                    .failed();
        }

        void check() {
            Remedy remedy = verdict.remedy().orElseThrow();
            Optional<String> failed = verdict.failed();
            assertThat(verdict.reason()).isEqualTo(remedy.words(verdict.rep()));
            if (remedy instanceof Remedy.Room room) {
                int missing = Math.toIntExact(room.missing());
                assertThat(missing).isPositive();
                assertThat(failedIf(rep -> withCapacity(rep, rep.capacity() + missing)))
                        .isNotEqualTo(failed);
                assertThat(failedIf(rep -> withCapacity(rep, rep.capacity() + missing - 1)))
                        .isEqualTo(failed);
            } else if (remedy instanceof Remedy.Skills skills) {
                assertThat(failedIf(rep -> skilled(rep, skills, 0))).isNotEqualTo(failed);
                assertThat(failedIf(rep -> skilled(rep, skills, 1))).isEqualTo(failed);
            } else if (remedy instanceof Remedy.Territory territory) {
                assertThat(failedIf(rep -> rep.serving(territory.territory().orElse(Rep.EVERYWHERE))))
                        .isNotEqualTo(failed);
            } else if (remedy instanceof Remedy.Leaving leaving) {
                assertThat(failed).contains(leaving.relation());
                assertThat(lead.lead().owner()).contains(leaving.keeper());
            } else {
                assertThat(failed).contains("active");
            }
        }
    }

    private static Rep withCapacity(Rep rep, int capacity) {
        return new Rep(rep.id(), rep.territories(), rep.skills(), capacity, rep.weight(), rep.active());
    }

    private static Rep skilled(Rep rep, Remedy.Skills skills, int less) {
        Rep made = rep;
        for (Remedy.Skills.Lacking each : skills.lacking()) {
            assertThat(each.level()).isEqualTo(rep.level(each.skill())).isLessThan(each.required());
            made = each.required() > less ? made.skilled(each.skill(), each.required() - less) : made;
        }
        return made;
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatWouldHaveToBeOtherwiseIsEnoughAndLessIsNot(@ForAll("worlds") World world) {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            LeadHistory lead = world.lead(i);
            for (RepVerdict verdict : router.explain(lead, Leads.NOW).reps()) {
                assertThat(verdict.remedy().isPresent())
                        .isEqualTo(verdict.failed().isPresent());
                if (verdict.failed().isPresent()) {
                    new Case(world, ledger, lead, verdict).check();
                }
            }
            router.route(lead, Leads.NOW);
        }
    }
}

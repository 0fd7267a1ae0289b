package dev.leadkit.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison.Figures;
import dev.leadkit.routing.decision.Comparison.How;
import dev.leadkit.routing.decision.Remedy.Skills.Lacking;
import dev.leadkit.routing.workload.FieldRanking.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision")
final class DecisionWordsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ModelRef PLAN = new ModelRef("inbound", "7");
    private static final LeadId LEAD = new LeadId("L-1");
    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    private static Trail trail(String... notes) {
        return Trail.of(PLAN, 7, NOON, List.of(notes));
    }

    private static Comparison compared(How how, String ranking, Figure ann, Figure bob) {
        return new Comparison(how, ANN, Optional.of(BOB), Optional.of(new Figures(ann, bob)), ranking);
    }

    @Test
    @DisplayName("tells the reason, then how the stages narrowed, then what else was noted")
    void reason() {
        Trail counted = trail().counting(List.of("pool", "active", "capacity"), 9, 8);
        Trail noted = trail("one", "two").counting(List.of("pool"), 9);

        assertThat(counted.stages()).containsExactly(new StageCount("pool", 9), new StageCount("active", 8));
        assertThat(counted.funnel()).isEqualTo("pool 9 -> active 8");
        assertThat(new Decision.Assigned(LEAD, ANN, 3, Comparison.only(ANN), trail()).reason())
                .isEqualTo("ann is the only one who can");
        assertThat(new Decision.Assigned(LEAD, ANN, 3, Comparison.only(ANN), counted).reason())
                .isEqualTo("ann is the only one who can (pool 9 -> active 8)");
        assertThat(new Decision.Queued(LEAD, "waiting", "nobody", Optional.empty(), "", noted).reason())
                .isEqualTo("nobody (pool 9); one; two");
        assertThat(new Decision.Queued(LEAD, "waiting", "nobody", Optional.empty(), "", trail("one")).reason())
                .isEqualTo("nobody; one");
        assertThat(Explanation.of(LEAD, Optional.empty(), "nobody", List.of(), trail("one"))
                        .reason())
                .isEqualTo("nobody; one");
        assertThat(noted.notes()).containsExactly("one", "two");
        assertThat(counted).hasToString("inbound/7 at 2026-03-01T12:00:00Z (pool 9 -> active 8)");
    }

    @Test
    @DisplayName("is a placement for the lead's record")
    void placement() {
        Decision assigned = new Decision.Assigned(LEAD, ANN, 3, Comparison.only(ANN), trail("late"));
        Decision queued = new Decision.Queued(LEAD, "waiting", "nobody", Optional.empty(), "", trail("late"));

        assertThat(assigned.placement().toString())
                .contains("ann", "3", "inbound", "ann is the only one who can; late");
        assertThat(queued.placement().toString()).contains("waiting", "inbound", "nobody; late");
    }

    @Test
    @DisplayName("has a trail that is equal by all that it says, and by the stages that were counted only")
    void equal() {
        List<String> stages = List.of("pool", "active", "capacity");
        Trail trail = trail("one").counting(stages, 9, 8);

        assertThat(trail)
                .isEqualTo(trail("one").counting(List.of("pool", "active"), 9, 8))
                .hasSameHashCodeAs(trail("one").counting(List.of("pool", "active", "other"), 9, 8))
                .isNotEqualTo(trail("one").counting(stages, 9, 7))
                .isNotEqualTo(trail("one").counting(stages, 9))
                .isNotEqualTo(trail("one").counting(List.of("pool", "owner"), 9, 8))
                .isNotEqualTo(trail("two").counting(stages, 9, 8))
                .isNotEqualTo(Trail.of(PLAN, 8, NOON, List.of("one")).counting(stages, 9, 8))
                .isNotEqualTo(
                        Trail.of(PLAN, 7, NOON.plusNanos(1), List.of("one")).counting(stages, 9, 8))
                .isNotEqualTo(Trail.of(new ModelRef("inbound", "8"), 7, NOON, List.of("one"))
                        .counting(stages, 9, 8))
                .isNotEqualTo("inbound/7");
        assertThat(trail.hashCode())
                .isNotEqualTo(trail("two").counting(stages, 9, 8).hashCode());
        assertThat(trail.plan()).isEqualTo(PLAN);
        assertThat(trail.seed()).isEqualTo(7);
        assertThat(trail.at()).isEqualTo(NOON);
        assertThatThrownBy(() -> trail("one").counting(List.of("pool"), 9, 8))
                .hasMessage("counts must be at most 1, were 2");
        assertThat(trail().counting(List.of("pool"), 9).stages()).hasSize(1);
    }

    @Test
    @DisplayName("says why the winner was taken")
    void comparison() {
        assertThat(Comparison.only(ANN)).hasToString("ann is the only one who can");
        assertThat(Comparison.next(ANN, BOB).words()).isEqualTo("ann was next after bob, who filled up meanwhile");
        assertThat(Comparison.kept(ANN, 12).words()).isEqualTo("ann keeps the place that the lead has, token 12");
        assertThat(new Comparison(How.TOLD, ANN, Optional.empty(), Optional.empty(), "said so").words())
                .isEqualTo("said so");
        assertThat(compared(How.BETTER, "leastLoaded", new Figure(1, 0, 0), new Figure(2, 0, 0))
                        .words())
                .isEqualTo("least loaded: ann has 1 open lead, bob has 2 open leads");
        assertThat(compared(How.DRAWN, "leastLoaded", new Figure(2, 0, 0), new Figure(2, 0, 0))
                        .words())
                .isEqualTo("least loaded: ann has 2 open leads, bob has 2 open leads; level, the draw decides");
    }

    @Test
    @DisplayName("says what keeps a rep from a lead, and how far")
    void remedies() {
        assertThat(new Remedy.Room("lead", 1, 1, 1).words(ANN)).isEqualTo("ann has 1 open lead, the capacity is 1");
        assertThat(new Remedy.Room("lead", 2, 2, 1).words(ANN)).isEqualTo("ann has 2 open leads, the capacity is 2");
        assertThat(new Remedy.Room("demo", 4, 5, 3).words(ANN))
                .isEqualTo("ann has 4 units of demo, the capacity is 5, the lead is 3");
        assertThat(new Remedy.Room("demo", 4, 5, 3).missing()).isEqualTo(2);
        assertThat(new Remedy.Room("lead", Integer.MAX_VALUE, 0, Integer.MAX_VALUE).missing())
                .isEqualTo(4_294_967_294L);
        assertThat(new Remedy.Presence(Optional.of(NOON)).words(ANN))
                .isEqualTo("ann is away until 2026-03-01T12:00:00Z");
        assertThat(new Remedy.Presence(Optional.empty()).words(ANN)).isEqualTo("ann is away");
        assertThat(new Remedy.Skills(List.of(new Lacking("german", 3, 0), new Lacking("dutch", 2, 1))).words(ANN))
                .isEqualTo("german at level 3 is required, ann has none; dutch at level 2 is required, ann has 1");
        assertThat(new Remedy.Territory(Optional.of("dach"), new TreeSet<>(Set.of("spain", "france"))).words(ANN))
                .isEqualTo("the lead is in dach, ann serves france, spain");
        assertThat(new Remedy.Territory(Optional.empty(), new TreeSet<>()).words(ANN))
                .isEqualTo("the lead is in no territory, ann serves none");
        assertThat(new Remedy.Leaving(BOB, "owner").words(ANN)).isEqualTo("the lead stays with its owner bob");
        assertThat(new Remedy.Said("too far").words(ANN)).isEqualTo("too far");
    }

    @Test
    @DisplayName("tells of each rep whether it passes, and a stage only with what would help")
    void verdicts() {
        assertThat(RepVerdict.passes(ANN, "first in order")).hasToString("ann passes: first in order");
        RepVerdict fails = RepVerdict.fails(ANN, "vip", new Remedy.Said("no vip"));
        assertThat(fails).hasToString("ann fails vip: no vip");
        assertThat(fails.remedy()).contains(new Remedy.Said("no vip"));
        assertThatThrownBy(() -> new RepVerdict(ANN, Optional.of("vip"), Optional.empty(), ""))
                .hasMessage("remedy must be there if a stage is failed and only then, was Optional.empty");
        assertThatThrownBy(() -> new RepVerdict(ANN, Optional.empty(), Optional.of(new Remedy.Said("x")), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

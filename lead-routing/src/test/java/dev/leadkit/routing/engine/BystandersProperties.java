package dev.leadkit.routing.engine;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reps who could take every lead if they were there or had room, and who so change nothing for the others. */
final class BystandersProperties {

    private static final int ROOM = 2;
    private static final List<RepId> BYSTANDERS = List.of(
            new RepId("aaa-away"), new RepId("rep-0-closed"), new RepId("rep-1-full"), new RepId("zzz-without-room"));

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    private static Rep able(String name, int capacity) {
        return Rep.of(name, capacity).serving("*").skilled("german", 9).weighing(50);
    }

    /** One is first in the plan, one last and two are between; it is a Sunday. */
    private static void addBystanders(PlanBuilder plan) {
        plan.rep(able("aaa-away", 9)).rep(able("rep-0-closed", 9)).rep(able("rep-1-full", ROOM));
        plan.rep(able("zzz-without-room", 0));
        OutOfOffice today = new OutOfOffice(
                Leads.NOW, Leads.NOW.plus(Duration.ofHours(1)), Optional.empty(), OutOfOffice.Kind.HARD);
        plan.availability()
                .calendar(
                        "week",
                        WorkingHours.in("UTC")
                                .open(MONDAY, FRIDAY, "00:00-24:00")
                                .build())
                .rep(new RepId("aaa-away"), RepHours.ALWAYS.away(today))
                .rep(new RepId("rep-0-closed"), RepHours.named("week"));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whoIsAwayClosedFullOrWithoutRoomChangesNoDecisionAndNobodysLag(
            @ForAll("worlds") World any, @ForAll Random random) {
        String ranking =
                BuiltIn.rankings().get(random.nextInt(BuiltIn.rankings().size()));
        World world = new World(any.reps(), any.arrivals(), ranking, any.seed());
        PlanBuilder crowded = world.parts(world.reps());
        addBystanders(crowded);
        AssignmentLedger one = filled();
        AssignmentLedger other = filled();

        List<Decision> alone = world.route(world.plan(world.reps()), one);
        List<Decision> among = world.route(crowded.build(), other);

        assertThat(among.stream().map(BystandersProperties::essence).toList())
                .isEqualTo(alone.stream().map(BystandersProperties::essence).toList());
        assertThat(world.standings(other)).isEqualTo(world.standings(one));
        assertThat(other.standings("world", BYSTANDERS))
                .containsExactly(Standing.NEW, Standing.NEW, new Standing(ROOM, 0), Standing.NEW);
    }

    /** The full one got what he has long before. */
    private static AssignmentLedger filled() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        for (int i = 0; i < ROOM; i++) {
            LeadId lead = new LeadId("old-" + i);
            ledger.reserve(new Reservation(lead, "old", 0, List.of(new Bid(BYSTANDERS.get(2), ROOM)), List.of()));
        }
        return ledger;
    }

    /** Of a lead that waits only where: that somebody could take it who is away is told, and is true. */
    private static List<Object> essence(Decision decision) {
        return decision instanceof Decision.Assigned assigned
                ? List.of(assigned.rep(), assigned.token(), assigned.comparison())
                : List.of(((Decision.Queued) decision).queue());
    }
}

package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Ranking;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a ledger that has to be asked, as one on a database, is asked for a decision. */
final class StandingsReadProperties {

    /** Remembers who was read, question by question; breaks if it is told to. */
    private static final class Asked extends ForwardingLedger {

        private final List<List<String>> questions = new ArrayList<>();
        private @Nullable Throwable failure;
        private int working;
        private Runnable meanwhile = () -> {};
        private int refusals;

        Asked(AssignmentLedger ledger) {
            super(ledger);
        }

        @Override
        public List<Standing> standings(String pool, String kind, List<RepId> reps) {
            if (failure != null && working-- <= 0) {
                Asked.<RuntimeException>throwUndeclared(failure);
            }
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            questions.add(reps.stream().map(RepId::value).toList());
            return super.standings(pool, kind, reps);
        }

        @Override
        public ReserveResult reserve(Reservation asked) {
            return refusals-- > 0 ? new ReserveResult.Full() : super.reserve(asked);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void throwUndeclared(Throwable thrown) throws E {
            throw (E) thrown;
        }

        List<List<String>> taken() {
            List<List<String>> taken = List.copyOf(questions);
            questions.clear();
            return taken;
        }
    }

    private final Asked ledger = new Asked(AssignmentLedger.inMemory());

    @Property(tries = 300)
    void decisionsAndExplanationsAreThoseOfALedgerThatAlwaysTellsTheLatest(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        Asked asked = new Asked(AssignmentLedger.inMemory());
        Router reading = Router.of(world.plan, asked, seed);
        Router live = Router.of(world.plan, AssignmentLedger.inMemory(), seed);
        for (int i = 0; i < 30; i++) {
            RoutingRequest request = world.request(i);
            assertThat(reading.explain(request)).isEqualTo(live.explain(request));
            asked.taken();

            Decision decision = reading.route(request);

            assertThat(decision).isEqualTo(live.route(request));
            List<String> read = asked.taken().stream().flatMap(List::stream).toList();
            assertThat(new HashSet<>(read)).as("each is read once").hasSameSizeAs(read);
        }
    }

    /** Two territories of two, and one rep who is inactive. */
    private static PlanBuilder plan() {
        return RoutingPlan.builder(new ModelRef("inbound", "1"))
                .queue("waiting")
                .territory("de", field(COUNTRY).in("DE"))
                .territory("fr", field(COUNTRY).in("FR"))
                .rep(Rep.of("ann", 9).serving("de"))
                .rep(Rep.of("bob", 9).serving("de"))
                .rep(Rep.of("cleo", 9).serving("fr"))
                .rep(Rep.of("dan", 9).serving("fr"))
                .rep(Rep.of("eve", 9).serving("fr").inactive());
    }

    private static LeadHistory lead(String id) {
        return Leads.lead(id, "DE");
    }

    @Test
    @DisplayName(
            "those whom the stages before left are read in one question, for room and ranking; each decision asks anew")
    void onlyThoseLeft() {
        Router router =
                Router.of(plan().stages("owner", "territory", "capacity").build(), ledger, 7);

        router.route(lead("one"), Leads.NOW);
        router.route(lead("two"), Leads.NOW);

        assertThat(ledger.taken()).containsExactly(List.of("ann", "bob"), List.of("ann", "bob"));
    }

    @Test
    @DisplayName("who keeps the lead is read alone")
    void keeper() {
        RoutingPlan plan = plan().stages("owner", "capacity", "territory").build();

        Router.of(plan, ledger, 7).route(Leads.owned(lead("two"), "bob", 1), Leads.NOW);

        assertThat(ledger.taken()).containsExactly(List.of("bob"));
    }

    @Test
    @DisplayName("who decides again because others were quicker reads again")
    void again() {
        ledger.refusals = 1;

        Decision decision = Router.of(plan().stages("territory", "capacity").build(), ledger, 7)
                .route(lead("one"), Leads.NOW);

        assertThat(decision).isInstanceOf(Decision.Assigned.class);
        assertThat(ledger.taken()).containsExactly(List.of("ann", "bob"), List.of("ann", "bob"));
    }

    @Test
    @DisplayName("an explanation reads the others in one more question")
    void explanation() {
        Router router = Router.of(plan().stages("territory", "capacity").build(), ledger, 7);

        assertThat(router.explain(lead("one"), Leads.NOW).reps())
                .extracting(RepVerdict::rep)
                .hasSize(5);

        assertThat(ledger.taken()).containsExactly(List.of("ann", "bob"), List.of("cleo", "dan", "eve"));
    }

    @Test
    @DisplayName("a host's ranking is told of those who are left, read in one question")
    void hostRanking() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withRanking(
                "emptiest", Ranking.by(Comparator.comparingInt(Candidate::open), (winner, next) -> "has fewest"));
        RoutingPlan plan =
                plan().stages("territory", "capacity").ranking("emptiest").build(registry);

        Router.of(plan, registry, ledger, 7).route(lead("one"), Leads.NOW);

        assertThat(ledger.taken()).containsExactly(List.of("ann", "bob"));
    }

    @Test
    @DisplayName("a host's ranking is told what each has and lags")
    void candidates() {
        List<Candidate> told = new ArrayList<>();
        Ranking order = Ranking.by(Comparator.comparing(each -> each.rep().id()), (winner, next) -> "is first");
        RoutingRegistry registry = RoutingRegistry.EMPTY.withRanking("first", eligible -> {
            told.addAll(eligible);
            return order.among(eligible);
        });
        PlanBuilder plan = plan().stages("territory", "capacity");
        Router.of(plan.build(), ledger, 7).route(lead("one"), Leads.NOW);

        Router.of(plan.ranking("first").build(registry), registry, ledger, 7).route(lead("two"), Leads.NOW);

        List<Standing> standings = ledger.standings("inbound", List.of(new RepId("ann"), new RepId("bob")));
        assertThat(told)
                .extracting(Candidate::lag)
                .containsExactly(standings.get(0).lag(), standings.get(1).lag());
        assertThat(told).extracting(Candidate::lag).doesNotContain(0L);
        assertThat(told).extracting(Candidate::open).containsExactlyInAnyOrder(0, 1);
    }

    private static final RoutingRegistry CURIOUS = RoutingRegistry.EMPTY.withStage(
            "idle",
            Eligibility.of((situation, rep) -> situation.open(rep.id()) + situation.open(new RepId("nobody")) == 0
                    ? Verdict.pass()
                    : Verdict.refuse("busy")));

    @Test
    @DisplayName("a host's stage that asks for one is likely to ask for more: all are read in one question")
    void hostStage() {
        RoutingPlan plan = plan().stages("territory", "idle", "capacity").build(CURIOUS);

        Router.of(plan, CURIOUS, ledger, 7).route(lead("one"), Leads.NOW);

        assertThat(ledger.taken()).containsExactly(List.of("ann", "bob", "cleo", "dan", "eve"));
    }

    @Test
    @DisplayName(
            "what the ledger throws while a host's stage asks is thrown on at once as it is, and the next lead is routed as ever")
    void ledgerFails() {
        RoutingPlan plan = plan().stages("territory", "idle", "capacity").build(CURIOUS);
        Router router = Router.of(plan, CURIOUS, ledger, 7);
        for (Throwable failure : List.of(
                new IllegalStateException("gone"),
                new SQLException("gone"),
                new AssertionError("gone"),
                new LinkageError("gone"),
                new StackOverflowError("gone"))) {
            ledger.failure = failure;

            assertThatThrownBy(() -> router.route(lead("one"), Leads.NOW)).isSameAs(failure);
            assertThatThrownBy(() -> router.explain(lead("one"), Leads.NOW)).isSameAs(failure);
            assertThatThrownBy(() -> router.eligible(RoutingRequest.of(lead("one"), Leads.NOW)))
                    .isSameAs(failure);
        }

        ledger.failure = null;
        assertThat(router.route(lead("one"), Leads.NOW)).isInstanceOf(Decision.Assigned.class);
    }

    @Test
    @DisplayName("also where a stage is asked only to tell who could take the lead if there were room")
    void ledgerFailsLate() {
        Router router = Router.of(curiousLater(), CURIOUS, ledger, 7);
        RoutingRequest request = RoutingRequest.of(lead("one"), Leads.NOW);
        assertThat(router.eligible(request)).containsExactly(new RepId("ann"));
        ledger.failure = new IllegalStateException("gone");
        ledger.working = 1;

        assertThatThrownBy(() -> router.eligible(request)).isSameAs(ledger.failure);
    }

    /** Who is left by the territory is full, and all the others are asked for afterwards. */
    private static RoutingPlan curiousLater() {
        return RoutingPlan.builder("inbound", "1")
                .queue("waiting")
                .territory("de", field(COUNTRY).in("DE"))
                .territory("fr", field(COUNTRY).in("FR"))
                .rep(Rep.of("ann", 0).serving("de"))
                .rep(Rep.of("bob", 9).serving("fr"))
                .stages("territory", "capacity", "idle")
                .build(CURIOUS);
    }

    @Test
    @DisplayName("a host's stage may ask in several threads: one waits until the other has read")
    void parallel() throws InterruptedException {
        List<Thread> others = new ArrayList<>();
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("counting", situation -> {
            ledger.meanwhile = () -> {
                Thread other = new Thread(() -> situation.open(new RepId("bob")));
                others.add(other);
                other.start();
                while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
                    Thread.onSpinWait();
                }
            };
            int open = situation.open(new RepId("ann"));
            return rep -> open == 0 ? Verdict.pass() : Verdict.refuse("busy");
        });
        RoutingPlan plan = plan().stages("counting", "territory", "capacity").build(registry);

        Router.of(plan, registry, ledger, 7).route(lead("one"), Leads.NOW);

        others.get(0).join();
        assertThat(ledger.taken()).as("questions").hasSize(1);
    }

    @Test
    @DisplayName("an explanation looks away from the lead's own place, the next one does not")
    void ownPlace() {
        Router router = Router.of(
                RoutingPlan.builder("inbound", "1")
                        .queue("waiting")
                        .rep(Rep.of("ann", 1))
                        .build(),
                ledger,
                7);
        router.route(lead("one"), Leads.NOW);

        assertThat(router.explain(lead("one"), Leads.NOW).reps())
                .allMatch(rep -> rep.failed().isEmpty());
        assertThat(router.explain(lead("two"), Leads.NOW).reps())
                .allMatch(rep -> rep.failed().equals(Optional.of("capacity")));
    }
}

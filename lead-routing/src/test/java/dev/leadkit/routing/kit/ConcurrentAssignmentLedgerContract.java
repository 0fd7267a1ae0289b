package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.store.IdempotencyKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link AssignmentLedger} must do under many threads, and after any history. */
public abstract class ConcurrentAssignmentLedgerContract extends RaceContract {

    private static final int THREADS = 8;

    /** How often each race is run. */
    protected int rounds() {
        return 50;
    }

    private static List<Bid> bids(int reps, int limit) {
        return IntStream.range(0, reps)
                .mapToObj(i -> new Bid(new RepId("rep-" + i), limit))
                .toList();
    }

    private static List<Integer> open(AssignmentLedger ledger, List<Bid> bids) {
        return ledger.standings("pool", bids.stream().map(Bid::rep).toList()).stream()
                .map(Standing::open)
                .toList();
    }

    private static List<Place> granted(List<ReserveResult> results) {
        return results.stream()
                .filter(ReserveResult.Granted.class::isInstance)
                .map(AssignmentLedgerContract::granted)
                .toList();
    }

    @Test
    void noRepGetsMoreThanTheLimitFromManyThreadsAndEveryPlaceIsUsed() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            List<Bid> bids = bids(3, 5);

            List<Long> granted = Together.run(
                    THREADS,
                    thread -> IntStream.range(0, 10)
                            .mapToObj(i -> ledger.reserve(new Reservation(
                                    new LeadId("lead-" + thread + "-" + i), "pool", 0, bids, List.of())))
                            .filter(ReserveResult.Granted.class::isInstance)
                            .count());

            assertThat(granted.stream().mapToLong(Long::longValue).sum()).isEqualTo(15);
            assertThat(ledger.standings("pool", bids.stream().map(Bid::rep).toList()))
                    .containsOnly(new Standing(5, 0));
        }
    }

    @Test
    void aLeadAskedForByManyThreadsHasOneOwner() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            LeadId lead = new LeadId("lead");

            List<ReserveResult> results =
                    Together.run(THREADS, thread -> ledger.reserve(ask(lead, new Bid(new RepId("rep-" + thread), 1))));

            Place place = ledger.find(lead).orElseThrow();
            assertThat(granted(results)).containsExactly(place);
            assertThat(results)
                    .filteredOn(new ReserveResult.Held(place)::equals)
                    .hasSize(THREADS - 1);
            assertThat(open(ledger, bids(THREADS, 1)).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void aPlaceReleasedByManyThreadsIsGivenBackOnce() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            Bid bid = new Bid(new RepId("rep-0"), 2);
            ledger.reserve(ask(new LeadId("kept"), bid));
            Place place = granted(ledger.reserve(ask(new LeadId("lead"), bid)));

            List<Settlement> settled = Together.run(THREADS, thread -> ledger.release(place.lead(), place.token(), ""));

            assertThat(settled).containsOnly(Settlement.DONE);
            assertThat(open(ledger, List.of(bid))).containsExactly(1);
        }
    }

    @Test
    void aLeadMovedByManyThreadsFromOneTokenMovesOnce() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));
            Terms moving = Terms.STANDARD.replacing(place.token());

            List<ReserveResult> results = Together.run(
                    THREADS, thread -> ledger.reserve(ask(LEAD, moving, new Bid(new RepId("rep-" + thread), 1))));

            assertThat(granted(results)).hasSize(1);
            assertThat(ledger.find(LEAD)).contains(granted(results).get(0));
            assertThat(open(ledger, ANN)).isZero();
            assertThat(open(ledger, bids(THREADS, 1)).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void whoMovesLeadsBackAndForthNeverBlocksAnotherForEver() throws Exception {
        AssignmentLedger ledger = newLedger();
        RepId[] reps = {ANN, BOB};
        for (int lead = 0; lead < 4; lead++) {
            granted(ledger.reserve(ask(new LeadId("swap-" + lead), new Bid(reps[lead % 2], 9))));
        }

        Together.run(4, thread -> {
            LeadId lead = new LeadId("swap-" + thread);
            for (int i = 0; i < rounds(); i++) {
                Place place = ledger.find(lead).orElseThrow();
                RepId other = place.rep().equals(ANN) ? BOB : ANN;
                granted(ledger.reserve(ask(lead, Terms.STANDARD.replacing(place.token()), new Bid(other, 9))));
            }
            return thread;
        });

        assertThat(open(ledger, ANN) + open(ledger, BOB)).isEqualTo(4);
    }

    @Test
    void aKeyThatIsTriedByManyThreadsAtOnceIsDoneOnceAndAllHearTheSame() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            Reservation asked = ask(
                    LEAD, Terms.STANDARD.keyed(new IdempotencyKey("try", "hash")), new Bid(ANN, 9), new Bid(BOB, 9));

            List<ReserveResult> results = Together.run(THREADS, thread -> ledger.reserve(asked));

            assertThat(new HashSet<>(results)).hasSize(1);
            assertThat(granted(results.get(0))).isEqualTo(ledger.find(LEAD).orElseThrow());
            assertThat(open(ledger, ANN)).isEqualTo(1);
        }
    }

    @Test
    void atTheEndOfALeaseEitherTheCommitOrTheExpiryHoldsAndTheUnitIsCountedOnce() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AssignmentLedger ledger = newLedger();
            Place place = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 9))));
            pass(MINUTE.minus(STEP));

            List<Object> answers = Together.run(3, thread -> {
                if (thread == 0) {
                    pass(STEP);
                    return "passed";
                }
                return thread == 1 ? ledger.commit(LEAD, place.token()) : ledger.expire(9);
            });
            ledger.expire(9);

            boolean committed = answers.get(1).equals(Settlement.DONE);
            assertThat(answers.get(1)).isIn(Settlement.DONE, Settlement.EXPIRED);
            assertThat(ledger.find(LEAD)).isEqualTo(committed ? Optional.of(place.asCommitted()) : Optional.empty());
            assertThat(open(ledger, ANN)).isEqualTo(committed ? 1 : 0);
        }
    }

    @Test
    void lagsAddUpToNothingAfterManyThreads() throws Exception {
        AssignmentLedger ledger = newLedger();
        List<Bid> bids = bids(3, 1_000_000);
        List<Share> shares = List.of(
                new Share(bids.get(0).rep(), 1),
                new Share(bids.get(1).rep(), 2),
                new Share(bids.get(2).rep(), Lag.ONE_LEAD - 3));
        int each = 2 * rounds();

        Together.run(THREADS, thread -> {
            for (int i = 0; i < each; i++) {
                LeadId lead = new LeadId("lead-" + thread + "-" + i);
                ledger.reserve(new Reservation(lead, "pool", 0, List.of(bids.get(thread % 3)), shares));
            }
            return thread;
        });

        List<Standing> standings =
                ledger.standings("pool", bids.stream().map(Bid::rep).toList());
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
        assertThat(standings.stream().mapToInt(Standing::open).sum()).isEqualTo(THREADS * each);
        assertThat(standings.get(0).lag())
                .isEqualTo((long) THREADS * each - standings.get(0).open() * Lag.ONE_LEAD);
    }

    /** One reads while others write: it misses nothing, and everything has its turn. */
    @Test
    void whoFollowsTheFeedWhileOthersWriteMissesNothing() throws Exception {
        AssignmentLedger ledger = newLedger();
        int each = 4 * rounds();
        AtomicLong writing = new AtomicLong(3);
        List<List<Change>> followed = Together.run(4, thread -> {
            if (thread == 3) {
                return follow(ledger, writing);
            }
            for (int i = 0; i < each; i++) {
                Place place = granted(ledger.reserve(ask(new LeadId("fed-" + thread), new Bid(ANN, 9))));
                ledger.release(place.lead(), place.token(), "");
            }
            writing.decrementAndGet();
            return List.<Change>of();
        });

        List<Change> all = followed.get(3);
        assertThat(all).hasSize(3 * 2 * each);
        assertThat(all).extracting(Change::position).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream().map(Change::step).sorted().toList())
                .isEqualTo(
                        Stream.iterate(1L, step -> step + 1).limit(all.size()).toList());
        for (int thread = 0; thread < 3; thread++) {
            LeadId lead = new LeadId("fed-" + thread);
            List<Change> mine = all.stream()
                    .filter(change -> change.place().lead().equals(lead))
                    .toList();
            assertThat(mine).extracting(Change::step).isSorted();
            assertThat(mine)
                    .extracting(change -> change.place().token() * 2 - (change.units() > 0 ? 1 : 0))
                    .isSorted();
        }
        int load = 0;
        for (Change change :
                all.stream().sorted(Comparator.comparing(Change::step)).toList()) {
            load += change.units();
            assertThat(load).isBetween(0, 3);
        }
    }

    private static List<Change> follow(AssignmentLedger ledger, AtomicLong writing) {
        List<Change> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = writing.get() > 0;
            Changes page =
                    ledger.changes(all.isEmpty() ? 0 : all.get(all.size() - 1).position(), 100);
            assertThat(page.complete()).isTrue();
            all.addAll(page.list());
            more |= !page.list().isEmpty();
        }
        return all;
    }

    @Test
    void whatAFewThreadsWereAnsweredMayHaveHappenedOneAfterTheOther() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            long seed = round;
            AssignmentLedger ledger = newLedger();
            granted(ledger.reserve(ask(LEAD, new Bid(ANN, 1))));
            AtomicLong clock = new AtomicLong();

            List<List<Linearizing.Call<AssignmentLedger>>> calls = Together.run(3, thread -> {
                Random random = new Random(seed * 3 + thread);
                List<Linearizing.Call<AssignmentLedger>> mine = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    int what = random.nextInt(Integer.MAX_VALUE);
                    long from = clock.incrementAndGet();
                    Object answer = deed(what, seed % 2 == 0).on(ledger);
                    mine.add(new Linearizing.Call<>(
                            "deed " + what, deed(what, seed % 2 == 0), answer, from, clock.incrementAndGet()));
                }
                return mine;
            });

            List<Linearizing.Call<AssignmentLedger>> all =
                    calls.stream().flatMap(List::stream).toList();
            assertThat(new Linearizing<>(this::plainWithOnePlace, all).isPossible())
                    .as("some order of %s", all)
                    .isTrue();
        }
    }

    private AssignmentLedger plainWithOnePlace() {
        AssignmentLedger plain = new PlainLedger(this::now, Optional.empty());
        plain.reserve(ask(LEAD, new Bid(ANN, 1)));
        return plain;
    }

    /** Either moves with room for all, or tight limits without moves: while it moves, a lead may stand in the way at two reps. */
    private static Linearizing.Deed<AssignmentLedger> deed(int what, boolean moves) {
        LeadId lead = what % 2 == 0 ? LEAD : OTHER;
        RepId rep = what / 2 % 2 == 0 ? ANN : BOB;
        int limit = moves ? 9 : 1;
        return switch (what / 4 % 6) {
            case 0, 1 -> ledger -> taker(ledger.reserve(ask(lead, new Bid(rep, limit))));
            case 2 -> ledger -> ledger.commit(lead, 1);
            case 3 -> ledger -> ledger.release(lead, 1, "");
            case 4 -> ledger -> ledger.find(lead).map(Place::rep);
            default ->
                moves
                        ? ledger -> taker(ledger.reserve(ask(lead, Terms.STANDARD.replacing(1), new Bid(rep, 9))))
                        : ledger -> open(ledger, rep);
        };
    }

    private static Object taker(ReserveResult result) {
        if (result instanceof ReserveResult.Granted granted) {
            return granted.place().rep();
        }
        return result instanceof ReserveResult.Held held ? held.place() : result;
    }
}

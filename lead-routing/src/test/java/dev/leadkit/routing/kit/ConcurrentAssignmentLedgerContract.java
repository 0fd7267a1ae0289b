package dev.leadkit.routing.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Lag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What every {@link AssignmentLedger} must do under many threads, and after any history. */
public abstract class ConcurrentAssignmentLedgerContract extends AssignmentLedgerContract {

    private static final int THREADS = 8;

    private static List<Bid> bids(int reps, int limit) {
        return IntStream.range(0, reps)
                .mapToObj(i -> new Bid(new RepId("rep-" + i), limit))
                .toList();
    }

    /** Runs a task in each of many threads that start together. */
    private static <T> List<T> together(IntFunction<T> task) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int mine = i;
                tasks.add(() -> {
                    start.await();
                    return task.apply(mine);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noRepGetsMoreThanTheLimitFromManyThreadsAndEveryPlaceIsUsed() throws Exception {
        for (int round = 0; round < 50; round++) {
            AssignmentLedger ledger = newLedger();
            List<Bid> bids = bids(3, 5);

            List<Long> granted = together(thread -> IntStream.range(0, 10)
                    .mapToObj(i -> ledger.reserve(
                            new Reservation(new LeadId("lead-" + thread + "-" + i), "pool", 0, bids, List.of())))
                    .filter(ReserveResult.Granted.class::isInstance)
                    .count());

            assertThat(granted.stream().mapToLong(Long::longValue).sum()).isEqualTo(15);
            assertThat(ledger.standings("pool", bids.stream().map(Bid::rep).toList()))
                    .containsOnly(new Standing(5, 0));
        }
    }

    @Test
    void aLeadAskedForByManyThreadsHasOneOwner() throws Exception {
        for (int round = 0; round < 50; round++) {
            AssignmentLedger ledger = newLedger();
            LeadId lead = new LeadId("lead");

            List<ReserveResult> results =
                    together(thread -> ledger.reserve(ask(lead, new Bid(new RepId("rep-" + thread), 1))));

            Place place = ledger.find(lead).orElseThrow();
            assertThat(results)
                    .filteredOn(ReserveResult.Granted.class::isInstance)
                    .containsExactly(new ReserveResult.Granted(place));
            assertThat(results).filteredOn(ReserveResult.Held.class::isInstance).hasSize(THREADS - 1);
            assertThat(open(ledger, bids(THREADS, 1)).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void aPlaceReleasedByManyThreadsIsGivenBackOnce() throws Exception {
        for (int round = 0; round < 50; round++) {
            AssignmentLedger ledger = newLedger();
            Bid bid = new Bid(new RepId("rep-0"), 2);
            ledger.reserve(ask(new LeadId("kept"), bid));
            Place place = granted(ledger.reserve(ask(new LeadId("lead"), bid)));

            together(thread -> ledger.release(place.lead(), place.token()));

            assertThat(open(ledger, List.of(bid))).containsExactly(1);
        }
    }

    @Test
    void lagsAddUpToNothingAfterManyThreads() throws Exception {
        AssignmentLedger ledger = newLedger();
        List<Bid> bids = bids(3, 1000);
        List<Share> shares = List.of(
                new Share(bids.get(0).rep(), 1),
                new Share(bids.get(1).rep(), 2),
                new Share(bids.get(2).rep(), Lag.ONE_LEAD - 3));

        together(thread -> {
            for (int i = 0; i < 100; i++) {
                LeadId lead = new LeadId("lead-" + thread + "-" + i);
                ledger.reserve(new Reservation(lead, "pool", 0, List.of(bids.get(thread % 3)), shares));
            }
            return thread;
        });

        List<Standing> standings =
                ledger.standings("pool", bids.stream().map(Bid::rep).toList());
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
        assertThat(standings.stream().mapToInt(Standing::open).sum()).isEqualTo(THREADS * 100);
        assertThat(standings.get(0).lag())
                .isEqualTo(THREADS * 100L - standings.get(0).open() * Lag.ONE_LEAD);
    }

    private static List<Integer> open(AssignmentLedger ledger, List<Bid> bids) {
        return ledger.standings("pool", bids.stream().map(Bid::rep).toList()).stream()
                .map(Standing::open)
                .toList();
    }

    /** One number is one step: which lead, what is done to it, by whom, with what limit. */
    @Property(tries = 200)
    void afterAnyHistoryTheCountsAreThoseOfTheLivePlaces(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 9999) Integer> steps) {
        AssignmentLedger ledger = newLedger();
        Naive naive = new Naive();
        for (int step : steps) {
            LeadId lead = new LeadId("lead-" + step % 5);
            int limit = step / 5 % 4;
            int first = step / 20 % 3;
            switch (step / 60 % 4) {
                case 0, 1 -> {
                    List<Bid> bids = List.of(
                            new Bid(new RepId("rep-" + first), limit),
                            new Bid(new RepId("rep-" + (first + 1) % 3), limit));
                    assertThat(naive.takes(lead, bids, ledger.reserve(ask(lead, bids.toArray(Bid[]::new)))))
                            .isTrue();
                }
                case 2 -> assertThat(ledger.commit(lead, step % 7)).isEqualTo(naive.commits(lead, step % 7));
                default -> assertThat(ledger.release(lead, step % 7)).isEqualTo(naive.releases(lead, step % 7));
            }
            assertThat(open(ledger, bids(3, 0))).isEqualTo(naive.open());
        }
    }

    /** Slow and obvious: the live places are a map, and everything else is counted from it. */
    private static final class Naive {

        private final Map<LeadId, Place> live = new HashMap<>();
        private final Map<LeadId, Place> latest = new HashMap<>();

        boolean takes(LeadId lead, List<Bid> bids, ReserveResult result) {
            if (live.containsKey(lead)) {
                return result.equals(new ReserveResult.Held(requireNonNull(live.get(lead))));
            }
            for (Bid bid : bids) {
                if (load(bid.rep()) < bid.limit()) {
                    Place place = granted(result);
                    long earlier = latest.containsKey(lead)
                            ? requireNonNull(latest.get(lead)).token()
                            : 0;
                    live.put(lead, place);
                    latest.put(lead, place);
                    return place.rep().equals(bid.rep()) && place.token() > earlier;
                }
            }
            return result.equals(new ReserveResult.Full());
        }

        boolean commits(LeadId lead, long token) {
            Place place = live.get(lead);
            if (place == null || place.token() != token) {
                return false;
            }
            live.put(lead, new Place(lead, place.rep(), token, true));
            return true;
        }

        boolean releases(LeadId lead, long token) {
            Place place = latest.get(lead);
            if (place == null || place.token() != token) {
                return false;
            }
            live.remove(lead);
            return true;
        }

        private long load(RepId rep) {
            return live.values().stream()
                    .filter(place -> place.rep().equals(rep))
                    .count();
        }

        List<Integer> open() {
            return bids(3, 0).stream().map(bid -> (int) load(bid.rep())).toList();
        }
    }
}

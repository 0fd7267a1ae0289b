package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Lag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many threads at once, and after them every step that the ledger told. */
abstract class RaceContract extends HistoryContract {

    private static final int THREADS = 32;
    private static final int LIMIT = 50;

    /** For 16 leads of its own a thread asks 22 times, as some are wanted by several. All changes of a lap are still kept. */
    private static final int LAP = AssignmentLedger.CHANGES_KEPT / (THREADS * 22 * Racer.MOST_CHANGES) * 16;

    /** Units differ, so that there is room for one lead and not for another. */
    private static final List<Bid> BIDS = IntStream.range(0, 10)
            .mapToObj(i -> new Bid(new RepId("rep-" + i), 1 + i % 3, LIMIT))
            .toList();

    private static final List<Share> SHARES = List.of(new Share(ANN, 7), new Share(BOB, Lag.ONE_LEAD - 7));

    /** How many leads 32 threads route all together, at least. */
    protected int leads() {
        return 5_000;
    }

    /**
     * The feed is read after each lap, when nobody writes: no ledger may have forgotten any of it then, however few changes it
     * keeps and however slow the reader is.
     */
    @Test
    void manyThreadsNeverExceedACapacityNeverGiveALeadTwoOwnersAndLoseNoUnit() throws Exception {
        AssignmentLedger ledger = newLedger();
        FeedProof proof = new FeedProof(ledger);
        List<Racer> racers = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Racer(ledger, thread, BIDS, SHARES))
                .toList();

        int each = (leads() + THREADS - 1) / THREADS;
        for (int from = 0; from < each; from += LAP) {
            lap(racers, from, Math.min(from + LAP, each));
            proof.read();
        }

        checkRacers(racers);
        proof.check(rep -> LIMIT);
        assertThat(ledger.standings("pool", everybody()).stream()
                        .mapToLong(Standing::lag)
                        .sum())
                .isZero();
    }

    private static void lap(List<Racer> racers, int from, int to) throws Exception {
        Together.run(THREADS, thread -> {
            for (int i = from; i < to; i++) {
                int together = i % 16 == 0 ? 4 : i % 4 == 0 ? 2 : 1;
                int first = thread - thread % together;
                for (int owner = first; owner < first + together; owner++) {
                    racers.get(thread).ask(new LeadId("lead-" + owner + "-" + i));
                }
            }
            return thread;
        });
    }

    private void checkRacers(List<Racer> racers) {
        Set<LeadId> asked = new HashSet<>();
        racers.forEach(racer -> asked.addAll(racer.asked()));
        assertThat(asked).as("different leads").hasSizeGreaterThanOrEqualTo(leads());
        assertThat(racers).extracting(Racer::problems).allMatch(List::isEmpty);
        assertThat(racers.stream().mapToInt(Racer::full).sum())
                .as("how often nobody had room: all that the threads keep is more than there is room for")
                .isPositive();
    }

    private static List<RepId> everybody() {
        return Stream.concat(Stream.of(ANN, BOB), BIDS.stream().map(Bid::rep)).toList();
    }
}

package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads at once, and after them every step that the ledger told. */
abstract class RaceContract extends HistoryContract {

    private static final int THREADS = 32;
    private static final int LIMIT = 50;

    /** So many may be asked for that the ledger still keeps all changes. */
    private static final int UNREAD = AssignmentLedger.CHANGES_KEPT / Racer.MOST_CHANGES;

    /** Units differ, so that there is room for one lead and not for another. */
    private static final List<Bid> BIDS = IntStream.range(0, 10)
            .mapToObj(i -> new Bid(new RepId("rep-" + i), 1 + i % 3, LIMIT))
            .toList();

    /** How many leads 32 threads route all together, at least. */
    protected int leads() {
        return 5_000;
    }

    /**
     * The feed is read in pauses, when nobody writes: no ledger may have forgotten any of it then, however few changes it keeps and
     * however slow the reader is.
     */
    @Test
    void manyThreadsNeverExceedACapacityNeverGiveALeadTwoOwnersAndLoseNoUnit() throws Exception {
        AssignmentLedger ledger = newLedger();
        FeedProof proof = new FeedProof(ledger);
        Pauses pauses = new Pauses(UNREAD, proof::read);
        int each = (leads() + THREADS - 1) / THREADS;

        List<Racer> racers = Together.run(THREADS, thread -> {
            Racer racer = new Racer(ledger, thread, BIDS);
            for (int i = 0; i < each; i++) {
                wanted(thread, i).forEach(lead -> pauses.step(() -> racer.ask(lead)));
            }
            return racer;
        });

        checkRacers(racers);
        proof.read().check(rep -> LIMIT);
        assertThat(proof.told())
                .as("a race in which all places are soon taken for good is none")
                .filteredOn(change -> change.sort() == Change.Sort.GRANTED)
                .hasSizeGreaterThan(leads() / 8);
        List<RepId> reps = BIDS.stream().map(Bid::rep).toList();
        assertThat(ledger.standings("pool", reps).stream()
                        .mapToLong(Standing::lag)
                        .sum())
                .isZero();
    }

    /** Each thread's own leads, some of its neighbours' besides, and some that all threads want all the time. */
    private static List<LeadId> wanted(int thread, int i) {
        List<LeadId> leads = new ArrayList<>();
        int together = i % 8 == 0 ? 4 : 1;
        int first = thread - thread % together;
        for (int owner = first; owner < first + together; owner++) {
            leads.add(new LeadId("lead-" + owner + "-" + i));
        }
        if (i % 4 == 2) {
            leads.add(new LeadId("wanted-" + i / 4 % 8));
        }
        return leads;
    }

    private void checkRacers(List<Racer> racers) {
        Set<LeadId> asked = new HashSet<>();
        racers.forEach(racer -> asked.addAll(racer.asked()));
        asked.removeIf(lead -> lead.value().startsWith("wanted"));
        assertThat(asked).as("different leads").hasSizeGreaterThanOrEqualTo(leads());
        assertThat(racers).extracting(Racer::problems).allMatch(List::isEmpty);
        assertThat(racers.stream().mapToInt(Racer::full).sum())
                .as("how often nobody had room")
                .isPositive();
    }
}

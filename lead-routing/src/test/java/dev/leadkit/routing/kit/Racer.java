package dev.leadkit.routing.kit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Lag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One thread of a race: takes, commits, moves and gives back leads, and finishes the oldest when it has many or nobody has room. */
final class Racer {

    /** How many changes come of one lead asked for at most: granted, moved, which is two, and the oldest given back. */
    static final int MOST_CHANGES = 4;

    private static final int MOST_KEPT = 12;

    private final AssignmentLedger ledger;
    private final Random random;
    private final List<Bid> bids;
    private final Deque<Place> kept = new ArrayDeque<>();
    private final List<LeadId> asked = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private int full;

    Racer(AssignmentLedger ledger, long seed, List<Bid> bids) {
        this.ledger = ledger;
        this.random = new Random(seed);
        this.bids = bids;
    }

    /** All that it asked for. */
    List<LeadId> asked() {
        return asked;
    }

    /** How often nobody had room. */
    int full() {
        return full;
    }

    /** What it was answered that it should not have been. */
    List<String> problems() {
        return problems;
    }

    void ask(LeadId lead) {
        asked.add(lead);
        List<Bid> some = Stream.generate(() -> bids.get(random.nextInt(bids.size())))
                .limit(4)
                .toList();
        // unlike the bids, so that lags move in both directions
        List<Share> shares =
                List.of(new Share(some.get(2).rep(), 7), new Share(some.get(3).rep(), Lag.ONE_LEAD - 7));
        ReserveResult result = ledger.reserve(new Reservation(lead, "pool", 0, some, shares));
        if (result instanceof ReserveResult.Granted granted) {
            goOn(granted.place(), some);
        } else if (result instanceof ReserveResult.Full) {
            full++;
            finishOldest();
        }
    }

    @SuppressWarnings(
            "ThreadPriorityCheck") // whoever wants the same lead may come in between; a hint is all that is needed
    private void goOn(Place place, List<Bid> some) {
        Thread.yield();
        int what = random.nextInt(8);
        if (what < 4) {
            isDone(place, ledger.commit(place.lead(), place.token()));
            keep(place);
        } else if (what < 6) {
            isDone(place, ledger.release(place.lead(), place.token(), ""));
            checkOver(place);
        } else {
            move(place, some);
        }
    }

    private void move(Place place, List<Bid> some) {
        Terms moving = Terms.STANDARD.replacing(place.token());
        ReserveResult moved = ledger.reserve(new Reservation(place.lead(), "pool", 0, some, List.of(), moving));
        if (moved instanceof ReserveResult.Granted granted) {
            keep(granted.place());
        } else {
            keep(place);
            if (!(moved instanceof ReserveResult.Full)) {
                problems.add(place + " of mine was " + moved);
            }
        }
    }

    private void keep(Place place) {
        kept.add(place);
        if (kept.size() > MOST_KEPT) {
            finishOldest();
        }
    }

    private void finishOldest() {
        Place oldest = kept.poll();
        if (oldest != null) {
            isDone(oldest, ledger.release(oldest.lead(), oldest.token(), "finished"));
        }
    }

    /** It was given back once, whoever may have the lead by now. */
    private void checkOver(Place place) {
        Settlement again = ledger.release(place.lead(), place.token(), "");
        if (again != Settlement.DONE && again != Settlement.STALE) {
            problems.add(place + " that I had released was " + again);
        }
        if (ledger.find(place.lead()).filter(place::equals).isPresent()) {
            problems.add(place + " that I had released was held");
        }
    }

    private void isDone(Place place, Settlement answer) {
        if (answer != Settlement.DONE) {
            problems.add(place + " of mine was " + answer);
        }
    }
}

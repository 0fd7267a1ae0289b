package dev.leadkit.routing.kit;

import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that ever happened in a {@link PlainLedger}, with a flaw or without. */
final class PlainFeed {

    private final Optional<Flaw> flaw;
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final Map<List<Object>, Long> steps = new ConcurrentHashMap<>();

    PlainFeed(Optional<Flaw> flaw) {
        this.flaw = flaw;
    }

    private boolean has(Flaw some) {
        return flaw.filter(some::equals).isPresent();
    }

    void add(Change.Sort sort, Place place, String reason) {
        boolean alters = sort != Change.Sort.COMMITTED && sort != Change.Sort.RENEWED;
        long step = !alters || has(Flaw.FEED_COUNTS_NO_STEPS)
                ? 0
                : steps.merge(List.of(place.rep(), place.work().kind()), 1L, Long::sum);
        if (sort != Change.Sort.COMMITTED || !has(Flaw.FEED_LACKS_COMMITS)) {
            String told = has(Flaw.FEED_LACKS_REASONS) ? "" : reason;
            changes.add(new Change(changes.size() + 1L, sort, place, step, told));
        }
    }

    /** As of a ledger that writes first and counts afterwards; its places and loads never tell of it. */
    void tellAndTakeBack(Reservation asked, Bid bid) {
        Work work = new Work(asked.terms().kind(), bid.units());
        Place place = new Place(asked.lead(), bid.rep(), asked.after() + 1, work, false, Optional.empty());
        add(Change.Sort.GRANTED, place, "");
        add(Change.Sort.RELEASED, place, "");
    }

    Changes after(long after, int most) {
        if (most < 1 || after < 0) {
            throw new IllegalArgumentException("most must be 1 or more, after 0 or more");
        }
        return new Changes(
                changes.stream()
                        .filter(change -> change.position() > after || has(Flaw.FEED_STARTS_ANEW))
                        .limit(has(Flaw.FEED_HAS_NO_END) ? Long.MAX_VALUE : most)
                        .toList(),
                true);
    }
}

package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Seating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a plan's reps, by number, in the kind of work that the lead in hand is. The lead's own place counts for
 * nobody. A ledger that has to be asked, as one on a database, is asked once about each rep whom a decision is about. For one thread.
 */
final class Loads {

    private static final int NOBODY = -1;

    private final AssignmentLedger ledger;
    private final String pool;
    private final List<RepId> reps;
    private final List<String> kinds;
    private final @Nullable Seating[] seatings;
    private @Nullable Seating current;
    private int holder = NOBODY;
    private int held;
    private int kindInHand;
    private final int[] opens;
    private final long[] lags;

    private final int[] one = new int[1];

    /** Only of a ledger that has to be asked. */
    private @Nullable Unread unread;

    Loads(AssignmentLedger ledger, String pool, List<RepId> reps, List<String> kinds) {
        this.ledger = ledger;
        this.pool = pool;
        this.reps = reps;
        this.kinds = kinds;
        this.seatings = new Seating[kinds.size()];
        this.opens = new int[reps.size()];
        this.lags = new long[reps.size()];
    }

    /** A new decision, about a lead of a kind of work, as of now. */
    void begin(int kind) {
        Seating seating = seatings[kind];
        if (seating == null) {
            seating = ledger.seating(pool, kinds.get(kind), reps);
            seatings[kind] = seating;
            unread = unread == null && !seating.isLive() ? new Unread(reps.size()) : unread;
        }
        if (unread != null) {
            unread.begin();
        }
        current = seating;
        kindInHand = kind;
        holder = NOBODY;
    }

    /** Reads everybody, for those who will ask rep by rep. */
    void readAll() {
        if (unread != null) {
            unread.readAllBy(seating());
        }
    }

    private void read(int[] some, int size) {
        if (unread != null && unread.among(some, size) > 0) {
            unread.readBy(seating());
        }
    }

    /** The rep who has the lead, and the lead's place, which may be of another kind of work than the lead is now. */
    void without(int ownHolder, Place place) {
        holder = ownHolder;
        held = place.work().kind().equals(kinds.get(kindInHand)) ? place.work().units() : 0;
    }

    int open(int rep) {
        one[0] = rep;
        read(one, 1);
        int used = seating().used(rep);
        return rep == holder ? used - held : used;
    }

    /** What each of some reps has open, in their order; to be read before this is asked again. */
    int[] open(int[] some, int count) {
        read(some, count);
        seating().used(some, count, opens);
        for (int i = 0; i < count && holder >= 0; i++) {
            opens[i] -= some[i] == holder ? held : 0;
        }
        return opens;
    }

    /** The lags of some reps of whom it was asked what they have open, in their order; to be read before this is asked again. */
    long[] lags(int[] some, int count) {
        seating().lags(some, count, lags);
        return lags;
    }

    /** Says that a place will be asked for a lead, as far as a seating is at hand; of which kind of work it is, nobody knows yet. */
    void expect(LeadId lead) {
        if (current != null) {
            current.expect(lead);
        }
    }

    ReserveResult reserve(LeadId lead, Bidding bidding) {
        return seating().reserve(lead, bidding);
    }

    private Seating seating() {
        return requireNonNull(current, "seating");
    }
}

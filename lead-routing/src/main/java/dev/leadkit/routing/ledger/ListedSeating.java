package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** A seating in front of any ledger: it translates numbers into reps, and remembers of each the standing that it read last. */
final class ListedSeating implements Seating {

    private final AssignmentLedger ledger;
    private final String pool;
    private final String kind;
    private final List<RepId> reps;
    private final AtomicReferenceArray<Standing> standings;

    ListedSeating(AssignmentLedger ledger, String pool, String kind, List<RepId> reps) {
        this.ledger = ledger;
        this.pool = pool;
        this.kind = kind;
        this.reps = checked(reps);
        this.standings = new AtomicReferenceArray<>(reps.size());
        IntStream.range(0, reps.size()).forEach(rep -> standings.set(rep, Standing.NEW));
    }

    static List<RepId> checked(List<RepId> reps) {
        List<RepId> copy = List.copyOf(reps);
        if (new HashSet<>(copy).size() != copy.size()) {
            throw new IllegalArgumentException("reps must be named once each, one was named twice");
        }
        return copy;
    }

    @Override
    public int size() {
        return reps.size();
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void refresh(int[] some, int count) {
        List<RepId> asked = Arrays.stream(some, 0, count).mapToObj(reps::get).toList();
        List<Standing> read = ledger.standings(pool, kind, asked);
        if (read.size() != count) {
            throw new IllegalStateException(
                    "the ledger must tell a standing for each of " + count + " reps, told " + read.size());
        }
        for (int i = 0; i < count; i++) {
            standings.set(some[i], read.get(i));
        }
    }

    @Override
    public int used(int rep) {
        return standings.get(rep).open();
    }

    @Override
    public long lag(int rep) {
        return standings.get(rep).lag();
    }

    @Override
    public ReserveResult reserve(LeadId lead, Bidding bidding) {
        bidding.check(reps.size());
        List<Bid> bids = new ArrayList<>(bidding.bids());
        for (int i = 0; i < bidding.bids(); i++) {
            bids.add(new Bid(reps.get(bidding.bidder(i)), bidding.units(i), bidding.limit(i)));
        }
        List<Share> shares = new ArrayList<>(bidding.shares());
        for (int i = 0; i < bidding.shares(); i++) {
            shares.add(new Share(reps.get(bidding.sharer(i)), bidding.part(i)));
        }
        return ledger.reserve(new Reservation(
                lead, pool, bidding.after(), bids, shares, bidding.terms().ofKind(kind)));
    }
}

package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps who has which lead, how much work each rep has, and who is how far behind. A host implements this on its own
 * database; the contract kit tells whether it did so rightly.
 *
 * <p>Each call is one atomic step, and an implementation must be safe for use by many threads. A conflict is a result, never
 * an exception; what the database itself reports is thrown on as it comes. An implementation that is handed a connection
 * takes part in the host's transaction and never commits or rolls it back.
 *
 * <p>A rep whose limit was lowered below the present load gets nothing more until it has fallen; nothing is taken away.
 *
 * <p>A leased place is over when the ledger's own clock, and no caller's, has come to its end. Whoever then touches the lead
 * gives the place back first, so that nobody can commit it any more; {@link #expire} does it for the leads that nobody touches.
 * Until then it counts as load.
 *
 * <p>Lags move when a place is granted, when a pool is {@linkplain #regroup regrouped}, and at no other time. Giving a place back, its expiry, and a move leave them as they are: a
 * lead that came to nothing was still handed out. A move is handed out anew if shares come with it.
 */
public interface AssignmentLedger {

    /** How long an idempotency key and its result are kept at least; no retry may come later. */
    Duration KEY_RETENTION = Duration.ofDays(7);

    /** How many of the latest idempotency keys a ledger {@linkplain #inMemory() in memory without a clock} keeps. */
    int KEYS_KEPT_WITHOUT_CLOCK = 100_000;

    /** How many of the latest changes are kept at least. */
    int CHANGES_KEPT = 10_000;

    /**
     * Takes a lead and a place with the first bidder who has room, and moves the lags of the pool: each share is added to its
     * rep's lag, and {@link dev.leadkit.routing.model.Lag#ONE_LEAD} is taken from that of the rep who gets the lead. The lags of
     * a pool so add up to 0 for ever. Without shares no lag moves.
     *
     * <p>Bidders are asked one after the other: one who was asked in vain may have room again when the answer comes, and a lead that
     * somebody moves just now may take up room at both reps. So {@link ReserveResult.Full} is about the past; {@link #changes}
     * from a position that was read before tells what came free since.
     *
     * <p>With {@link Terms#replacing} it moves the lead from the place that it has; its own load there does not count against
     * a bid of the same rep. The same key with the same payload gives the first result again, whatever happened since; while
     * the first call is running, the second waits for it.
     *
     * @param asked the place asked for
     * @return what became of it
     */
    ReserveResult reserve(Reservation asked);

    /**
     * Says who belongs to a pool from now on. What anybody else is behind or ahead in it passes to these, in one step, and is 0
     * then; so their lags add up to 0, and not only those of all who ever were in the pool. Calling it twice does no harm.
     *
     * <p>Who gets how much is {@link dev.leadkit.routing.model.Lag#parts} of all that passes, over those whose weight is not 0, in the
     * order of their identifiers. Whoever has the weight 0 belongs to the pool and keeps the lag as it is. While others
     * reserve with shares for somebody who does not belong to the pool any more, that rep has a lag again; the next call passes it on.
     *
     * @param pool whose lags
     * @param weights everybody who belongs to the pool, with the weight, 0 or more each; somebody's must be more than 0
     * @throws IllegalArgumentException if a weight is negative or none is more than 0
     */
    void regroup(String pool, Map<RepId, Integer> weights);

    /**
     * Says that the assignment is committed: the place is kept without end.
     *
     * @param lead which lead
     * @param token the place's token
     * @return {@link Settlement#DONE} also if it was so before; anything else changed nothing
     */
    Settlement commit(LeadId lead, long token);

    /**
     * Gives a place back, committed or not.
     *
     * @param lead which lead
     * @param token the place's token
     * @param reason why, for the feed, at most {@link Change#LONGEST_REASON} characters; not personal data; may be empty
     * @return {@link Settlement#DONE} also if it was released before: it is given back once. {@link Settlement#EXPIRED} if
     *     that had done it already
     */
    Settlement release(LeadId lead, long token, String reason);

    /**
     * Lets the lease of a place run anew from now. A place without end stays so; the same end
     * again is no change.
     *
     * @param lead which lead
     * @param token the place's token
     * @param lease how long from now, {@link Lease#SHORTEST} to {@link Lease#LONGEST}
     * @return {@link Settlement#DONE} if the place is held; anything else changed nothing
     */
    Settlement renew(LeadId lead, long token, Duration lease);

    /**
     * Puts a place in that the host's records tell and that this ledger lost, expired or was told to release: for repairs.
     * The load may exceed every limit then. No lag moves.
     *
     * @param place the place; if the ledger still knows what work it was, that holds
     * @return {@link Settlement#DONE} if it is held now, committed if the place is; {@link Settlement#STALE} if the ledger
     *     knows of a later place of the lead, or has another rep under this token
     * @throws IllegalArgumentException if the token is not {@linkplain Place#restorable restorable}
     */
    Settlement restore(Place place);

    /**
     * Gives back places whose lease is over, those that ended first before the others.
     *
     * @param most how many at most, from 1 up
     * @return the places; fewer than {@code most} only if there are no more
     */
    List<Place> expire(int most);

    /**
     * When the next lease ends: before that {@link #expire} finds nothing.
     *
     * @return the earliest end of a lease that was neither committed nor given back, past or to come
     */
    Optional<Instant> nextExpiry();

    /**
     * The place that a lead has.
     *
     * @param lead which lead
     * @return the place, or empty if it has none, gave it back, or its lease is over
     */
    Optional<Place> find(LeadId lead);

    /**
     * All places that leads have, page by page, in an order of the ledger's own: a place that stays is on exactly one page,
     * one that comes or goes meanwhile on one or none. Lapsed ones are among them until they are given back.
     *
     * @param after the lead of the last place on the page before, or empty to start
     * @param most how many at most, from 1 up
     * @return the next places; fewer than {@code most} only if there are no more
     */
    List<Place> places(Optional<LeadId> after, int most);

    /**
     * Where reps stand. Each figure was true at some moment of the call; while others write, they need not be of the same
     * moment. Good for a ranking; only {@link #reserve} decides.
     *
     * @param pool whose lags
     * @param kind the load in which kind of work
     * @param reps which reps
     * @return a standing for each, in the same order; {@link Standing#NEW} for a rep not known
     */
    List<Standing> standings(String pool, String kind, List<RepId> reps);

    /**
     * Where reps stand in work of the kind {@link Work#KIND}.
     *
     * @param pool whose lags
     * @param reps which reps
     * @return a standing for each, in the same order
     */
    default List<Standing> standings(String pool, List<RepId> reps) {
        return standings(pool, Work.KIND, reps);
    }

    /**
     * What happened since, so that a queue can wake. Of each lead the changes come in their order; of each rep and kind of
     * work {@link Change#step} says it. Nobody who goes on from the last position misses one that is still kept.
     *
     * @param after the position of the last change already seen, 0 to start
     * @param most how many at most, from 1 up
     * @return the next changes, perhaps none; one that is not done yet holds up those behind it
     */
    Changes changes(long after, int most);

    /**
     * Forgets idempotency keys that are older than {@link #KEY_RETENTION}, and changes beyond those that are kept. A host calls
     * this from time to time.
     *
     * @param most how many at most, from 1 up
     * @return how many were forgotten
     */
    int forget(int most);

    /**
     * This ledger for somebody who counts the reps.
     *
     * @param pool whose lags
     * @param kind which kind of work
     * @param reps the reps by their numbers, each once
     * @return a new seating, which has read nobody yet
     * @throws IllegalArgumentException if a rep is named twice
     */
    default Seating seating(String pool, String kind, List<RepId> reps) {
        return new ListedSeating(this, pool, kind, reps);
    }

    /**
     * A ledger that keeps everything in memory, empty at first. It has no clock, so it grants no leases, and
     * keeps the {@link #KEYS_KEPT_WITHOUT_CLOCK} latest idempotency keys, however old they are.
     *
     * @return a new ledger
     */
    static AssignmentLedger inMemory() {
        return inMemory(List.of());
    }

    /**
     * A ledger that keeps everything in memory and starts with the places that the host's records tell, after a restart. All
     * lags start at 0. It has no clock, as one that is {@linkplain #inMemory() empty at first}.
     *
     * @param places the places that are taken
     * @return a new ledger
     * @throws IllegalArgumentException if a lead has two places
     */
    static AssignmentLedger inMemory(Iterable<Place> places) {
        return new InMemoryAssignmentLedger(Optional.empty(), places);
    }

    /**
     * A ledger that keeps everything in memory, empty at first.
     *
     * @param clock what time it is, for leases and the age of keys
     * @return a new ledger
     */
    static AssignmentLedger inMemory(InstantSource clock) {
        return inMemory(clock, List.of());
    }

    /**
     * A ledger that keeps everything in memory and starts with the places that the host's records tell.
     *
     * @param clock what time it is, for leases and the age of keys
     * @param places the places that are taken
     * @return a new ledger
     * @throws IllegalArgumentException if a lead has two places
     */
    static AssignmentLedger inMemory(InstantSource clock, Iterable<Place> places) {
        return new InMemoryAssignmentLedger(Optional.of(clock), places);
    }
}

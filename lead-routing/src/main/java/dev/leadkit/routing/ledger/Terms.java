package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.store.IdempotencyKey;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * On which terms a place is asked for. Immutable. Start with {@link #STANDARD} and say what is different.
 *
 * @param kind which kind of work it is; the units stand in each bid
 * @param lease how long the place is kept
 * @param replaces the token of the place that the lead has now and shall be moved from; empty for a lead that has none
 * @param key makes the reservation happen once, however often it is tried; a further attempt needs a key of its own, because
 *     that nobody had room is a result too
 */
public record Terms(String kind, Lease lease, OptionalLong replaces, Optional<IdempotencyKey> key) {

    /** Work of the kind {@link Work#KIND}, kept without end, for a lead that has no place, without a key. */
    public static final Terms STANDARD =
            new Terms(Work.KIND, Lease.unbounded(), OptionalLong.empty(), Optional.empty());

    /**
     * Makes terms.
     *
     * @param kind which kind of work, 1 to 255 characters
     * @param lease how long
     * @param replaces the token of the place to move from
     * @param key the key
     */
    public Terms {
        Work.checkKind(kind);
        requireNonNull(lease, "lease");
        requireNonNull(replaces, "replaces");
        requireNonNull(key, "key");
    }

    /**
     * The same terms for another kind of work.
     *
     * @param name the kind
     * @return the terms
     */
    public Terms ofKind(String name) {
        return new Terms(name, lease, replaces, key);
    }

    /**
     * The same terms with another lease.
     *
     * @param other the lease
     * @return the terms
     */
    public Terms leased(Lease other) {
        return new Terms(kind, other, replaces, key);
    }

    /**
     * The same terms, to move a lead: it leaves the place under this token in the same step in which it gets the new one, or
     * keeps it if nobody has room.
     *
     * @param token the token of the place that it has
     * @return the terms
     */
    public Terms replacing(long token) {
        return new Terms(kind, lease, OptionalLong.of(token), key);
    }

    /**
     * The same terms under a key.
     *
     * @param attempt what the caller calls this attempt and its repetitions, with the fingerprint of what is asked for
     * @return the terms
     */
    public Terms keyed(IdempotencyKey attempt) {
        return new Terms(kind, lease, replaces, Optional.of(attempt));
    }
}

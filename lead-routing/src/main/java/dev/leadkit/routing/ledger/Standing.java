package dev.leadkit.routing.ledger;

/**
 * Where a rep stands.
 *
 * @param open the units of work that the rep has, reserved and committed, over all pools
 * @param lag how far the rep is behind the fair share in the pool asked about, in {@link dev.leadkit.routing.model.Lag}
 *     units; negative when ahead
 */
public record Standing(int open, long lag) {

    /** Where a rep stands whom the ledger does not know. */
    public static final Standing NEW = new Standing(0, 0);
}

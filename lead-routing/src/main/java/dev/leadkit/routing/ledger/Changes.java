package dev.leadkit.routing.ledger;

import java.util.List;

/**
 * Part of what happened in a ledger.
 *
 * @param list the changes in the order of their positions
 * @param complete false if the ledger has forgotten changes that come before these: whoever follows it must look at everything
 *     anew, and may go on from here
 */
public record Changes(List<Change> list, boolean complete) {

    /**
     * Makes a part.
     *
     * @param list the changes
     * @param complete whether none is missing
     */
    public Changes {
        list = List.copyOf(list);
    }
}

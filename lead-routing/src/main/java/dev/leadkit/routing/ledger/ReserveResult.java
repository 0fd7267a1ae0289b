package dev.leadkit.routing.ledger;

/**
 * What became of a reservation. All but {@link Granted} changed nothing, except that a lapsed place of the lead was given
 * back.
 */
public sealed interface ReserveResult {

    /**
     * The lead has a place now.
     *
     * @param place the new place
     */
    record Granted(Place place) implements ReserveResult {}

    /**
     * The lead has a place already; for a move: under another token than it was to be moved from.
     *
     * @param place the place that it has
     */
    record Held(Place place) implements ReserveResult {}

    /** Nobody who bid had room; a lead that was to be moved keeps its place. */
    record Full() implements ReserveResult {}

    /** The lead was to be moved and has no place: it expired, or was given back. */
    record Free() implements ReserveResult {}

    /** The idempotency key was used for something else. */
    record KeyReused() implements ReserveResult {}
}

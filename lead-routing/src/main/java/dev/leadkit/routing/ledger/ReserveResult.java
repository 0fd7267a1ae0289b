package dev.leadkit.routing.ledger;

/** What became of a reservation. */
public sealed interface ReserveResult {

    /**
     * The lead has a place now.
     *
     * @param place the new place
     */
    record Granted(Place place) implements ReserveResult {}

    /**
     * The lead had a place already; nothing changed.
     *
     * @param place the place that it had
     */
    record Held(Place place) implements ReserveResult {}

    /** Nobody who bid had room; nothing changed. */
    record Full() implements ReserveResult {}
}

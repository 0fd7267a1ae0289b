package dev.leadkit.routing.engine;

import java.io.Serial;

/**
 * What the ledger threw while host code asked: an error of its own, so that the {@linkplain Guard guard} does not take it for that
 * code's failure. Unwrapped before it leaves the router.
 */
final class LedgerFailure extends Error {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Throwable thrown;

    LedgerFailure(Throwable thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** Throws what the ledger threw, as it was, even if that is nowhere declared. */
    @SuppressWarnings("unchecked")
    <E extends Throwable> RuntimeException unwrapped() throws E {
        throw (E) thrown;
    }
}

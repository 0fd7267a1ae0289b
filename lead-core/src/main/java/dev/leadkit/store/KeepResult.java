package dev.leadkit.store;

/** What became of a submission that was to be kept in quarantine. */
public sealed interface KeepResult {

    /**
     * It is kept.
     *
     * @param number the number under which it is found, from 1 up
     */
    record Kept(long number) implements KeepResult {}

    /**
     * The same key with the same payload was used before.
     *
     * @param result what was {@linkplain Reservation#result given} then
     */
    record Repeated(String result) implements KeepResult {}

    /** The idempotency key was used before with another payload. */
    record KeyReused() implements KeepResult {}
}

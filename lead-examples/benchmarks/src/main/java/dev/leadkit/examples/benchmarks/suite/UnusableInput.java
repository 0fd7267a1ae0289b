package dev.leadkit.examples.benchmarks.suite;

/** Something that was handed in is missing or wrong; the message tells the person at the keyboard. */
public final class UnusableInput extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes it.
     *
     * @param message what is wrong, and what to do
     */
    public UnusableInput(String message) {
        super(message);
    }
}

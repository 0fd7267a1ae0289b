package dev.leadkit.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects faults while something is read, so that a person sees all of them at once. Not thread-safe: one collector
 * belongs to one reading.
 */
public final class Faults implements Consumer<Fault> {

    /** Made with the first fault: most readings find none. */
    private List<Fault> found = List.of();

    /** Makes an empty collector. */
    public Faults() {}

    @Override
    public void accept(Fault fault) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(fault);
    }

    /**
     * Adds a fault without a hint.
     *
     * @param path where it is
     * @param rule what it must be
     * @param value what was there, or empty
     */
    public void add(String path, String rule, String value) {
        accept(new Fault(path, rule, value));
    }

    /**
     * Whether nothing was found.
     *
     * @return true while no fault was added
     */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * What was found so far, in the order in which it was found.
     *
     * @return an immutable copy, empty when nothing was found
     */
    public List<Fault> list() {
        return List.copyOf(found);
    }

    /**
     * Refuses the whole thing if anything is wrong with it.
     *
     * @param what the thing's name in the message, such as {@code "scoring model"}
     * @throws RefusedException if at least one fault was added
     */
    public void refuseIfAny(String what) {
        if (!found.isEmpty()) {
            throw new RefusedException(what, found);
        }
    }
}

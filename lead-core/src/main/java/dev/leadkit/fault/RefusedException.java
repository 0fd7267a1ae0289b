package dev.leadkit.fault;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something handed in was refused as a whole; {@link #faults()} has every reason. The message lists them, a line each.
 */
public final class RefusedException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Makes the refusal.
     *
     * @param what the name of what was refused, such as {@code "scoring model"}
     * @param faults why; at least one
     */
    public RefusedException(String what, List<Fault> faults) {
        super(message(what, faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * Every reason for the refusal.
     *
     * @return at least one fault, in the order in which they were found
     */
    public List<Fault> faults() {
        return faults;
    }

    private static String message(String what, List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("faults must be at least one, was none");
        }
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining("", what + " has " + count + ":", ""));
    }
}

package dev.leadkit.scoring.engine;

import dev.leadkit.fault.Fault;
import java.util.List;

/**
 * What could not be evaluated of a lead, beside the rules that a {@link Judgement} finds by itself.
 *
 * @param reach the units that hang on custom rules which could not be judged
 * @param faults what went wrong
 */
record Doubtful(long reach, List<Fault> faults) {

    static final Doubtful NONE = new Doubtful(0, List.of());

    Doubtful {
        faults = List.copyOf(faults);
    }
}

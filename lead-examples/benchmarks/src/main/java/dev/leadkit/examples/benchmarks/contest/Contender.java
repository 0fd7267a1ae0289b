package dev.leadkit.examples.benchmarks.contest;

import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.List;

/**
 * A way to score.
 *
 * @param name its name, such as {@code leadkit.encoded}; the part before the first dot says whose it is
 * @param scores whether it gives totals, which are checked; else it only does a part of the work
 * @param maker makes it ready: compiles the rules, puts the leads into the form that suits it best
 */
public record Contender(String name, boolean scores, Maker maker) {

    /**
     * A contender that gives totals.
     *
     * @param name its name
     * @param maker makes it ready
     */
    public Contender(String name, Maker maker) {
        this(name, true, maker);
    }

    /** Makes a contender ready; none of it is measured. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Makes it ready.
         *
         * @param rules the rules
         * @param people the leads
         * @return what scores them
         */
        Lane lane(RuleSet rules, List<Person> people);
    }

    /** Further contenders, found on the class path by {@link java.util.ServiceLoader}. */
    @FunctionalInterface
    public interface Source {

        /**
         * The contenders.
         *
         * @return who takes part
         */
        List<Contender> contenders();
    }
}

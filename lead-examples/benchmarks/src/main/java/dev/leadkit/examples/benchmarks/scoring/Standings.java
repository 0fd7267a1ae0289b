package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all contests brought so far; of the same contender on the same rules, the best. */
final class Standings {

    private final Map<String, Map<String, Standing>> byRules = new TreeMap<>();

    void add(String rules, Standing standing) {
        byRules.computeIfAbsent(rules, any -> new TreeMap<>()).merge(standing.name(), standing, Standing::best);
    }

    Map<String, Standing> of(String rules) {
        return byRules.getOrDefault(rules, Map.of());
    }

    Optional<Standing> of(String rules, String contender) {
        return Optional.ofNullable(of(rules).get(contender));
    }

    Optional<Double> nanos(String rules, String contender) {
        return of(rules, contender).map(Standing::nanos);
    }

    /** The least time of the contenders whose names begin in some way. */
    Optional<Double> best(String rules, String beginning) {
        return of(rules).values().stream()
                .filter(standing -> standing.name().startsWith(beginning))
                .map(Standing::nanos)
                .min(Double::compare);
    }

    /** How many times as long one takes as the other. */
    Optional<Double> ratio(String rules, String slow, String fast) {
        return nanos(rules, slow).flatMap(more -> nanos(rules, fast).map(less -> more / less));
    }
}

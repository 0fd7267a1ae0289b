package dev.leadkit.examples.benchmarks.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ten figures of all leads and of each source rest on, as numbers by name, so that two who computed them can be compared:
 * counts, buckets and pairs are whole numbers; NaN stands for undefined.
 */
public final class Answers {

    /** How the group of all leads is named. */
    public static final String ALL = "(all)";

    private static final double CLOSE = 1e-9;
    private static final String SEPARATOR = "\t";

    private final SortedMap<String, List<Double>> byName = new TreeMap<>();

    /** Starts with none. */
    public Answers() {}

    /**
     * Adds the numbers of one figure.
     *
     * @param figure which figure
     * @param group of which source, with the month behind it if there is one for each
     * @param numbers the numbers
     */
    public void tell(String figure, String group, List<Double> numbers) {
        byName.put(figure + "/" + group, numbers);
    }

    void tell(String figure, String group, double... numbers) {
        tell(figure, group, Arrays.stream(numbers).boxed().toList());
    }

    /** As lines of text that {@link #read} understands. */
    Stream<String> lines() {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey()
                        + SEPARATOR
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR)));
    }

    void read(String line) {
        List<String> cells = List.of(line.split(SEPARATOR, -1));
        byName.put(
                cells.get(0),
                cells.subList(1, cells.size()).stream().map(Double::valueOf).toList());
    }

    /** Refuses any difference: whole numbers must be equal, others to a billionth. */
    void checkEqual(Answers other) {
        SortedMap<String, String> differences = new TreeMap<>();
        Stream.concat(byName.keySet().stream(), other.byName.keySet().stream()).forEach(name -> {
            List<Double> ours = byName.getOrDefault(name, List.of());
            List<Double> theirs = other.byName.getOrDefault(name, List.of());
            if (!areClose(ours, theirs)) {
                differences.put(name, ours + " and " + theirs);
            }
        });
        if (byName.isEmpty() || !differences.isEmpty()) {
            throw new IllegalStateException("the figures of both must be equal, were " + first(differences));
        }
    }

    private static Map<String, String> first(SortedMap<String, String> differences) {
        return Collections.unmodifiableMap(differences.entrySet().stream()
                .limit(10)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new)));
    }

    private static boolean areClose(List<Double> ours, List<Double> theirs) {
        boolean close = ours.size() == theirs.size();
        for (int i = 0; close && i < ours.size(); i++) {
            double one = ours.get(i);
            double two = theirs.get(i);
            close = one == two
                    || (Double.isNaN(one) && Double.isNaN(two))
                    || (one != Math.rint(one) && Math.abs(one - two) <= CLOSE * Math.abs(one));
        }
        return close;
    }
}

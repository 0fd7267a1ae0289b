package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each value of something occurred. Values of a type that is not text are kept in that type. Not thread-safe. */
final class Distribution {

    private static final int BINS = 10;
    private static final int MOST_NAMED = 19;

    private final FieldType<?> type;
    private final Map<Comparable<?>, Long> counts = new HashMap<>();
    private long missing;

    Distribution(FieldType<?> type) {
        this.type = type;
    }

    /** The one form of a number, whatever zeros it came with. */
    static Comparable<?> key(BigDecimal number) {
        return (Comparable<?>) FieldType.NUMBER.key(number);
    }

    void add(Optional<? extends Comparable<?>> value) {
        value.ifPresentOrElse(key -> counts.merge(key, 1L, Long::sum), () -> missing++);
    }

    /** Adds many of one value, which is in the text form of the type. */
    void add(Optional<String> value, long count) {
        if (value.isPresent()) {
            counts.merge(parsed(value.get()), count, Math::addExact);
        } else {
            missing = Math.addExact(missing, count);
        }
    }

    private Comparable<?> parsed(String text) {
        Optional<? extends Comparable<?>> value = type.isText() ? Optional.of(text) : parsed(type, text);
        return value.orElseThrow(
                () -> new IllegalArgumentException("value must be a " + type + ", was " + Fault.unseen(text)));
    }

    private static <T> Optional<Comparable<?>> parsed(FieldType<T> type, String text) {
        return type.parse(text).map(value -> (Comparable<?>) type.key(value));
    }

    long total() {
        return counts.values().stream().reduce(missing, Math::addExact);
    }

    /** Tells all counts: missing, then by the text of the value. */
    void counts(String input, List<Population.Count> to) {
        if (missing > 0) {
            to.add(new Population.Count(input, Optional.empty(), missing));
        }
        SortedMap<String, Long> texts = new TreeMap<>();
        counts.forEach((key, count) -> texts.put(text(key), count));
        texts.forEach((text, count) -> to.add(new Population.Count(input, Optional.of(text), count)));
    }

    private static String text(Comparable<?> key) {
        return key instanceof BigDecimal number ? number.toPlainString() : key.toString();
    }

    /** How far another distribution is from this one, which alone makes the bins. */
    Optional<StabilityIndex> index(Distribution later) {
        Map<Comparable<?>, Integer> bins = isOrdered() ? ranges(later) : names();
        int size = 2 + bins.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return StabilityIndex.of(binned(bins, size), later.binned(bins, size));
    }

    private boolean isOrdered() {
        return counts.keySet().stream().noneMatch(key -> key instanceof String || key instanceof Boolean);
    }

    private List<Long> binned(Map<Comparable<?>, Integer> bins, int size) {
        Long[] sums = new Long[size];
        Arrays.fill(sums, 0L);
        sums[0] = missing;
        counts.forEach((key, count) -> sums[1 + bins.getOrDefault(key, 0)] += count);
        return List.of(sums);
    }

    /** The most frequent values have a bin each, in no order that matters; all others are in bin 0. */
    private Map<Comparable<?>, Integer> names() {
        List<Map.Entry<Comparable<?>, Long>> frequent = new ArrayList<>(counts.entrySet());
        frequent.sort(Map.Entry.<Comparable<?>, Long>comparingByValue()
                .reversed()
                .thenComparing(each -> each.getKey().toString()));
        Map<Comparable<?>, Integer> bins = new HashMap<>();
        frequent.stream().limit(MOST_NAMED).forEach(each -> bins.put(each.getKey(), bins.size() + 1));
        return bins;
    }

    /** Each value of either belongs to the range that it would have here: a range ends where its share of the leads is reached. */
    private Map<Comparable<?>, Integer> ranges(Distribution later) {
        TreeMap<Comparable<?>, Long> all = new TreeMap<>(natural());
        later.counts.keySet().forEach(key -> all.put(key, 0L));
        all.putAll(counts);
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<Comparable<?>, Integer> bins = new HashMap<>();
        long seen = 0;
        for (Map.Entry<Comparable<?>, Long> each : all.entrySet()) {
            bins.put(each.getKey(), (int) Math.min(BINS - 1L, BINS * seen / Math.max(1, sum)));
            seen += each.getValue();
        }
        return bins;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Comparable<?>> natural() {
        return (one, other) -> ((Comparable) one).compareTo(other);
    }
}

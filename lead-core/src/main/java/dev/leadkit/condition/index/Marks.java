package dev.leadkit.condition.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Numbers and where in a slot they hold: for codes, for single patterns, or for a mixture of both. */
final class Marks {

    final List<Ids.Span> spans = new ArrayList<>();
    private final Map<Integer, List<Integer>> byPattern = new HashMap<>();
    private final List<Mixed> mixed = new ArrayList<>();
    private final int codes;

    private record Mixed(Part part, int number) {}

    Marks(int codes) {
        this.codes = codes;
    }

    void add(Part part, int number) {
        if (part.isPlain()) {
            spans.add(new Ids.Span(part.codes(), number));
        } else if (isPattern(part, codes)) {
            byPattern
                    .computeIfAbsent(part.with()[0], none -> new ArrayList<>(1))
                    .add(number);
        } else {
            mixed.add(new Mixed(part, number));
        }
    }

    /** Whether it is one pattern in any text. */
    static boolean isPattern(Part part, int codes) {
        return part.with().length == 1
                && part.without().length == 0
                && part.codes().equals(CodeSet.span(TextDomain.OTHER, codes));
    }

    boolean isEmpty() {
        return spans.isEmpty() && byPattern.isEmpty() && mixed.isEmpty();
    }

    /** The numbers that hold for a text beyond those of its code's spans. */
    int[] beyond(int code, int[] matched) {
        if (byPattern.isEmpty() && mixed.isEmpty()) {
            return Cell.NONE;
        }
        List<Integer> found = new ArrayList<>();
        for (int pattern : matched) {
            found.addAll(byPattern.getOrDefault(pattern, List.of()));
        }
        for (Mixed one : mixed) {
            if (one.part().holds(code, matched)) {
                found.add(one.number());
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    void each(IntConsumer told) {
        spans.forEach(span -> told.accept(span.number()));
        byPattern.values().forEach(numbers -> numbers.forEach(told::accept));
        mixed.forEach(one -> told.accept(one.number()));
    }
}

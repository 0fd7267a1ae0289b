package dev.leadkit.condition.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Finds which of many texts a text contains or begins with, in one pass: the automaton of Aho and Corasick ("Efficient string
 * matching", 1975) with every step in a table. A text to begin with is one that follows a mark which stands before every
 * text. Patterns beyond the size of the table are tried one by one. Immutable.
 */
final class Patterns {

    static final Patterns NONE = new Patterns(List.of());

    /** How many steps the table may have. */
    private static final int MOST_STEPS = 1 << 21;

    private static final int OTHER = 0;
    private static final int MARK = 1;

    private final int count;
    private final int[] classOfAscii = new int[128];
    private final Map<Character, Integer> classes = new HashMap<>();
    private final int width;
    private final int[] next;
    private final int start;
    private final int[][] found;
    private final int[] shorter;
    private final List<Pattern> oneByOne = new ArrayList<>();
    private final List<Pattern> all;

    /**
     * A wanted text.
     *
     * @param key the text, without the case of letters
     * @param begins whether the text begins with it, not only contains it
     */
    record Pattern(String key, boolean begins) {

        boolean holds(String text) {
            return begins ? text.startsWith(key) : text.contains(key);
        }
    }

    Patterns(List<Pattern> patterns) {
        this.all = List.copyOf(patterns);
        this.count = patterns.size();
        patterns.forEach(pattern -> pattern.key().chars().forEach(this::know));
        this.width = classes.size() + 2;
        List<int[]> rows = new ArrayList<>();
        List<List<Integer>> ends = new ArrayList<>();
        addState(rows, ends);
        for (int number = 0; number < count; number++) {
            Pattern pattern = patterns.get(number);
            if ((long) (rows.size() + pattern.key().length() + 1) * width > MOST_STEPS) {
                oneByOne.add(pattern);
            } else {
                add(rows, ends, pattern, number);
            }
        }
        this.next = new int[rows.size() * width];
        this.shorter = new int[rows.size()];
        this.found = new int[rows.size()][];
        link(rows, ends);
        this.start = count == 0 ? 0 : next[MARK];
    }

    private void know(int character) {
        int known = classes.computeIfAbsent((char) character, none -> classes.size() + 2);
        if (character < classOfAscii.length) {
            classOfAscii[character] = known;
        }
    }

    private void addState(List<int[]> rows, List<List<Integer>> ends) {
        int[] row = new int[width];
        Arrays.fill(row, -1);
        rows.add(row);
        ends.add(new ArrayList<>(1));
    }

    private void add(List<int[]> rows, List<List<Integer>> ends, Pattern pattern, int number) {
        int state = pattern.begins() ? step(rows, ends, 0, MARK) : 0;
        for (int i = 0; i < pattern.key().length(); i++) {
            state = step(rows, ends, state, classOf(pattern.key().charAt(i)));
        }
        ends.get(state).add(number);
    }

    private int step(List<int[]> rows, List<List<Integer>> ends, int state, int character) {
        int[] row = rows.get(state);
        if (row[character] < 0) {
            row[character] = rows.size();
            addState(rows, ends);
        }
        return row[character];
    }

    /** Breadth first: where a step is missing, the step of the longest ending that is a state too. */
    private void link(List<int[]> rows, List<List<Integer>> ends) {
        int[] failure = new int[rows.size()];
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found[state] = ends.get(state).stream().mapToInt(Integer::intValue).toArray();
            int ending = failure[state];
            shorter[state] = state == 0 || found[ending].length > 0 ? ending : shorter[ending];
            for (int character = 0; character < width; character++) {
                int to = rows.get(state)[character];
                int otherwise = state == 0 ? 0 : next[ending * width + character];
                next[state * width + character] = to < 0 ? otherwise : to;
                if (to >= 0) {
                    failure[to] = otherwise;
                    queue.add(to);
                }
            }
        }
    }

    private int classOf(char character) {
        return character < classOfAscii.length ? classOfAscii[character] : classes.getOrDefault(character, OTHER);
    }

    /** The numbers of the patterns that a folded text holds, ascending. */
    int[] in(String text) {
        if (count == 0) {
            return Cell.NONE;
        }
        BitSet numbers = null;
        int state = start;
        for (int i = 0; i < text.length(); i++) {
            state = next[state * width + classOf(text.charAt(i))];
            if (found[state].length > 0 || shorter[state] > 0) {
                numbers = numbers == null ? new BitSet(count) : numbers;
                mark(state, numbers);
            }
        }
        if (!oneByOne.isEmpty()) {
            numbers = numbers == null ? new BitSet(count) : numbers;
            for (int number = 0; number < count; number++) {
                numbers.set(number, numbers.get(number) || all.get(number).holds(text));
            }
        }
        return numbers == null ? Cell.NONE : numbers.stream().toArray();
    }

    private void mark(int end, BitSet numbers) {
        for (int state = end; state > 0; state = shorter[state]) {
            for (int number : found[state]) {
                numbers.set(number);
            }
        }
    }

    /** The number of each pattern. */
    Map<Pattern, Integer> numbers() {
        Map<Pattern, Integer> numbers =
                new TreeMap<>(Comparator.comparing(Pattern::key).thenComparing(Pattern::begins));
        for (int number = 0; number < count; number++) {
            numbers.put(all.get(number), number);
        }
        return numbers;
    }
}

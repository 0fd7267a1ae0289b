package dev.leadkit.fuzz;

import java.util.List;
import java.util.Random;

/** Breaks seeds: the same seeds, number and start give the same text everywhere. */
final class Mutator {

    private static final int LONGEST = 4_000;
    private static final int MOST_CHANGES = 8;
    private static final int MOST_REPEATS = 400;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final String ODD =
            "\0\t\n\r \"'\\%&+=;,|{}[]:/~#@<>.-eE019aZ\u00A0\u00DF\u0130\u0131\u0301\u2028\u202E\uFEFF"
                    + "\uD83D\uDE00\uD800\uDC00\uFFFD\u0660\uFF10";

    private final List<String> seeds;
    private final List<String> words;
    private final long start;

    Mutator(List<String> seeds, List<String> words, long start) {
        this.seeds = seeds;
        this.words = words;
        this.start = start;
    }

    /** The text of this number; the first ones are the seeds as they are. */
    String text(long number) {
        if (number < seeds.size()) {
            return seeds.get((int) number);
        }
        Random random = new Random((start ^ number) * GOLDEN);
        StringBuilder text = new StringBuilder(any(seeds, random));
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            change(text, random);
            text.setLength(Math.min(text.length(), LONGEST));
        }
        return text.toString();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void change(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1 + (random.nextBoolean() ? 4 : text.length())));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, any(words, random));
            case 2 -> text.replace(from, to, any(words, random));
            case 3 -> text.insert(from, ODD.charAt(random.nextInt(ODD.length())));
            case 4 -> text.insert(to, text.substring(from, to));
            case 5 -> repeat(text, from, to, random);
            case 6 -> splice(text, from, random);
            default -> text.insert(from, (char) random.nextInt(Character.MAX_VALUE + 1));
        }
    }

    private static void repeat(StringBuilder text, int from, int to, Random random) {
        int length = Math.max(1, to - from);
        text.insert(to, text.substring(from, to).repeat(Math.min(LONGEST / length, random.nextInt(MOST_REPEATS))));
    }

    private void splice(StringBuilder text, int from, Random random) {
        String other = any(seeds, random);
        text.setLength(from);
        text.append(other.substring(random.nextInt(other.length() + 1)));
    }
}

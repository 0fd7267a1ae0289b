package dev.leadkit.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;

/**
 * Runs a target over the texts of a mutator for some time. {@code -Dleadkit.fuzz.seconds} is how long all targets together
 * run, else 30; {@code -Dleadkit.fuzz.seed} is where the mutator starts, else 1; {@code -Dleadkit.fuzz.input} runs the one
 * text of that number.
 */
final class Fuzzer {

    private static final int TARGETS = 7;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long SEED = Long.getLong("leadkit.fuzz.seed", 1);
    private static final Duration EACH =
            Duration.ofSeconds(Long.getLong("leadkit.fuzz.seconds", 30)).dividedBy(TARGETS);

    private final String name;
    private final Mutator mutator;
    private final Target target;
    private volatile long number;
    private volatile long startedAt;
    private volatile boolean stopped;
    private volatile Throwable failure;

    Fuzzer(String name, Corpus corpus, Target target) {
        this.name = name;
        this.mutator = new Mutator(corpus.seeds(), corpus.words(), SEED);
        this.target = target;
    }

    /** Fails with the seed, the number of the text and a text as short as can be. */
    void run() throws InterruptedException {
        startedAt = System.nanoTime();
        Thread worker = new Thread(this::work, "fuzz-" + name);
        worker.setDaemon(true);
        worker.start();
        while (worker.isAlive()) {
            worker.join(100);
            if (worker.isAlive() && System.nanoTime() - startedAt > LONGEST.toNanos()) {
                stopped = true;
                fail(told("hangs: more than " + LONGEST.toSeconds() + " s", mutator.text(number)));
            }
        }
        if (failure != null) {
            throw new AssertionError(told(failure.toString(), shortest(mutator.text(number))), failure);
        }
        System.out.println(
                "fuzz " + name + ": " + (number + 1) + " executions in " + EACH.toSeconds() + " s, seed " + SEED);
    }

    private void work() {
        Long only = Long.getLong("leadkit.fuzz.input");
        long end = System.nanoTime() + EACH.toNanos();
        boolean more = true;
        for (long next = only == null ? 0 : only; more && !stopped; next++) {
            number = next;
            startedAt = System.nanoTime();
            failure = failure(mutator.text(next));
            more = failure == null && only == null && startedAt < end;
        }
    }

    private Throwable failure(String text) {
        try {
            target.read(text);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private String told(String what, String text) {
        return "fuzz " + name + " " + what + "\n  seed " + SEED + ", text " + number + "; again by -Dleadkit.fuzz.seed="
                + SEED + " -Dleadkit.fuzz.input=" + number + "\n  shortest: " + literal(text);
    }

    /** Leaves out parts, long ones first, as long as the failure stays of its kind. */
    private String shortest(String text) {
        String kept = text;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int part = Math.max(1, text.length() / 2); part >= 1 && System.nanoTime() < end; part /= 2) {
            for (int from = 0; from < kept.length() && System.nanoTime() < end; ) {
                String without = kept.substring(0, from) + kept.substring(Math.min(kept.length(), from + part));
                Throwable other = failure(without);
                boolean same = other != null && other.getClass() == failure.getClass();
                kept = same ? without : kept;
                from += same ? 0 : part;
            }
        }
        return kept;
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars()
                .forEach(c -> literal.append(
                        c < ' ' || c > '~' || c == '"' || c == '\\'
                                ? "\\u%04x".formatted(c)
                                : String.valueOf((char) c)));
        return literal.append('"').toString();
    }
}

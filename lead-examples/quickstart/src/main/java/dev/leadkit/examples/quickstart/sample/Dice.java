package dev.leadkit.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Seeded chance. {@link Random}'s algorithm is specified, so the same seed falls the same way on every JDK. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Earlier values are likelier: the smaller of two throws. */
    <T> T oneOfFirst(List<T> values) {
        return values.get(Math.min(below(values.size()), below(values.size())));
    }

    Instant after(Instant start, Duration least, Duration most) {
        long span = most.minus(least).toSeconds();
        return start.plus(least).plusSeconds((long) (random.nextDouble() * span));
    }
}

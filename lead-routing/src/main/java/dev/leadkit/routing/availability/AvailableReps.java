package dev.leadkit.routing.availability;

import java.time.Instant;

/**
 * Who is there for a stretch of time, as bits: rep {@code r} is bit {@code r % 64} of word {@code r / 64}. Immutable and
 * thread-safe.
 */
public final class AvailableReps {

    private final long since;
    private final long until;
    private final long[] words;
    private final long[] ownerWords;
    private final Object stamp = new Object();

    AvailableReps(long since, long until, long[] words, long[] ownerWords) {
        this.since = since;
        this.until = until;
        this.words = words;
        this.ownerWords = ownerWords;
    }

    /**
     * Whether this is still, or already, who is there.
     *
     * @param at an instant
     * @return true if {@link AvailabilityTimeline#at} gives an equal set for it without looking further; false only means to
     *     ask
     * @throws IllegalArgumentException if the instant is out of the calendars' bounds
     */
    public boolean holdsAt(Instant at) {
        return holds(Ticks.of(at));
    }

    boolean holds(long tick) {
        return tick >= since && tick < until;
    }

    long until() {
        return until;
    }

    /**
     * What this can be told from others by. For whoever keeps what was made of this, and does not want to keep all of it.
     *
     * @return an object of this set alone, that holds nothing of it
     */
    public Object stamp() {
        return stamp;
    }

    /**
     * How many words there are.
     *
     * @return one for every 64 reps, rounded up
     */
    public int words() {
        return words.length;
    }

    /**
     * The reps who take new leads.
     *
     * @param index which word
     * @return its bits; those beyond the last rep are 0
     */
    public long word(int index) {
        return words[index];
    }

    /**
     * The reps who take leads that are their own: those who take new ones, and those who are {@linkplain
     * OutOfOffice.Kind#SOFT softly} out of office while their hours are open.
     *
     * @param index which word
     * @return its bits
     */
    public long ownerWord(int index) {
        return ownerWords[index];
    }

    /**
     * Whether a rep takes new leads.
     *
     * @param rep the rep's number
     * @return true if so
     */
    public boolean isAvailable(int rep) {
        return ((words[rep >>> 6] >>> rep) & 1) != 0;
    }

    /**
     * Whether a rep takes leads that are the rep's own.
     *
     * @param rep the rep's number
     * @return true if so
     */
    public boolean isAvailableToOwn(int rep) {
        return ((ownerWords[rep >>> 6] >>> rep) & 1) != 0;
    }

    /**
     * How many take new leads.
     *
     * @return the number of reps
     */
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }
}

package dev.leadkit.metrics.consent;

import dev.leadkit.metrics.fold.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the events of one lead, channel and purpose, from the first to the last. */
final class ConsentLine {

    static final String NO_MESSAGE = "opt-out without a message";
    static final String UNPROVOKED = "complaint without a message";
    static final String NONE = "no message was delivered";

    private final Duration grace;
    private final List<ConsentEvent> events;
    private boolean asked;
    private boolean agreed;
    private boolean consents;
    private @Nullable Instant withdrawn;
    private boolean answerable;
    private boolean blamable;

    ConsentLine(Duration grace, List<ConsentEvent> events) {
        this.grace = grace;
        this.events = events;
    }

    /** Whether the latest word is consent. */
    boolean count(Counts counts, long times) {
        for (ConsentEvent event : events) {
            count(counts, event, times);
        }
        counts.add(ConsentRates.PEOPLE, 0, times);
        counts.add(ConsentRates.ASKED, 0, asked ? times : 0);
        counts.add(ConsentRates.AGREED, 0, agreed ? times : 0);
        counts.add(ConsentRates.CONTACTABLE, 0, consents ? times : 0);
        return consents;
    }

    private void count(Counts counts, ConsentEvent event, long times) {
        switch (event.act()) {
            case ASKED -> asked = true;
            case OPTED_IN -> {
                agreed |= asked;
                consents = true;
                withdrawn = null;
            }
            case DELIVERED -> delivered(counts, event.at(), times);
            case OPTED_OUT -> {
                answer(counts, answerable, ConsentRates.OPTED_OUT, NO_MESSAGE, times);
                answerable = false;
                consents = false;
                withdrawn = withdrawn == null ? event.at() : withdrawn;
            }
            case COMPLAINED -> {
                answer(counts, blamable, ConsentRates.COMPLAINED, UNPROVOKED, times);
                blamable = false;
            }
        }
    }

    private void delivered(Counts counts, Instant at, long times) {
        counts.add(ConsentRates.DELIVERED, 0, times);
        answerable = true;
        blamable = true;
        if (withdrawn != null && Duration.between(withdrawn, at).compareTo(grace) > 0) {
            counts.add(ConsentRates.LATE, 0, times);
        }
    }

    private static void answer(Counts counts, boolean message, int part, String why, long times) {
        if (message) {
            counts.add(part, 0, times);
        } else {
            counts.exclude(why, times);
        }
    }
}

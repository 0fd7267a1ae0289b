package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Reserved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The touches that led to one conversion: those at or before it and not older than the window. Immutable and thread-safe.
 *
 * @param facts the lead's facts
 * @param conversion the conversion
 * @param touches events whose occurrence is {@link Occurrence.Touched}, in order; those of one instant by their identifiers
 */
public record Journey(LeadFacts facts, FactEvent conversion, List<FactEvent> touches) {

    private static final Set<String> RESERVED = Set.of(Credits.UNATTRIBUTED);

    /**
     * Keeps a copy of the touches.
     *
     * @param facts the lead's facts
     * @param conversion the conversion
     * @param touches the touches in order
     */
    public Journey {
        touches = List.copyOf(touches);
    }

    /**
     * By which channel a touch was.
     *
     * @param touch the touch's place, from 0
     * @return the channel
     */
    public String channel(int touch) {
        return channel(touches.get(touch));
    }

    static String channel(FactEvent touch) {
        return ((Occurrence.Touched) touch.what()).channel();
    }

    /** The channel's name among the credits. */
    static String row(String channel) {
        return Reserved.apart(channel, RESERVED);
    }

    /** The touches from so long before an event to its instant. */
    static List<FactEvent> touches(LeadFacts facts, FactEvent until, Duration lookback) {
        List<FactEvent> touches = new ArrayList<>();
        for (FactEvent event : facts.events()) {
            if (until.isBefore(event)) {
                break;
            }
            if (event.what() instanceof Occurrence.Touched && event.within(until, lookback)) {
                touches.add(event);
            }
        }
        return touches;
    }
}

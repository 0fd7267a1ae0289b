package dev.leadkit.store;

import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets events share what they have in common: interactions are most of what a store keeps, and most of them visit the same
 * pages. It remembers the latest few thousand only, so that what never comes again costs nothing. Not thread-safe.
 */
final class Repeated {

    private static final int PLACES = 8_192;

    private final Latest<Interaction> interactions = new Latest<>();
    private final Latest<String> texts = new Latest<>();

    List<LeadEvent> shared(List<LeadEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Interacted) {
                return events.stream().map(this::shared).toList();
            }
        }
        return events;
    }

    private LeadEvent shared(LeadEvent event) {
        return event instanceof Interacted interacted
                ? new Interacted(interacted.header(), shared(interacted.interaction()))
                : event;
    }

    private Interaction shared(Interaction interaction) {
        Interaction known = interactions.find(interaction);
        return known == null ? interactions.keep(sharing(interaction)) : known;
    }

    private Interaction sharing(Interaction interaction) {
        Map<String, String> properties = new LinkedHashMap<>();
        interaction.properties().forEach((name, value) -> properties.put(texts.share(name), texts.share(value)));
        return new Interaction(
                texts.share(interaction.type()), interaction.direction(), interaction.actor(), properties);
    }

    /** Equal values become one; a newer one takes the place of an older one of the same hash. */
    private static final class Latest<T> {

        private final @Nullable Object[] places = new Object[PLACES];

        @Nullable T find(T value) {
            @SuppressWarnings("unchecked") // only keep() writes, and it writes a T
            T known = (T) places[place(value)];
            return known != null && known.equals(value) ? known : null;
        }

        T keep(T value) {
            places[place(value)] = value;
            return value;
        }

        T share(T value) {
            T known = find(value);
            return known == null ? keep(value) : known;
        }

        private static int place(Object value) {
            int hash = value.hashCode();
            return (hash ^ (hash >>> 13)) & (PLACES - 1);
        }
    }
}

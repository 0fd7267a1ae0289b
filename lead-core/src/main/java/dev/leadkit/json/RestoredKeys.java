package dev.leadkit.json;

import static java.util.Objects.requireNonNull;

import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes the keys of an event again, as the desk made them when it took the submission in. */
record RestoredKeys(MatchKeyRule matchKeys, MatchKeyRule sharedKeys) {

    RestoredKeys {
        requireNonNull(matchKeys, "matchKeys");
        requireNonNull(sharedKeys, "sharedKeys");
    }

    /** The keys that the event claims for its lead. */
    Set<MatchKey> own(LeadEvent event) {
        Set<MatchKey> own = new LinkedHashSet<>();
        if (event instanceof Captured captured) {
            own.add(record(captured.origin()));
        } else if (event instanceof Updated updated) {
            own.add(record(updated.origin()));
        }
        own.addAll(matchKeys.keys(values(event)));
        return own;
    }

    Set<MatchKey> shared(LeadEvent event) {
        return new LinkedHashSet<>(sharedKeys.keys(values(event)));
    }

    private static MatchKey record(Origin origin) {
        return new MatchKey(
                MatchKey.RECORD,
                LeadId.derived(origin.system(), origin.externalId()).value());
    }

    private static FieldValues values(LeadEvent event) {
        if (event instanceof Captured captured) {
            return captured.values();
        }
        return event instanceof Updated updated ? updated.values() : FieldValues.EMPTY;
    }
}

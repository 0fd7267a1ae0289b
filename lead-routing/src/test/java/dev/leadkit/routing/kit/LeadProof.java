package dev.leadkit.routing.kit;

import static java.util.Objects.requireNonNull;

import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One lead's way through the feed: it has one place at a time, each under a greater token, and gives it back once. */
final class LeadProof {

    private @Nullable Place latest;
    private boolean holds;

    /** What the lead has after the last change. */
    Optional<Place> held() {
        return holds ? Optional.of(requireNonNull(latest)) : Optional.empty();
    }

    /** Takes the next change; what is wrong with it, if anything. */
    Optional<String> next(Change change) {
        boolean right = may(change.sort(), change.place());
        String before = (holds ? "holding " : "after ") + latest;
        latest = change.place();
        holds = !change.sort().frees();
        return right ? Optional.empty() : Optional.of(change + " cannot come " + before);
    }

    private boolean may(Change.Sort sort, Place place) {
        return switch (sort) {
            case GRANTED -> !holds && isNewer(place);
            case RESTORED -> !holds && (isNewer(place) || isSame(place));
            case COMMITTED ->
                holds
                        && isSame(place)
                        && place.committed()
                        && !requireNonNull(latest).committed();
            case RENEWED -> holds && isSame(place) && !place.committed();
            case RELEASED, EXPIRED, REPLACED -> holds && place.equals(latest);
        };
    }

    private boolean isNewer(Place place) {
        return latest == null || place.token() > latest.token();
    }

    private boolean isSame(Place place) {
        return latest != null
                && place.token() == latest.token()
                && place.rep().equals(latest.rep())
                && place.work().equals(latest.work());
    }
}

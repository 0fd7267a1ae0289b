package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The idempotency keys in use, of commits and of what was put in quarantine. */
final class Reservations {

    private final Map<String, Reserved> reserved = new HashMap<>();

    /** A reservation and the lead, or the record, that it is about. */
    private record Reserved(Reservation reservation, LeadId about) {}

    /** The answer to a repetition, or null if the key is free. */
    synchronized @Nullable CommitResult replay(Optional<Reservation> wanted) {
        Reserved earlier = wanted.map(each -> reserved.get(each.key().key())).orElse(null);
        if (earlier == null) {
            return null;
        }
        return wanted.map(Reservation::key)
                        .equals(Optional.of(earlier.reservation().key()))
                ? new CommitResult.Repeated(earlier.reservation().result())
                : new CommitResult.KeyReused();
    }

    /** Reserves a free key; gives the answer to a repetition, or null if the key was free. */
    synchronized @Nullable CommitResult reserve(Optional<Reservation> wanted, LeadId about) {
        CommitResult earlier = replay(wanted);
        if (earlier == null) {
            wanted.ifPresent(each -> reserved.put(each.key().key(), new Reserved(each, about)));
        }
        return earlier;
    }

    synchronized void redact(Predicate<LeadId> records) {
        reserved.values().removeIf(each -> records.test(each.about()));
    }

    synchronized long forget(Instant now) {
        long before = reserved.size();
        reserved.values().removeIf(each -> !each.reservation().keepUntil().isAfter(now));
        return before - reserved.size();
    }
}

package dev.leadkit.desk;

import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a desk is made of; the mapping for every other system stands under the empty name. */
record Wiring(
        LeadStore store,
        Map<String, Function<Submission, Mapped>> mappings,
        MatchKeyRule matchKeys,
        MatchKeyRule sharedKeys,
        Lifecycle lifecycle,
        Optional<LeadScorer> scorer,
        Optional<LeadRouter> router,
        Retention retention,
        InstantSource clock) {

    Optional<Function<Submission, Mapped>> mapping(String system) {
        return Optional.ofNullable(mappings.get(system)).or(() -> Optional.ofNullable(mappings.get("")));
    }

    Moment moment(Optional<Instant> told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Moment(now, now, false).told(told);
    }

    <T> DeskResult<T> withLead(LeadId id, Function<StoredLead, DeskResult<T>> action) {
        return store.find(id).map(action).orElseGet(() -> new DeskResult.NoSuchLead<>(id));
    }

    CommitResult commit(StoredLead stored, List<? extends LeadEvent> events) {
        return store.commit(Commit.of(stored.history().id(), stored.version(), events));
    }

    /** What a commit without keys came to. */
    static <T> DeskResult<T> result(CommitResult result, T value, List<Fault> warnings) {
        if (result instanceof CommitResult.Committed committed) {
            return new DeskResult.Done<>(value, committed.version(), warnings);
        }
        if (result instanceof CommitResult.Conflict conflict) {
            return new DeskResult.Conflict<>(conflict.version());
        }
        if (result instanceof CommitResult.Full full) {
            return new DeskResult.Refused<>(List.of(Intake.full(full)));
        }
        if (result instanceof CommitResult.StaleToken stale) {
            return new DeskResult.Refused<>(List.of(new Fault(
                    "router", "giving a newer token than " + stale.newest(), "an older one", "Mend the router.")));
        }
        throw new IllegalStateException("store must not answer " + result + " to a commit without keys");
    }
}

package dev.leadkit.store;

import dev.leadkit.capture.Submission;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Items by their numbers. */
final class InMemoryQuarantine implements Quarantine {

    private final Reservations reservations;
    private final TreeMap<Long, QuarantinedSubmission> items = new TreeMap<>();
    private final Map<Submission, Long> numbers = new HashMap<>();
    private long last;

    InMemoryQuarantine(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public synchronized KeepResult keep(QuarantinedSubmission submission, Optional<Reservation> reservation) {
        CommitResult earlier = reservations.reserve(reservation, submission.record());
        if (earlier != null) {
            return earlier instanceof CommitResult.Repeated repeated
                    ? new KeepResult.Repeated(repeated.result())
                    : new KeepResult.KeyReused();
        }
        long number = numbers.computeIfAbsent(submission.submission(), fresh -> ++last);
        items.put(number, submission);
        return new KeepResult.Kept(number);
    }

    @Override
    public synchronized Optional<QuarantineItem> find(long number) {
        return Optional.ofNullable(items.get(number)).map(content -> new QuarantineItem(number, content));
    }

    @Override
    public synchronized List<QuarantineItem> page(long after, int most) {
        if (after < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "quarantine page must start from 0 up and have room for an item, was after " + after + ", most "
                            + most);
        }
        return items.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(each -> new QuarantineItem(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public synchronized boolean remove(long number) {
        QuarantinedSubmission removed = items.remove(number);
        return removed != null && numbers.remove(removed.submission(), number);
    }

    synchronized void redact(Predicate<LeadId> records) {
        removeIf(each -> records.test(each.record()));
    }

    synchronized long forget(Instant now) {
        return removeIf(each -> !each.keepUntil().isAfter(now));
    }

    private long removeIf(Predicate<QuarantinedSubmission> unwanted) {
        long before = items.size();
        items.values().removeIf(unwanted);
        numbers.values().removeIf(number -> !items.containsKey(number));
        return before - items.size();
    }
}

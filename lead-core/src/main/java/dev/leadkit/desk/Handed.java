package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.EventHeader;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.json.OutcomeJson;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.Payload;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A submission as it was handed in: under an idempotency key or without, when it counts from, and when it came in. */
record Handed(Submission submission, Optional<String> key, Moment moment, Instant received, Retention retention) {

    /** The key, with the outcome that a repetition gets. */
    Optional<Reservation> reservation(CaptureOutcome outcome) {
        return key.map(name -> new Reservation(
                new IdempotencyKey(name, submission.fingerprint()), text(outcome), until(retention.idempotencyKeys())));
    }

    /** What the caller is told: under a key exactly what a repetition gets, which is cut where a fault is long. */
    CaptureOutcome told(CaptureOutcome outcome) {
        return key.isEmpty() ? outcome : first(text(outcome));
    }

    private static String text(CaptureOutcome outcome) {
        return JsonText.line(OutcomeJson.write(outcome));
    }

    /** The outcome that was reserved with a key. */
    static CaptureOutcome first(String result) {
        return JsonDocument.of(result).as("outcome", OutcomeJson::read);
    }

    Optional<Payload> payload() {
        return retention.payloads().isZero()
                ? Optional.empty()
                : Optional.of(new Payload(submission, received, until(retention.payloads())));
    }

    QuarantinedSubmission quarantined(CaptureOutcome.Quarantined outcome) {
        return new QuarantinedSubmission(submission, outcome.faults(), received, until(retention.quarantine()));
    }

    /** No later than any event can be: who keeps something for ever says so with a span of a million years. */
    private Instant until(Duration span) {
        Duration most = Duration.between(received, EventHeader.LATEST);
        return span.compareTo(most) < 0 ? received.plus(span) : EventHeader.LATEST;
    }
}

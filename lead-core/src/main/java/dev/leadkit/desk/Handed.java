package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.json.JsonText;
import dev.leadkit.json.OutcomeJson;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.Payload;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import java.time.Instant;
import java.util.Optional;

/** A submission as it was handed in: under an idempotency key or without, and when. */
record Handed(Submission submission, Optional<String> key, Moment moment, Retention retention) {

    /** The key, with the outcome that a repetition gets. */
    Optional<Reservation> reservation(CaptureOutcome outcome) {
        return key.map(name -> new Reservation(
                new IdempotencyKey(name, submission.fingerprint()),
                JsonText.line(OutcomeJson.write(outcome)),
                received().plus(retention.idempotencyKeys())));
    }

    Optional<Payload> payload() {
        return retention.payloads().isZero()
                ? Optional.empty()
                : Optional.of(new Payload(submission, received(), received().plus(retention.payloads())));
    }

    QuarantinedSubmission quarantined(CaptureOutcome.Quarantined outcome) {
        return new QuarantinedSubmission(
                submission, outcome.faults(), received(), received().plus(retention.quarantine()));
    }

    private Instant received() {
        return moment.recordedAt();
    }
}

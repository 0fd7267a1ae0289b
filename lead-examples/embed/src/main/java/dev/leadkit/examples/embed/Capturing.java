package dev.leadkit.examples.embed;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.form.WebForm;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import dev.leadkit.transfer.LeadImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ways in: a form, a file, and what has to be mended first. */
final class Capturing {

    private final LeadStore store;
    private final LeadDesk desk;
    private final Mapping mapping;

    Capturing(LeadStore store, LeadDesk desk, Mapping mapping) {
        this.store = store;
        this.desk = desk;
        this.mapping = mapping;
    }

    CaptureOutcome form(String body, String attempt) {
        // tag::form[]
        Map<String, String> fields = WebForm.standard().body(body);
        Submission submission = mapping.submission("web", attempt, fields);
        CaptureOutcome outcome = desk.capture(submission, attempt); // the second click gets the first outcome
        // end::form[]
        return outcome;
    }

    ImportReport file(Path file, Checkpoints checkpoints) throws IOException {
        // tag::file[]
        ImportReport report;
        try (var rows = CsvInput.standard().open(file, "crm", mapping)) {
            report = LeadImport.of("crm-2026-11", desk::captureAll)
                    .checkpoints(checkpoints) // started again, it goes on where it was
                    .onProgress(soFar -> System.out.println(soFar.rows() + " rows"))
                    .run(rows);
        }
        // end::file[]
        return report;
    }

    List<QuarantineItem> mend(String right) {
        // tag::mend[]
        for (QuarantineItem item : store.quarantine().page(0, 100)) {
            System.out.println(item.content().faults()); // mail: must be an e-mail address, was ...
            desk.resubmit(item.number(), submission -> submission.with("mail", right));
        }
        // end::mend[]
        return store.quarantine().page(0, 100);
    }
}

package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.quickstart.reading.LeadRows;
import dev.leadkit.examples.quickstart.replay.Replay;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.AuditFold;
import dev.leadkit.metrics.figures.AuditSpec;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.time.Instant;
import java.time.ZoneId;

/** Looks at the data itself: at the rows as they came in, and at the leads that they became. */
final class Auditing {

    /** The desk has joined leads of one e-mail address; these keys say which others a person should look at. */
    private static final MatchKeyRule LIKELY = MatchKeyRule.person().and(MatchKeyRule.phone());

    private final Mapping mapping;
    private final AuditFold fold;

    Auditing(MappingDocument document, ZoneId zone) {
        this.mapping = document.mapping();
        String[] fields = mapping.columns().stream()
                .map(ColumnRule::field)
                .filter(name -> !name.equals(Replay.CONVERTED.name()))
                .toArray(String[]::new);
        this.fold = new AuditFold(AuditSpec.builder(document.catalog(), zone)
                .fields(fields)
                .keys(LIKELY::keys)
                .build());
    }

    /** Looks at the rows, before they are captured. */
    void add(LeadRows rows) {
        rows.rows().forEach(row -> fold.add(SubmissionFacts.of(mapping, row.submission())));
        rows.broken().forEach(row -> fold.add(SubmissionFacts.unreadable()));
    }

    /** Looks at a lead. */
    void add(LeadHistory lead) {
        fold.add(lead);
    }

    Audit audit(Instant asOf) {
        return fold.audit(asOf);
    }
}

package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.quickstart.reading.LeadRows;
import dev.leadkit.examples.quickstart.replay.Replay;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.AuditFold;
import dev.leadkit.metrics.figures.AuditSpec;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the data itself: at the rows as they came in, and at the leads that they became. */
final class Auditing {

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
                .keys(Auditing::keys)
                .build());
    }

    /** The desk has joined leads of one e-mail address; these keys say which others a person should look at. */
    private static List<MatchKey> keys(FieldValues values) {
        Optional<String> first = values.get(StandardFields.FIRST_NAME);
        Optional<String> last = values.get(StandardFields.LAST_NAME);
        Optional<String> phone = values.get(StandardFields.PHONE).map(PhoneNumber::e164);
        return Stream.of(
                        key("nameAndCompany", List.of(first, last, values.get(StandardFields.COMPANY))),
                        key("nameAndPhone", List.of(last, phone)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A hash, so that texts of any length are a key. */
    private static Optional<MatchKey> key(String kind, List<Optional<String>> parts) {
        String[] known = parts.stream()
                .flatMap(Optional::stream)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return known.length < parts.size()
                ? Optional.empty()
                : Optional.of(new MatchKey(kind, Fingerprint.of(Fingerprint.MOST_BYTES, known)));
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

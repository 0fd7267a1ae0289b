package dev.leadkit.metrics.figures;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.quality.AuditFacts;
import dev.leadkit.metrics.quality.ColumnCell;
import dev.leadkit.metrics.quality.Completeness;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.FieldCell;
import dev.leadkit.metrics.quality.KeyedLead;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.quality.Standing;
import dev.leadkit.metrics.quality.SubmissionFacts;
import dev.leadkit.metrics.quality.Validity;
import dev.leadkit.metrics.quality.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes submission after submission and lead after lead, and keeps counts and lead identifiers: memory grows with open leads, and
 * with leads times their keys. Folds of shards are merged in any grouping and order. Equal when specification and counts are.
 * Mutable and not thread-safe: one per thread, merged afterwards.
 */
public final class AuditFold {

    private final AuditSpec spec;
    private final Running<SubmissionFacts, Tally<ColumnCell>, Validity.Valid> validity = new Running<>(new Validity());
    private final Running<AuditFacts, Tally<FieldCell>, Completeness.Filled> completeness;
    private final Running<AuditFacts, Tally<Word>, Staleness.Ages> staleness;
    private final Running<AuditFacts, Tally<KeyedLead>, Duplicates.Shared> duplicates = new Running<>(new Duplicates());
    private final Running<AuditFacts, Sample<Standing>, Neglect.Forgotten> neglect;

    /**
     * Starts with nothing.
     *
     * @param spec what is looked at
     */
    public AuditFold(AuditSpec spec) {
        this.spec = spec;
        this.completeness = new Running<>(spec.completeness());
        this.staleness = new Running<>(spec.staleness());
        this.neglect = new Running<>(spec.neglect());
    }

    /**
     * Counts a submission.
     *
     * @param facts what is known of it
     */
    public void add(SubmissionFacts facts) {
        validity.add(facts);
    }

    /**
     * Takes back a submission that was counted here or on any other shard, before or after.
     *
     * @param facts exactly the facts that it was counted with
     */
    public void retract(SubmissionFacts facts) {
        validity.retract(facts);
    }

    /**
     * Counts a lead. The same lead must not be counted twice: when it changed, retract its old facts first.
     *
     * @param history everything that happened to it; for an audit as of a moment, {@link LeadHistory#until} it
     */
    public void add(LeadHistory history) {
        add(AuditFacts.of(history, spec.keys()));
    }

    /**
     * Counts a lead.
     *
     * @param facts what is known of it
     */
    public void add(AuditFacts facts) {
        ofLeads().forEach(each -> each.add(facts));
    }

    /**
     * Takes back a lead that was counted here or on any other shard, before or after.
     *
     * @param facts exactly the facts that it was counted with
     */
    public void retract(AuditFacts facts) {
        ofLeads().forEach(each -> each.retract(facts));
    }

    /**
     * Adds what another fold counted.
     *
     * @param from left as it is; not this fold
     * @throws IllegalArgumentException if it counts by another specification
     */
    public void merge(AuditFold from) {
        if (!spec.equals(from.spec)) {
            throw new IllegalArgumentException("specification must be the same, was another");
        }
        validity.merge(from.validity);
        completeness.merge(from.completeness);
        staleness.merge(from.staleness);
        duplicates.merge(from.duplicates);
        neglect.merge(from.neglect);
    }

    /**
     * The audit of everything counted so far; counting may go on.
     *
     * @param asOf the instant that it is told for
     * @return the audit
     */
    public Audit audit(Instant asOf) {
        return new Audit(
                new Figures.Moment(asOf, spec.staleness().zone()),
                new Audit.Values(completeness.result(asOf), validity.result(asOf), staleness.result(asOf)),
                duplicates.result(asOf),
                neglect.result(asOf));
    }

    private List<Running<AuditFacts, ?, ?>> ofLeads() {
        return List.of(completeness, staleness, duplicates, neglect);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditFold that
                && spec.equals(that.spec)
                && validity.sameState(that.validity)
                && completeness.sameState(that.completeness)
                && staleness.sameState(that.staleness)
                && duplicates.sameState(that.duplicates)
                && neglect.sameState(that.neglect);
    }

    @Override
    public int hashCode() {
        return 31 * validity.stateHash() + completeness.stateHash();
    }

    @Override
    public String toString() {
        return "AuditFold[" + spec.completeness().fields() + "]";
    }
}

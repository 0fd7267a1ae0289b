package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.Instant;
import java.util.List;

/**
 * {@code lead.duplicates}: how many records turned out to be of a lead that was there already. Only merges that were made count; those
 * that may be duplicates are another figure.
 */
public record MergedRecords() implements LeadKpi<MergedRecords.Duplicates> {

    private static final int MERGED = 0;
    private static final int RECORDS = 1;
    private static final int DOUBLED = 2;
    private static final int LEADS = 3;
    private static final String EMPTY = "no leads";

    /**
     * The result.
     *
     * @param records records that were merged into another, over all records
     * @param leads leads that are made of more than one record, over all leads
     */
    public record Duplicates(KpiResult records, KpiResult leads) {}

    @Override
    public Definition definition() {
        return new Definition(
                "lead.duplicates/1", "Records less leads, over records: those that were merged into another.");
    }

    @Override
    public List<String> parts() {
        return List.of("merged into another", "records", "made of more than one record", "leads");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        int records = facts.records();
        counts.add(RECORDS, 0, records * times);
        counts.add(LEADS, 0, times);
        if (records > 1) {
            counts.add(MERGED, 0, (records - 1) * times);
            counts.add(DOUBLED, 0, times);
        }
    }

    @Override
    public Duplicates result(Counts counts, Instant asOf) {
        Basis records = Basis.of(counts.count(MERGED, 0), counts.count(RECORDS, 0), counts.excluded());
        Basis leads = Basis.of(counts.count(DOUBLED, 0), counts.count(LEADS, 0), counts.excluded());
        Definition clusters = new Definition(
                "lead.duplicates.leads/1", "Leads that are made of more than one record, over all leads.");
        return new Duplicates(KpiResult.rate(definition(), records, EMPTY), KpiResult.rate(clusters, leads, EMPTY));
    }
}

package dev.leadkit.examples.embed;

import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Change;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What became of many leads, by month, compared, and why one of them counts. */
final class Measuring {

    private Measuring() {}

    static List<String> told(List<LeadFacts> leads, LeadKpi<KpiResult> kpi, Instant asOf) {
        List<String> told = new ArrayList<>();
        // spotless:off
        // tag::measuring[]
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LeadKpi<Breakdown<KpiResult>> byMonth = new Segmented<>(kpi, Grouping.byPeriod(PeriodUnit.MONTH, zone));
        Breakdown<KpiResult> months = leads.parallelStream().collect(byMonth.collector(asOf)); // in any order, on any number of cores
        for (Change change : Change.of(months)) {
            told.add(change.difference().toString());
        }
        Explanation why = Explanation.of(byMonth, leads.get(0)); // where this lead counts, by which events, or why not
        told.add(why.cells().toString());
        // end::measuring[]
        // spotless:on
        told.add(
                months.all().basis().numerator() + " of " + months.all().basis().denominator());
        return told;
    }
}

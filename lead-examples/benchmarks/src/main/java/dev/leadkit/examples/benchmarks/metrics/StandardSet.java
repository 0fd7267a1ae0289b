package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.cohort.ClosedConversion;
import dev.leadkit.metrics.cohort.CohortConversion;
import dev.leadkit.metrics.cohort.Periods;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.KpiSet;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import dev.leadkit.metrics.survival.EventualConversion;
import dev.leadkit.metrics.survival.QualificationTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The ten figures that are measured, by source. Months are those of UTC, which a database reckons fastest. */
final class StandardSet {

    static final List<Stage> STAGES = List.of(new Stage("new"), new Stage("mql"), new Stage("sql"), new Stage("won"));
    static final int HORIZON_DAYS = 60;
    static final int EVENTUAL_DAYS = 90;

    static final LeadConversion CONVERSION = new LeadConversion();
    static final CohortConversion COHORT = new CohortConversion(Duration.ofDays(HORIZON_DAYS));
    static final EventualConversion EVENTUAL = new EventualConversion(EVENTUAL_DAYS);
    static final ClosedConversion CLOSED = new ClosedConversion(new Periods(PeriodUnit.MONTH, ZoneOffset.UTC));
    static final Funnel FUNNEL = new Funnel(STAGES, Skip.IMPLIED);
    static final LeadVelocity VELOCITY = new LeadVelocity(Set.of(STAGES.get(1), STAGES.get(2)), ZoneOffset.UTC);
    /** Deadlines by the hour keep its state small, and as-of instants on the hour exact. */
    static final ResponseTime RESPONSE =
            new ResponseTime(ResponseTime.USUAL_TARGET, new Resolution(Duration.ofHours(1)));

    static final QualificationTime QUALIFICATION = new QualificationTime(Set.of(STAGES.get(1), STAGES.get(2)));
    static final SalesCycle CYCLE = new SalesCycle();
    static final ScoreAccuracy ACCURACY = new ScoreAccuracy();

    static final KpiSet ALL = KpiSet.of(
            List.of(CONVERSION, COHORT, EVENTUAL, CLOSED, FUNNEL, VELOCITY, RESPONSE, QUALIFICATION, CYCLE, ACCURACY));
    static final Segmented<KpiSet.Results> BY_SOURCE = new Segmented<>(ALL, Grouping.bySource());

    private StandardSet() {}
}

package dev.leadkit.metrics.catalog;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.attribution.AttributedReturn;
import dev.leadkit.metrics.attribution.Attribution;
import dev.leadkit.metrics.attribution.AttributionModel;
import dev.leadkit.metrics.attribution.MarkovAttribution;
import dev.leadkit.metrics.cohort.CalendarCohorts;
import dev.leadkit.metrics.cohort.ClosedConversion;
import dev.leadkit.metrics.cohort.CohortConversion;
import dev.leadkit.metrics.cohort.ConversionThroughput;
import dev.leadkit.metrics.cohort.Periods;
import dev.leadkit.metrics.cohort.RollingCohorts;
import dev.leadkit.metrics.consent.ConsentRates;
import dev.leadkit.metrics.customer.Aarrr;
import dev.leadkit.metrics.customer.LifetimeValue;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.forecast.PipelineVelocity;
import dev.leadkit.metrics.funnel.EventFunnel;
import dev.leadkit.metrics.funnel.FunnelPreset;
import dev.leadkit.metrics.funnel.FunnelStep;
import dev.leadkit.metrics.funnel.StageOutcomes;
import dev.leadkit.metrics.health.DataFaults;
import dev.leadkit.metrics.health.Lateness;
import dev.leadkit.metrics.health.MergedRecords;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.money.ConversionCost;
import dev.leadkit.metrics.money.MarketingReturn;
import dev.leadkit.metrics.money.SourceEffectiveness;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.nurture.NurtureLift;
import dev.leadkit.metrics.response.BusinessTime;
import dev.leadkit.metrics.response.EpisodeResponse;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.survey.PromoterScore;
import dev.leadkit.metrics.survey.Satisfaction;
import dev.leadkit.metrics.survival.EventualConversion;
import dev.leadkit.metrics.survival.QualificationTime;
import dev.leadkit.metrics.team.RepEfficiency;
import dev.leadkit.metrics.team.RepLoad;
import dev.leadkit.metrics.team.ResourceAllocation;
import dev.leadkit.metrics.team.SupportEfficiency;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every figure that the library knows, with the parameters of a specification where it has them and the usual ones elsewhere: to look
 * at, to document, and to take from. Immutable and thread-safe.
 */
public final class KpiCatalog {

    private static final String DIRECT = "direct";
    private static final int AGES = 6;
    private static final int FEWEST = 10;
    private static final int WINDOW = 90;
    private static final int SCALE = 5;
    private static final int LIFE = 60;

    private final FiguresSpec spec;

    /**
     * A catalogue.
     *
     * @param spec the stages, costs, horizon and zone of the figures that have such parameters
     */
    public KpiCatalog(FiguresSpec spec) {
        this.spec = spec;
    }

    /**
     * The figures of leads.
     *
     * @return KPIs of different definitions by what they are about
     */
    public Map<String, List<LeadKpi<?>>> ofLeads() {
        Map<String, List<LeadKpi<?>>> all = new LinkedHashMap<>();
        all.put("Conversion", conversion());
        all.put("Stages", stages());
        all.put("Time", time());
        all.put("Money", money());
        all.put("Attribution", attribution());
        all.put("Scores and forecast", scores());
        all.put("Reps", List.of(new RepEfficiency(expected()), new RepLoad()));
        all.put("Quality of the events", List.of(new DataFaults(), new Lateness(), new MergedRecords()));
        return Collections.unmodifiableMap(all);
    }

    private Duration horizon() {
        return Duration.ofDays(spec.horizonDays());
    }

    private ObservedToExpected expected() {
        return new ObservedToExpected(horizon());
    }

    private Set<Stage> qualified() {
        return spec.velocity().qualified();
    }

    private List<LeadKpi<?>> conversion() {
        Periods months = new Periods(PeriodUnit.MONTH, spec.zone());
        Duration step = Duration.ofDays(Math.max(1, spec.horizonDays() / AGES));
        return List.of(
                new LeadConversion(),
                new CohortConversion(horizon()),
                new ConversionThroughput(months),
                new ClosedConversion(months),
                new EventualConversion(spec.horizonDays()),
                new RollingCohorts(months, step, AGES, Resolution.DAY),
                new CalendarCohorts(months, AGES));
    }

    private List<LeadKpi<?>> stages() {
        List<Stage> stages = spec.funnel().stages();
        FunnelStep[] steps = stages.stream().map(FunnelStep::entered).toArray(FunnelStep[]::new);
        return List.of(
                spec.funnel(),
                new EventFunnel(FunnelPreset.POSTHOG.steps(steps).build()),
                new EventFunnel(FunnelPreset.MIXPANEL_DEFAULT.steps(steps).build()),
                new EventFunnel(FunnelPreset.WINDOW_FUNNEL.steps(steps).build()),
                new StageOutcomes(stages),
                spec.velocity());
    }

    private BusinessTime officeHours() {
        WorkingHours hours = WorkingHours.in(spec.zone().getId())
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00")
                .build();
        return BusinessTime.of("mon-fri-9-17", hours);
    }

    private List<LeadKpi<?>> time() {
        return List.of(
                spec.response(),
                new EpisodeResponse(spec.response().target(), officeHours()),
                new QualificationTime(qualified()),
                new SalesCycle());
    }

    private List<LeadKpi<?>> money() {
        return List.of(
                SpendPer.lead(spec.spending()),
                SpendPer.qualifiedLead(spec.spending(), qualified()),
                SpendPer.convertedLead(spec.spending()),
                SpendPer.customer(spec.spending()),
                new ConversionCost(),
                MarketingReturn.of(spec.spending()),
                new SourceEffectiveness(spec.spending(), expected(), FEWEST),
                new PipelineVelocity(qualified(), WINDOW, spec.zone()));
    }

    private List<LeadKpi<?>> attribution() {
        Duration lookback = Attribution.USUAL_LOOKBACK;
        return List.of(
                new Attribution(AttributionModel.first(), lookback),
                new Attribution(AttributionModel.last(), lookback),
                new Attribution(AttributionModel.lastNonDirect(DIRECT), lookback),
                new Attribution(AttributionModel.linear(), lookback),
                new Attribution(AttributionModel.u(), lookback),
                new Attribution(AttributionModel.w(qualified()), lookback),
                new Attribution(AttributionModel.timeDecay(Duration.ofDays(7)), lookback),
                new MarkovAttribution(lookback),
                AttributedReturn.of(new Attribution(AttributionModel.linear(), lookback), spec.spending()));
    }

    private List<LeadKpi<?>> scores() {
        return List.of(new ScoreAccuracy(), expected(), new Forecast());
    }

    /**
     * The figures of other things than leads, each with facts of its own.
     *
     * @return KPIs by what they are about
     */
    public Map<String, List<Kpi<?, ?, ?>>> ofOthers() {
        Map<String, List<Kpi<?, ?, ?>>> all = new LinkedHashMap<>();
        all.put("Customers", List.of(new LifetimeValue(LIFE, BigDecimal.ZERO, spec.zone()), new Aarrr()));
        all.put("Teams", List.of(new SupportEfficiency(), new ResourceAllocation()));
        all.put("Consent and nurture", List.of(new ConsentRates(Duration.ZERO), new NurtureLift()));
        all.put("Surveys", List.of(new Satisfaction(SCALE), new PromoterScore()));
        return Collections.unmodifiableMap(all);
    }
}

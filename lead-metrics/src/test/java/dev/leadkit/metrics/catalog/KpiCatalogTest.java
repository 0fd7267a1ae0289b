package dev.leadkit.metrics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.cohort.CohortConversion;
import dev.leadkit.metrics.cohort.Periods;
import dev.leadkit.metrics.cohort.RollingCohorts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the catalogue holds, and which parameters of the specification its figures take. */
final class KpiCatalogTest {

    private static final Stage NEW = new Stage("new");
    private static final Stage GOOD = new Stage("good");

    private static KpiCatalog catalog(int horizonDays) {
        return new KpiCatalog(FiguresSpec.builder(ZoneOffset.UTC, List.of(NEW, GOOD), Set.of(GOOD))
                .horizonDays(horizonDays)
                .build());
    }

    private static List<String> names(List<? extends Kpi<?, ?, ?>> kpis) {
        return kpis.stream()
                .map(kpi -> kpi.definition().id().replaceAll("[/?].*", ""))
                .toList();
    }

    @Test
    @DisplayName("Figures of leads stand in eight parts, no two of one identifier")
    void ofLeads() {
        Map<String, List<LeadKpi<?>>> all = catalog(60).ofLeads();
        assertThat(all)
                .containsOnlyKeys(
                        "Conversion",
                        "Stages",
                        "Time",
                        "Money",
                        "Attribution",
                        "Scores and forecast",
                        "Reps",
                        "Quality of the events");
        Set<String> ids = new HashSet<>();
        all.values().forEach(kpis -> {
            assertThat(kpis).isNotEmpty();
            kpis.forEach(kpi -> assertThat(ids.add(kpi.definition().id())).isTrue());
        });
        assertThat(names(all.get("Conversion"))).startsWith("lead.conversion", "lead.conversion.cohort");
        assertThatThrownBy(() -> all.remove("Time")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("Cohorts have six ages, each a sixth of the horizon, but at least a day")
    void horizon() {
        Periods months = new Periods(PeriodUnit.MONTH, ZoneOffset.UTC);
        assertThat(catalog(30).ofLeads().get("Conversion"))
                .contains(
                        new CohortConversion(Duration.ofDays(30)),
                        new RollingCohorts(months, Duration.ofDays(5), 6, Resolution.DAY));
        assertThat(catalog(2).ofLeads().get("Conversion"))
                .contains(new RollingCohorts(months, Duration.ofDays(1), 6, Resolution.DAY));
    }

    @Test
    @DisplayName("Figures of other things stand in four parts of two")
    void ofOthers() {
        Map<String, List<Kpi<?, ?, ?>>> all = catalog(60).ofOthers();
        assertThat(all).containsOnlyKeys("Customers", "Teams", "Consent and nurture", "Surveys");
        assertThat(all.values()).allSatisfy(kpis -> assertThat(kpis).hasSize(2));
        assertThat(names(all.get("Surveys"))).containsExactly("survey.csat", "survey.nps");
        assertThat(names(all.get("Consent and nurture"))).containsExactly("consent", "nurture.lift");
        assertThatThrownBy(() -> all.remove("Teams")).isInstanceOf(UnsupportedOperationException.class);
    }
}

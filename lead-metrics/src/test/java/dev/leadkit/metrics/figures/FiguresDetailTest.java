package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kpi.MonthGrowth;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three leads whose figures are known by hand, and the parts of a specification. */
final class FiguresDetailTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private static Instant after(Duration time) {
        return T0.plus(time);
    }

    private static FieldValues values(String source, String size) {
        return FieldValues.builder()
                .set(StandardFields.SOURCE, source)
                .set(Town.SIZE, size)
                .build();
    }

    private static final List<LeadHistory> LEADS = List.of(
            new Story("a")
                    .captured(T0, true, "new", values("web", "small"))
                    .scored(T0, 9)
                    .assigned(T0)
                    .interacted(after(Duration.ofSeconds(60)), Direction.OUTBOUND, Actor.HUMAN)
                    .moved(after(Duration.ofDays(1)), "mql")
                    .converted(after(Duration.ofDays(10)))
                    .history(),
            new Story("b")
                    .captured(T0, true, "new", values("web", "large"))
                    .lost(after(Duration.ofDays(2)))
                    .history(),
            new Story("c")
                    .captured(T0, true, "new", values("ads", "small"))
                    .assigned(T0)
                    .history());

    private static Figures figures(FiguresSpec spec, List<LeadHistory> leads) {
        FiguresFold fold = new FiguresFold(spec);
        leads.forEach(fold::add);
        return fold.figures(Town.END);
    }

    private static Figures figures() {
        return figures(Town.spec().build(), LEADS);
    }

    private static String shown(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.basis().numerator() + " of " + figure.basis().denominator();
    }

    @Test
    @DisplayName("One of three leads was converted, one of two from the web, one of two small ones")
    void conversions() {
        Figures.Conversions conversions = figures().conversions();
        assertThat(shown(figures().conversion())).isEqualTo("1 of 3");
        assertThat(conversions.bySource().groups()).containsOnlyKeys("ads", "web");
        assertThat(shown(conversions.bySource().groups().get("web"))).isEqualTo("1 of 2");
        assertThat(conversions.byField()).containsOnlyKeys("size");
        assertThat(shown(conversions.byField().get("size").groups().get("small")))
                .isEqualTo("1 of 2");
        assertThat(shown(conversions.byField().get("size").groups().get("large")))
                .isEqualTo("0 of 1");
        assertThat(figures().moment()).isEqualTo(new Figures.Moment(Town.END, ZoneOffset.UTC));
    }

    @Test
    @DisplayName("The way through the stages, the qualified leads by month, and the score of the one that was scored")
    void stages() {
        assertThat(figures().funnel().steps()).extracting(Funnel.Step::reached).containsExactly(3L, 1L, 1L, 1L);
        assertThat(figures().velocity().months().get(0).month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(figures().velocity().months())
                .extracting(MonthGrowth::qualified)
                .containsExactly(1L, 0L, 0L, 0L, 0L);
        assertThat(figures().accuracy().distribution()).isEqualTo(Map.of(Points.of(9), new Outcomes(1, 0)));
    }

    @Test
    @DisplayName("One answer after a minute, the others overdue; one cycle of ten days")
    void durations() {
        Figures.Durations durations = figures().durations();
        assertThat(durations.response().answered()).isEqualTo(Map.of(60L, 1L));
        assertThat(shown(durations.response().inTime())).isEqualTo("1 of 3");
        assertThat(shown(durations.cycle().p50())).isEqualTo("1 of 1");
        assertThat(durations.cycle().p90().value().number().orElseThrow().doubleValue())
                .isBetween(0.99 * 864_000, 864_000.0);
    }

    @Test
    @DisplayName("6,000.00 for two leads and one customer from the web, 12,500.50 for a lead and no customer from ads")
    void costs() {
        Figures.Costs costs = figures().costs();
        assertThat(costs.perLead()).containsOnlyKeys("EUR", "USD");
        assertThat(number(costs.perLead().get("EUR").groups().get("web"))).isEqualTo("3000.000000");
        assertThat(number(costs.perLead().get("EUR").groups().get("ads"))).isEqualTo("12500.500000");
        assertThat(costs.perCustomer()).containsOnlyKeys("EUR", "USD");
        assertThat(number(costs.perCustomer().get("EUR").groups().get("web"))).isEqualTo("6000.000000");
        assertThat(costs.perCustomer().get("EUR").groups().get("ads").value().number())
                .isEmpty();
    }

    private static String number(KpiResult figure) {
        return figure.value().number().orElseThrow().toPlainString();
    }

    @Test
    @DisplayName("Sources and the rep, with one open lead and no chance that was told")
    void sales() {
        Figures.Sales sales = figures().sales();
        KpiResult web = sales.sources().groups().get("web").conversion();
        assertThat(shown(web)).isEqualTo("fewer than 10 leads");
        assertThat(web.basis().denominator()).isEqualByComparingTo("2");
        assertThat(sales.reps()).containsKey("rep");
        assertThat(sales.loads().get("rep").basis().numerator()).isEqualByComparingTo("1");
        assertThat(sales.outlook().conversions().value().number()).isEmpty();
        assertThat(sales.outlook().revenue()).isEmpty();
    }

    @Test
    @DisplayName("All three leads are old enough for the horizon, and one was converted in time")
    void journeys() {
        Figures.Journeys journeys = figures().journeys();
        assertThat(journeys.horizonDays()).isEqualTo(60);
        assertThat(shown(journeys.withinHorizon())).isEqualTo("1 of 3");
        assertThat(journeys.eventual().all().curve().leads()).isEqualTo(3);
        assertThat(journeys.eventual().groups()).containsOnlyKeys("ads", "web");
        assertThat(cells(journeys)).containsExactly("1 of 3", "1 of 3", "1 of 3", "1 of 3", "1 of 3", "1 of 3");
    }

    private static List<String> cells(Figures.Journeys journeys) {
        CohortTable.Row march = journeys.cohorts().rows().get(0);
        assertThat(march.members()).isEqualTo(journeys.eventual().all().curve().leads());
        return march.cells().stream().map(cell -> shown(cell.rate())).toList();
    }

    @Test
    @DisplayName("Cohorts have six ages, each a sixth of the horizon, but at least a day")
    void ages() {
        List<LeadHistory> lead = List.of(new Story("a")
                .captured(T0, "web")
                .converted(after(Duration.ofHours(60)))
                .history());
        assertThat(cells(figures(Town.spec().horizonDays(12).build(), lead).journeys()))
                .containsExactly("0 of 1", "1 of 1", "1 of 1", "1 of 1", "1 of 1", "1 of 1");
        assertThat(cells(figures(Town.spec().horizonDays(3).build(), lead).journeys()))
                .containsExactly("0 of 1", "0 of 1", "1 of 1", "1 of 1", "1 of 1", "1 of 1");
        assertThat(shown(figures(Town.spec().horizonDays(2).build(), lead)
                        .journeys()
                        .withinHorizon()))
                .isEqualTo("0 of 1");
    }

    @Test
    @DisplayName("A specification says what was asked for, and the usual where nothing was")
    void specifications() {
        FiguresSpec usual = FiguresSpec.builder(ZoneOffset.UTC, Town.STAGES, Set.of(Town.STAGES.get(1)))
                .build();
        assertThat(usual.horizonDays()).isEqualTo(FiguresSpec.USUAL_HORIZON).isEqualTo(60);
        assertThat(usual.funnel()).isEqualTo(new Funnel(Town.STAGES, Skip.IMPLIED));
        assertThat(usual.fields()).isEmpty();
        assertThat(usual.velocity().qualified()).containsExactly(Town.STAGES.get(1));
        assertThat(usual.response().target()).isEqualTo(Duration.ofMinutes(5));
        FiguresSpec own = FiguresSpec.builder(ZoneOffset.ofHours(2), Town.STAGES, Set.of(Town.STAGES.get(2)))
                .skip(Skip.STRICT)
                .byField("size", "city")
                .responseTarget(Duration.ofHours(1))
                .horizonDays(90)
                .build();
        assertThat(own.zone()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(own.funnel().skip()).isEqualTo(Skip.STRICT);
        assertThat(own.fields()).containsOnlyKeys("city", "size");
        assertThat(own.response().target()).isEqualTo(Duration.ofHours(1));
        assertThat(own.horizonDays()).isEqualTo(90);
    }

    @Test
    @DisplayName("A horizon is from 1 to 3,650 days")
    void horizons() {
        assertThat(Town.spec().horizonDays(1).build().horizonDays()).isEqualTo(1);
        assertThat(Town.spec().horizonDays(3_650).build().horizonDays()).isEqualTo(3_650);
        for (int days : new int[] {0, 3_651}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Town.spec().horizonDays(days).build())
                    .withMessage("horizon must be from 1 to 3650 days, was " + days);
        }
    }

    @Test
    @DisplayName("Folds are equal when specification and counts are")
    void equality() {
        FiguresFold some = new FiguresFold(Town.spec().build());
        FiguresFold same = new FiguresFold(Town.spec().build());
        some.add(LEADS.get(0));
        assertThat(some).isNotEqualTo(same);
        assertThat(some.hashCode()).isNotEqualTo(same.hashCode());
        same.add(LEADS.get(0));
        assertThat(some).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("fold");
        assertThat(new FiguresFold(Town.spec().horizonDays(9).build()))
                .isNotEqualTo(new FiguresFold(Town.spec().build()));
        assertThat(some).hasToString("FiguresFold[[size]]");
    }

    @Test
    @DisplayName("None of the four counts of rows is below zero")
    void intake() {
        assertThat(new Intake(0, 0, 0, 0, 0).rows()).isZero();
        assertThat(new Intake(10, 1, 2, 3, 4).quarantined()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(0, -1, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(0, 1, -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(0, 0, 0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(0, 0, 0, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(9, 1, 2, 3, 4));
    }
}

package dev.leadkit.metrics.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.attribution.AttributedReturn;
import dev.leadkit.metrics.attribution.Attribution;
import dev.leadkit.metrics.attribution.AttributionModel;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.forecast.PipelineVelocity;
import dev.leadkit.metrics.funnel.EventFunnel;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.FunnelPreset;
import dev.leadkit.metrics.funnel.FunnelSpec;
import dev.leadkit.metrics.funnel.FunnelStep;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.funnel.StageOutcomes;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.LeadVelocity;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.MarketingReturn;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.response.BusinessTime;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.KpiSet;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import dev.leadkit.metrics.survival.QualificationTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal identifiers mean that states may be merged: KPIs with different parameters have different ones. */
final class IdentifiersTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final List<Stage> STAGES = List.of(new Stage("new"), new Stage("mql"), new Stage("won"));

    private static Cost cost(String source, LocalDate from, long minor, String currency) {
        return new Cost(
                source,
                from,
                from.plusMonths(1),
                new Money(minor, Currency.getInstance(currency)),
                Cost.Kind.ADVERTISING);
    }

    private static Spending spending(ZoneId zone, Cost... costs) {
        return Spending.of(zone, List.of(costs));
    }

    private static final Spending ADS = spending(ZoneOffset.UTC, cost("ads", MARCH, 100, "EUR"));

    /** All that count otherwise than {@link #ADS}. */
    private static List<Spending> otherSpending() {
        return List.of(
                spending(ZoneId.of("Asia/Tokyo"), cost("ads", MARCH, 100, "EUR")),
                spending(ZoneOffset.UTC, cost("mail", MARCH, 100, "EUR")),
                spending(ZoneOffset.UTC, cost("ads", MARCH.plusDays(1), 100, "EUR")),
                spending(ZoneOffset.UTC, cost("ads", MARCH, 100, "USD")),
                spending(ZoneOffset.UTC, cost("ads", MARCH, 100, "EUR"), cost("mail", MARCH, 100, "EUR")),
                spending(ZoneOffset.UTC, cost("ads", MARCH, 100, "EUR"), cost("ads", MARCH, 100, "USD")),
                spending(ZoneOffset.UTC));
    }

    private static Stream<Kpi<?, ?, ?>> kpis() {
        FiguresSpec spec = FiguresSpec.builder(ZoneOffset.UTC, STAGES, Set.of(STAGES.get(1)))
                .costs(ADS.costs())
                .build();
        KpiCatalog catalog = new KpiCatalog(spec);
        return Stream.concat(
                        catalog.ofLeads().values().stream().flatMap(List::stream),
                        catalog.ofOthers().values().stream().flatMap(List::stream))
                .<Kpi<?, ?, ?>>map(kpi -> kpi)
                .map(kpi -> kpi instanceof ScoreAccuracy ? ScoreAccuracy.within(Duration.ofDays(9)) : kpi)
                .filter(Record.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("kpis")
    @DisplayName("Every component of a KPI of the catalogue is in its identifier")
    void components(Kpi<?, ?, ?> kpi) throws ReflectiveOperationException {
        RecordComponent[] components = kpi.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            List<Object> variants = variants(kpi, i);
            assertThat(variants).as("other values of %s", components[i]).isNotEmpty();
            for (Object variant : variants) {
                assertThat(((Kpi<?, ?, ?>) variant).definition().id())
                        .as("%s with another %s", variant, components[i].getName())
                        .isNotEqualTo(kpi.definition().id());
            }
        }
    }

    /** The record with each other value that its component may have. */
    private static List<Object> variants(Object whole, int place) throws ReflectiveOperationException {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Constructor<?> constructor = whole.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(whole);
        }
        List<Object> variants = new ArrayList<>();
        for (Object other : others(values[place])) {
            Object[] changed = values.clone();
            changed[place] = other;
            try {
                variants.add(constructor.newInstance(changed));
            } catch (InvocationTargetException refused) {
                assertThat(refused.getCause()).isInstanceOf(IllegalArgumentException.class);
            }
        }
        return variants;
    }

    private static List<?> others(Object value) throws ReflectiveOperationException {
        if (value instanceof Integer number) {
            return List.of(number + 1, number - 1, number + 2);
        }
        if (value instanceof String text) {
            return List.of(text + "x");
        }
        if (value instanceof BigDecimal) {
            return List.of(new BigDecimal("0.125"));
        }
        if (value instanceof Duration time) {
            return List.of(time.plusDays(1), time.plusSeconds(1));
        }
        if (value instanceof Instant at) {
            return List.of(at.equals(Instant.MAX) ? at.minusSeconds(1) : at.plusSeconds(1));
        }
        if (value instanceof ZoneId) {
            return List.of(ZoneId.of("Asia/Tokyo"));
        }
        if (value instanceof Resolution resolution) {
            return List.of(resolution.equals(Resolution.DAY) ? Resolution.SECOND : Resolution.DAY);
        }
        if (value instanceof Enum<?> constant) {
            return Stream.of(constant.getDeclaringClass().getEnumConstants())
                    .filter(each -> each != value)
                    .toList();
        }
        boolean isPlain =
                value instanceof Record && !(value instanceof AttributionModel || value instanceof FunnelSpec);
        return isPlain ? nested(value) : othersOfOurs(value);
    }

    private static List<Object> nested(Object value) throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < value.getClass().getRecordComponents().length; i++) {
            all.addAll(variants(value, i));
        }
        return all;
    }

    private static List<?> othersOfOurs(Object value) {
        if (value instanceof Set<?>) {
            return List.of(Set.of(new Stage("a")), Set.of(new Stage("mql"), new Stage("a")));
        }
        if (value instanceof List<?> list) {
            List<Object> reversed = new ArrayList<>(list);
            Collections.reverse(reversed);
            return List.of(reversed, list.subList(0, list.size() - 1));
        }
        if (value instanceof Spending) {
            return otherSpending();
        }
        if (value instanceof BusinessTime) {
            WorkingHours hours = WorkingHours.in("Z")
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00")
                    .build();
            return List.of(BusinessTime.of("other", hours));
        }
        if (value instanceof AttributionModel model) {
            return Stream.of(
                            AttributionModel.first(),
                            AttributionModel.linear(),
                            AttributionModel.lastNonDirect("x"),
                            AttributionModel.w(Set.of(new Stage("x"))),
                            AttributionModel.timeDecay(Duration.ofHours(1)))
                    .filter(other -> !other.equals(model))
                    .toList();
        }
        if (value instanceof FunnelSpec spec) {
            return Stream.of(FunnelPreset.values())
                    .flatMap(preset -> Stream.of(
                            preset.steps(FunnelStep.captured()).build(),
                            preset.steps(FunnelStep.captured(), FunnelStep.lost())
                                    .build()))
                    .filter(other -> !other.equals(spec))
                    .toList();
        }
        throw new AssertionError("say here how to vary a " + value.getClass());
    }

    @Test
    @DisplayName("Costs tell of which zone, currencies, sources and days they are, and not how high they are")
    void spending() {
        Spending dearer = spending(ZoneOffset.UTC, cost("ads", MARCH, 999, "EUR"));
        LocalDate april = MARCH.plusMonths(1);
        Money one = new Money(100, Currency.getInstance("EUR"));
        Spending halves = spending(
                ZoneOffset.UTC,
                new Cost("ads", MARCH, MARCH.plusDays(9), one, Cost.Kind.ADVERTISING),
                new Cost("ads", MARCH.plusDays(9), april, one, Cost.Kind.ADVERTISING));
        List<Function<Spending, Kpi<?, ?, ?>>> all = List.of(
                SpendPer::lead,
                SpendPer::convertedLead,
                SpendPer::customer,
                costs -> SpendPer.customer(costs).paid(),
                costs -> SpendPer.qualifiedLead(costs, Set.of(new Stage("a"))),
                MarketingReturn::of,
                costs -> MarketingReturn.of(costs, BigDecimal.ONE),
                costs -> AttributedReturn.of(new Attribution(AttributionModel.linear(), Duration.ofDays(30)), costs));
        for (Function<Spending, Kpi<?, ?, ?>> kpi : all) {
            String id = kpi.apply(ADS).definition().id();
            assertThat(kpi.apply(dearer).definition().id()).isEqualTo(id);
            assertThat(kpi.apply(halves).definition().id()).isEqualTo(id);
        }
        for (Function<Spending, Kpi<?, ?, ?>> kpi : all) {
            assertThat(otherSpending())
                    .extracting(other -> kpi.apply(other).definition().id())
                    .doesNotContain(kpi.apply(ADS).definition().id());
        }
    }

    private static Set<Stage> set(String... names) {
        return Set.copyOf(list(names));
    }

    private static List<Stage> list(String... names) {
        return Stream.of(names).map(Stage::new).toList();
    }

    @Test
    @DisplayName("Stages and channels of any name make no identifier of other parameters")
    void freeTexts() {
        ZoneId zone = ZoneOffset.UTC;
        Duration day = Duration.ofDays(1);
        assertDiffer(new LeadVelocity(set("a", "b"), zone), new LeadVelocity(set("a,b"), zone));
        assertDiffer(new LeadVelocity(set("a"), zone, "v"), new LeadVelocity(set("a&zone=Z&version=v"), zone));
        assertDiffer(new PipelineVelocity(set("a", "b"), 9, zone), new PipelineVelocity(set("a,b"), 9, zone));
        assertDiffer(new QualificationTime(set("a", "b")), new QualificationTime(set("a,b")));
        assertDiffer(new QualificationTime(set("a%2Cb")), new QualificationTime(set("a,b")));
        assertDiffer(SpendPer.qualifiedLead(ADS, set("a", "b")), SpendPer.qualifiedLead(ADS, set("a,b")));
        assertDiffer(new Funnel(list("a", "b"), Skip.IMPLIED), new Funnel(list("a,b"), Skip.IMPLIED));
        assertDiffer(new StageOutcomes(list("a", "b")), new StageOutcomes(list("a,b")));
        assertDiffer(
                new Attribution(AttributionModel.w(set("a", "b")), day),
                new Attribution(AttributionModel.w(set("a,b")), day));
        assertDiffer(
                new Attribution(AttributionModel.lastNonDirect("a&lookback=PT24H"), day),
                new Attribution(AttributionModel.lastNonDirect("a"), day));
    }

    @Test
    @DisplayName("A step of a funnel is told apart from entering a stage of its name")
    void steps() {
        assertDiffer(funnel(FunnelStep.lost()), funnel(FunnelStep.entered(new Stage("lost"))));
        assertDiffer(funnel(FunnelStep.touched("x")), funnel(FunnelStep.entered(new Stage("touched:x"))));
        assertDiffer(
                funnel(FunnelStep.entered(new Stage("lost"))), funnel(FunnelStep.entered(new Stage("stage:lost"))));
        assertDiffer(
                funnel(FunnelStep.entered(new Stage("a")), FunnelStep.entered(new Stage("b"))),
                funnel(FunnelStep.entered(new Stage("a,b"))));
    }

    private static EventFunnel funnel(FunnelStep... steps) {
        return new EventFunnel(FunnelPreset.POSTHOG.steps(steps).build());
    }

    @Test
    @DisplayName("A set by source is no set of something by source, and a set in a set is no larger set")
    void sets() {
        Grouping month = Grouping.byPeriod(PeriodUnit.MONTH, ZoneOffset.UTC);
        LeadVelocity velocity = new LeadVelocity(set("a"), ZoneOffset.UTC);
        LeadConversion conversion = new LeadConversion();
        assertDiffer(
                new Segmented<>(KpiSet.of(List.of(conversion, velocity)), month),
                KpiSet.of(List.of(conversion, new Segmented<>(velocity, month))));
        KpiSet one = KpiSet.of(List.of(velocity));
        assertDiffer(
                KpiSet.of(List.of(conversion, KpiSet.of(List.of(one, velocity)))),
                KpiSet.of(List.of(conversion, one, velocity)));
    }

    private static void assertDiffer(Kpi<?, ?, ?> one, Kpi<?, ?, ?> other) {
        assertThat(one.definition().id()).isNotEqualTo(other.definition().id());
    }
}

package dev.leadkit.metrics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.attribution.Attribution;
import dev.leadkit.metrics.attribution.AttributionModel;
import dev.leadkit.metrics.attribution.MarkovAttribution;
import dev.leadkit.metrics.customer.Customer;
import dev.leadkit.metrics.customer.LifetimeValue;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.SourceEffectiveness;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import dev.leadkit.metrics.team.ResourceAllocation;
import dev.leadkit.metrics.team.SupportContact;
import dev.leadkit.metrics.team.SupportEfficiency;
import dev.leadkit.metrics.team.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts and durations whose sums a long cannot hold: no figure throws, and each is exact. */
final class GreatSumsTest {

    private static final Instant DAY = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money MOST = new Money(Long.MAX_VALUE, EUR);
    private static final BigDecimal FOUR_TIMES = MOST.amount().multiply(BigDecimal.valueOf(4));
    private static final Stage OFFER = new Stage("offer");
    private static final Cost COST = new Cost("web", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), MOST);
    private static final Spending SPENDING = Spending.of(ZoneOffset.UTC, List.of(COST));

    private static LeadFacts lead(String source, int number, Optional<Occurrence> end) {
        List<FactEvent> events = new ArrayList<>();
        Stream.concat(
                        Stream.of(
                                new Occurrence.Submitted(Optional.empty(), Story.source(source), true),
                                new Occurrence.Touched(source),
                                new Occurrence.Owned(Optional.of(new RepId("ann"))),
                                new Occurrence.Priced(MOST),
                                new Occurrence.Entered(OFFER),
                                new Occurrence.Worked(
                                        Optional.of(new RepId("ann")),
                                        Duration.ofSeconds(Long.MAX_VALUE),
                                        Optional.of(MOST))),
                        end.stream())
                .forEach(what -> events.add(new FactEvent("e" + events.size(), DAY.plusSeconds(events.size()), what)));
        return LeadFacts.of(new LeadId("lead-" + number), events);
    }

    private static List<LeadFacts> won() {
        Occurrence won = new Occurrence.Converted(Optional.empty(), Optional.of(MOST));
        return Stream.of("web", "web", "ads", "mail")
                .map(source -> lead(source, 0, Optional.of(won)))
                .toList();
    }

    private static List<LeadFacts> all() {
        List<LeadFacts> all = new ArrayList<>(won());
        for (String source : List.of("web", "web", "ads")) {
            all.add(lead(source, 1, Optional.empty()));
            all.add(lead(source, 2, Optional.of(new Occurrence.Lost(Optional.empty()))));
        }
        return all;
    }

    private static Stream<LeadKpi<?>> kpis() {
        FiguresSpec spec = FiguresSpec.builder(ZoneOffset.UTC, List.of(new Stage("new"), OFFER), Set.of(OFFER))
                .costs(List.of(COST))
                .build();
        return new KpiCatalog(spec)
                .ofLeads().values().stream()
                        .flatMap(List::stream)
                        .flatMap(kpi -> Stream.of(kpi, new Segmented<>(kpi, Grouping.bySource())));
    }

    @ParameterizedTest
    @MethodSource("kpis")
    @DisplayName("No figure of leads throws, and what was counted can be taken back")
    void leads(LeadKpi<?> kpi) {
        Counts counts = kpi.create();
        all().forEach(lead -> kpi.add(counts, lead));
        assertThatCode(() -> kpi.result(counts, AS_OF)).doesNotThrowAnyException();
        all().forEach(lead -> kpi.retract(counts, lead));
        assertThat(counts).isEqualTo(kpi.create());
    }

    private static <F, R> R result(Counting<F, R> kpi, List<F> facts) {
        Counts counts = kpi.create();
        facts.forEach(each -> kpi.add(counts, each));
        return kpi.result(counts, AS_OF);
    }

    @Test
    @DisplayName("The value of all sources is the sum of theirs")
    void sources() {
        var result = result(new SourceEffectiveness(SPENDING, new ObservedToExpected(Duration.ofDays(9)), 1), won());
        assertThat(result.all().money().get("EUR").valuePerLead().basis().numerator())
                .isEqualTo(FOUR_TIMES);
        assertThat(result.groups()
                        .get("web")
                        .money()
                        .get("EUR")
                        .valuePerLead()
                        .basis()
                        .numerator())
                .isEqualTo(MOST.amount().multiply(BigDecimal.valueOf(2)));
    }

    @Test
    @DisplayName("The value shared among channels is the value of all conversions")
    void attribution() {
        var rules = result(new Attribution(AttributionModel.linear(), Duration.ofDays(9)), won());
        var markov = result(new MarkovAttribution(Duration.ofDays(9)), won()).credits();
        for (var credits : List.of(rules, markov)) {
            assertThat(credits.value()).containsEntry("EUR", FOUR_TIMES);
            assertThat(credits.channels().values().stream()
                            .map(each -> each.value().get("EUR"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(FOUR_TIMES);
        }
    }

    @Test
    @DisplayName("The lifetime value of all groups is made of the sums of theirs, and of all days")
    void customers() {
        LifetimeValue kpi = new LifetimeValue(60, BigDecimal.ZERO, ZoneOffset.UTC);
        Customer.Income income = new Customer.Income(MOST, BigDecimal.TEN.negate());
        List<Customer> customers = new ArrayList<>();
        for (String group : List.of("a", "a", "b", "b")) {
            LocalDate since = LocalDate.of(2026, 1, 1 + customers.size() / 2);
            customers.add(new Customer(group, since, Optional.empty(), Optional.of(income)));
        }
        Breakdown<?> whole = result(new Grouped<>(kpi, "group"), customers);
        assertThat(whole.groups()).containsOnlyKeys("a", "b");
        var figures = result(kpi, customers).get("EUR");
        assertThat(figures.revenue().basis().numerator()).isEqualTo(FOUR_TIMES);
        assertThat(figures.margin().basis().numerator())
                .isEqualTo(FOUR_TIMES.multiply(BigDecimal.TEN).negate());
    }

    @Test
    @DisplayName("So are the costs of contacts and the times of work")
    void teams() {
        List<SupportContact> contacts = Stream.of("a", "b", "b", "c")
                .map(team -> new SupportContact(
                        team, Optional.of(MOST), SupportContact.Resolution.INELIGIBLE, Optional.empty()))
                .toList();
        var support = result(new Grouped<>(new SupportEfficiency(), "team"), contacts);
        assertThat(support.all().costPerContact().get("EUR").basis().numerator())
                .isEqualTo(FOUR_TIMES);
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        List<Workload> loads = Stream.of("a", "b", "b", "c")
                .map(team -> new Workload(team, longest, longest, List.of()))
                .toList();
        var work = result(new Grouped<>(new ResourceAllocation(), "team"), loads);
        assertThat(work.all().utilisation().basis().denominator())
                .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(4)));
        assertThat(work.all().utilisation().value().number()).hasValue(new BigDecimal("1.000000"));
    }
}

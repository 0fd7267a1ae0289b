package dev.leadkit.metrics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The book against a second reading of everything at once. */
final class FactsBookProperties {

    private static final LeadKpi<?> KPI =
            new Segmented<>(new ResponseTime(ResponseTime.USUAL_TARGET), Grouping.bySource());

    /** Events of one lead, or a merge of it into one with a smaller number. */
    private record Step(int lead, List<FactEvent> events, int into) {}

    /** Feeds counts with what changes. */
    private record Counting(LeadKpi<?> kpi, Counts counts) implements FactsBook.Changes {
        @Override
        public void retract(LeadFacts old) {
            kpi.retract(counts, old);
        }

        @Override
        public void add(LeadFacts now) {
            kpi.add(counts, now);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> events = Combinators.combine(
                        Arbitraries.integers().between(0, 5), LeadFactsArbitraries.events())
                .as((lead, more) -> new Step(lead, more, lead));
        Arbitrary<Step> merges = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 4))
                .as((lead, into) -> new Step(lead, List.of(), Math.min(into, lead - 1)));
        return Arbitraries.frequencyOf(Tuple.of(4, events), Tuple.of(1, merges))
                .list()
                .ofMaxSize(12);
    }

    /** Events are told apart by lead: identifiers are unique within a lead and its duplicates only. */
    private static List<FactEvent> named(Step step, int place) {
        return step.events().stream()
                .map(event -> new FactEvent(
                        step.lead() + "-" + place + event.id(), event.at(), event.recordedAt(), event.what()))
                .toList();
    }

    private static LeadId id(int lead) {
        return new LeadId("lead-" + lead);
    }

    @Property(tries = 200)
    void countsAreThoseOfEverythingKnownWhateverTheOrder(@ForAll("steps") List<Step> steps, @ForAll Random random) {
        List<Step> numbered = IntStream.range(0, steps.size())
                .mapToObj(i -> new Step(
                        steps.get(i).lead(),
                        named(steps.get(i), i),
                        steps.get(i).into()))
                .toList();
        List<Step> shuffled = new ArrayList<>(numbered);
        shuffled.addAll(numbered);
        Collections.shuffle(shuffled, random);
        Counts counts = KPI.create();
        FactsBook book = new FactsBook(new Counting(KPI, counts));
        for (Step step : shuffled) {
            if (step.into() == step.lead()) {
                step.events().forEach(event -> book.put(id(step.lead()), List.of(event)));
            } else {
                book.merge(id(step.lead()), id(step.into()));
            }
        }
        assertThat(counts).isEqualTo(atOnce(numbered));
    }

    private static Counts atOnce(List<Step> steps) {
        Map<Integer, Set<Integer>> same = new HashMap<>();
        IntStream.range(0, 6).forEach(lead -> same.put(lead, new TreeSet<>(Set.of(lead))));
        for (Step step : steps) {
            Set<Integer> joined = new TreeSet<>(same.get(step.lead()));
            joined.addAll(same.get(step.into()));
            joined.forEach(lead -> same.put(lead, joined));
        }
        Counts counts = KPI.create();
        for (Set<Integer> members : Set.copyOf(same.values())) {
            List<FactEvent> all = steps.stream()
                    .filter(step -> members.contains(step.lead()))
                    .flatMap(step -> step.events().stream())
                    .toList();
            if (!all.isEmpty()) {
                KPI.add(counts, LeadFacts.of(id(0), members.size(), all));
            }
        }
        return counts;
    }

    @Property(tries = 200)
    void factsDoNotDependOnTheOrderOrNumberOfDeliveries(
            @ForAll("events") List<FactEvent> events, @ForAll Random random) {
        List<FactEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, random);
        assertThat(LeadFacts.of(id(1), shuffled)).isEqualTo(LeadFacts.of(id(1), events));
        List<FactEvent> often = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            often.addAll(shuffled);
        }
        assertThat(LeadFacts.of(id(1), often)).isEqualTo(LeadFacts.of(id(1), events));
    }

    @Provide
    Arbitrary<List<FactEvent>> events() {
        return LeadFactsArbitraries.events();
    }

    @Example
    void whatIsKnownAlreadyIsToldToNobody() {
        List<String> told = new ArrayList<>();
        FactsBook book = new FactsBook(new FactsBook.Changes() {
            @Override
            public void retract(LeadFacts old) {
                told.add("-" + old.events().size());
            }

            @Override
            public void add(LeadFacts now) {
                told.add("+" + now.events().size());
            }
        });
        FactEvent first = new FactEvent("e1", LeadFactsArbitraries.START, new Occurrence.Touched("mail"));
        FactEvent second = new FactEvent("e2", LeadFactsArbitraries.START, new Occurrence.Touched("mail"));
        book.put(id(1), List.of());
        book.put(id(1), List.of(first));
        book.put(id(1), List.of(first, first));
        book.put(id(1), List.of(first, second));
        assertThat(told).containsExactly("+1", "-1", "+2");
        assertThat(book.facts(id(2))).isEmpty();
        book.merge(id(2), id(1));
        book.merge(id(2), id(1));
        assertThat(told).containsExactly("+1", "-1", "+2", "-2", "+2");
        assertThat(book.facts(id(2)).orElseThrow().records()).isEqualTo(2);
        assertThat(book.canonical(id(2))).isEqualTo(id(1));
    }

    @Property(tries = 60)
    void aLeadOfManyEventsMayGrowOneByOne(@ForAll Random random, @ForAll @IntRange(max = 3) int corrections) {
        List<FactEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean corrects = i > 0 && random.nextInt(20) < corrections;
            String event = "e" + (corrects ? random.nextInt(i) : i);
            Instant at = LeadFactsArbitraries.START.plusSeconds(random.nextInt(40));
            events.add(new FactEvent(event, at, new Occurrence.Touched("channel-" + random.nextInt(3))));
        }
        FactsBook book = new FactsBook(new Counting(KPI, KPI.create()));
        for (int i = 0; i < events.size(); i++) {
            book.put(id(1), List.of(events.get(i), events.get(random.nextInt(i + 1))));
            assertThat(book.facts(id(1))).contains(LeadFacts.of(id(1), events.subList(0, i + 1)));
        }
        book.put(id(2), List.of(new FactEvent("other", LeadFactsArbitraries.START, new Occurrence.Responded())));
        book.merge(id(1), id(2));
        assertThat(book.facts(id(1)).orElseThrow().events()).hasSizeGreaterThan(24);
    }

    /** Without a short cut, a hundred thousand steps for each question. */
    @Example
    void aLongChainOfMergesIsGoneOnlyOnce() {
        FactsBook book = new FactsBook(new Counting(KPI, KPI.create()));
        int length = 100_000;
        for (int i = 0; i < length; i++) {
            book.merge(id(i), id(i + 1));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < length; i++) {
                assertThat(book.canonical(id(i % 9))).isEqualTo(id(length));
            }
        });
    }

    @Example
    void aConversionThatIsTakenBackIsNoLongerCounted() {
        LeadConversion conversion = new LeadConversion();
        Counts counts = conversion.create();
        FactsBook book = new FactsBook(new Counting(conversion, counts));
        book.put(
                id(1),
                List.of(new FactEvent(
                        "e1",
                        LeadFactsArbitraries.START,
                        new Occurrence.Converted(Optional.empty(), Optional.empty()))));
        assertThat(conversion.result(counts, LeadFactsArbitraries.START).basis().numerator())
                .isEqualTo("1");
        book.put(
                id(1),
                List.of(new FactEvent("e2", LeadFactsArbitraries.START.plusSeconds(9), new Occurrence.Voided())));
        assertThat(conversion.result(counts, LeadFactsArbitraries.START).basis().numerator())
                .isEqualTo("0");
    }
}

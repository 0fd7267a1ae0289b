package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.core.kit.LeadArbitraries.EMPLOYEES;
import static dev.leadkit.core.kit.LeadArbitraries.INDUSTRY;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldQuestion;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

final class ConditionIndexProperties {

    /** An entry with the position that tells equal conditions apart. */
    private record Entry(int position, Condition condition) {}

    private record Told(Entry entry, Fault fault) {}

    @Provide
    Arbitrary<List<Condition>> models() {
        Condition endless = field(INDUSTRY).matches(ConditionArbitraries.ENDLESS);
        Arbitrary<Condition> some = ConditionArbitraries.conditions();
        return Arbitraries.frequencyOf(
                        Tuple.of(6, some),
                        Tuple.of(1, some.map(part -> all(part, endless))),
                        Tuple.of(1, some.map(part -> all(endless, part))))
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(LeadArbitraries.histories(), LeadArbitraries.instants(), Arbitraries.of(true, false))
                .as((history, asOf, endless) -> Facts.of(endless ? history.plus(endlessText(asOf)) : history, asOf));
    }

    private static LeadEvent endlessText(Instant at) {
        EventHeader header = new EventHeader(new EventId("Z"), LeadArbitraries.LEAD, at, at);
        FieldValues text = FieldValues.builder()
                .set(INDUSTRY, ConditionArbitraries.TOO_LONG_A_TASK)
                .build();
        return Updated.of(header, new Origin("form", "1", true), text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void findsWhatEvaluatingEachInTurnFindsAndTellsItsFaults(
            @ForAll("models") List<Condition> model, @ForAll("facts") Facts facts) {
        List<Entry> entries = entries(model);
        List<Entry> expected = new ArrayList<>();
        List<Told> expectedFaults = new ArrayList<>();
        for (Entry entry : entries) {
            List<Fault> faults = new ArrayList<>();
            Truth truth = entry.condition().evaluate(facts, faults::add);
            if (truth == Truth.TRUE) {
                expected.add(entry);
            }
            if (truth != Truth.FALSE) {
                faults.forEach(fault -> expectedFaults.add(new Told(entry, fault)));
            }
        }
        Statistics.label("faults")
                .collect(!expectedFaults.isEmpty())
                .coverage(part -> part.check(true).percentage(share -> share > 20));
        Statistics.label("found")
                .collect(!expected.isEmpty())
                .coverage(part -> part.check(true).percentage(share -> share > 50));

        List<Told> faults = new ArrayList<>();
        ConditionIndex<Entry> index = ConditionIndex.of(entries, Entry::condition);
        assertThat(index.find(facts, (entry, fault) -> faults.add(new Told(entry, fault))))
                .isEqualTo(expected);
        assertThat(faults).isEqualTo(expectedFaults);
    }

    private static List<Entry> entries(List<Condition> model) {
        List<Entry> entries = new ArrayList<>();
        model.forEach(condition -> entries.add(new Entry(entries.size(), condition)));
        return entries;
    }

    @Provide
    Arbitrary<List<Condition>> ranges() {
        Arbitrary<BigDecimal> bounds = Arbitraries.integers().between(0, 40).map(BigDecimal::valueOf);
        FieldQuestion<BigDecimal> ask = field(EMPLOYEES);
        Arbitrary<Condition> range = Arbitraries.frequencyOf(
                Tuple.of(1, bounds.map(ask::atLeast)),
                Tuple.of(1, bounds.map(ask::moreThan)),
                Tuple.of(1, bounds.map(ask::atMost)),
                Tuple.of(1, bounds.map(ask::lessThan)),
                Tuple.of(3, Combinators.combine(bounds, bounds).as(ask::between)));
        return range.list().ofMaxSize(60);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void manyRangesOfOneFieldAreEachFoundAtEveryValue(@ForAll("ranges") List<Condition> model) {
        List<Entry> entries = entries(model);
        ConditionIndex<Entry> index = ConditionIndex.of(entries, Entry::condition);
        for (int half = -1; half <= 82; half++) {
            Facts facts = facts(new BigDecimal(half).divide(BigDecimal.valueOf(2)));
            assertThat(index.find(facts, (entry, fault) -> {}))
                    .isEqualTo(entries.stream()
                            .filter(entry -> entry.condition().evaluate(facts, fault -> {}) == Truth.TRUE)
                            .toList());
        }
    }

    private static Facts facts(BigDecimal employees) {
        Lead lead = Lead.builder(LeadArbitraries.LEAD).set(EMPLOYEES, employees).build();
        return Facts.of(lead, LeadArbitraries.BEGIN);
    }

    @Test
    void anEntryMayOccurTwiceAndStaysInItsPlace() {
        ConditionIndex<String> index = ConditionIndex.of(
                List.of("b", "a", "b"), name -> field(EMPLOYEES).isPresent());
        assertThat(index.find(facts(BigDecimal.ONE), (entry, fault) -> {})).containsExactly("b", "a", "b");
    }

    @Test
    void theConditionOfAnEntryIsAskedForOnce() {
        AtomicInteger asked = new AtomicInteger();
        ConditionIndex<String> index = ConditionIndex.of(List.of("a"), name -> {
            asked.incrementAndGet();
            return Conditions.always();
        });
        assertThat(index.find(facts(BigDecimal.ONE), (entry, fault) -> {})).containsExactly("a");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFaultIsToldForAnUnknownEntryAndKeptBackForAFalseOne() {
        Condition endless = field(INDUSTRY).matches(ConditionArbitraries.ENDLESS);
        Map<String, Condition> model = Map.of(
                "unknown",
                all(field(COUNTRY).is("DE"), endless),
                "false",
                all(endless, field(EMPLOYEES).isPresent()));
        Lead lead = Lead.builder(LeadArbitraries.LEAD)
                .set(INDUSTRY, ConditionArbitraries.TOO_LONG_A_TASK)
                .build();
        List<String> told = new ArrayList<>();
        ConditionIndex<String> index = ConditionIndex.of(model.keySet(), model::get);
        assertThat(index.find(Facts.of(lead, LeadArbitraries.BEGIN), (entry, fault) -> told.add(entry)))
                .isEmpty();
        assertThat(told).containsExactly("unknown");
    }
}

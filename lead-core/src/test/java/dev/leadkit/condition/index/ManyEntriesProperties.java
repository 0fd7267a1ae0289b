package dev.leadkit.condition.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The index against evaluating each condition in turn, with weights, for up to thousands of entries at once. */
final class ManyEntriesProperties {

    private record Entry(int number, Condition when, int group, long weight) {}

    @Provide
    Arbitrary<List<Condition>> few() {
        return ConditionArbitraries.conditions().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Condition>> some() {
        return ConditionArbitraries.conditions().list().ofMinSize(1).ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<Condition>> many() {
        return ConditionArbitraries.conditions().list().ofSize(400);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return ConditionArbitraries.facts();
    }

    @Provide
    Arbitrary<List<Facts>> leads() {
        return ConditionArbitraries.facts().list().ofSize(12);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void fewEntriesAreFoundAndSummedExactly(
            @ForAll("few") List<Condition> conditions,
            @ForAll("facts") Facts facts,
            @ForAll @IntRange(min = 1, max = 40) int groups,
            @ForAll Random random) {
        check(entries(conditions, conditions.size(), groups, random), groups, List.of(facts));
    }

    /** Thousands: the limits of bits are passed, and conjunctions are told by candidates. */
    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void thousandsOfEntriesAreFoundAndSummedExactly(
            @ForAll("many") List<Condition> conditions,
            @ForAll("leads") List<Facts> leads,
            @ForAll @IntRange(min = 1, max = 12) int groups,
            @ForAll Random random) {
        check(entries(conditions, 10_000, groups, random), groups, leads);
    }

    /** Between the two: any number of entries up to two thousand, as many small as large ones. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anyNumberOfEntriesIsFoundAndSummedExactly(
            @ForAll("some") List<Condition> conditions,
            @ForAll("facts") Facts facts,
            @ForAll @DoubleRange(min = 2, max = 7.6) double size,
            @ForAll @IntRange(min = 1, max = 40) int groups,
            @ForAll Random random) {
        check(entries(conditions, (int) Math.exp(size), groups, random), groups, List.of(facts));
    }

    private static List<Entry> entries(List<Condition> conditions, int count, int groups, Random random) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Condition when = conditions.get(i % conditions.size());
            if (i >= conditions.size()) {
                when = when.and(conditions.get(random.nextInt(conditions.size())));
            }
            long weight = random.nextInt(4) == 0 ? random.nextLong() >> 20 : random.nextInt(50) - 25;
            entries.add(new Entry(i, when, random.nextInt(groups), weight));
        }
        return entries;
    }

    private static void check(List<Entry> entries, int groups, List<Facts> leads) {
        ConditionIndex<Entry> index = ConditionIndex.<Entry>builder(entries, Entry::when)
                .weights(groups, Entry::group, Entry::weight)
                .keepFacts(true)
                .build();
        Evaluation evaluation = index.evaluation();
        for (Facts facts : leads) {
            long[] sums = new long[groups];
            List<Integer> expected = new ArrayList<>();
            List<String> expectedFaults = new ArrayList<>();
            for (Entry entry : entries) {
                List<Fault> faults = new ArrayList<>();
                Truth truth = entry.when().evaluate(facts, faults::add);
                if (truth == Truth.TRUE) {
                    expected.add(entry.number());
                    sums[entry.group()] += entry.weight();
                }
                if (truth != Truth.FALSE) {
                    faults.forEach(fault -> expectedFaults.add(entry.number() + " " + fault));
                }
            }
            List<String> faults = new ArrayList<>();
            evaluation.of(facts, (fault, number) -> faults.add(number + " " + fault));
            assertSame(evaluation, expected, sums);
            assertThat(faults).isEqualTo(expectedFaults);

            LeadRecord record = index.record();
            record.read(facts);
            evaluation.of(record.encode(), facts.asOf());
            assertSame(evaluation, expected, sums);
        }
    }

    private static void assertSame(Evaluation evaluation, List<Integer> expected, long[] sums) {
        int[] found = new int[evaluation.entries()];
        evaluation.copyEntries(found);
        assertThat(Arrays.stream(found).sorted().boxed().toList()).isEqualTo(expected);
        int[] kept = new int[evaluation.found().size()];
        evaluation.found().copy(kept);
        assertThat(kept).containsExactlyInAnyOrder(found);
        for (int group = 0; group < sums.length; group++) {
            assertThat(evaluation.sum(group)).isEqualTo(sums[group]);
        }
    }
}

package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** However many numbers there are, none of them is ever missing. */
final class ValueSetProperties {

    private static final long FAR = 100_000_000;

    @Provide
    Arbitrary<List<Set<Long>>> sums() {
        Arbitrary<Long> units = Arbitraries.longs().between(-20_000, 20_000);
        Arbitrary<Long> steps = Arbitraries.of(1L, 5L, 1_000L);
        return Combinators.combine(
                        units.set()
                                .ofMinSize(2)
                                .ofMaxSize(3)
                                .list()
                                .ofMinSize(7)
                                .ofMaxSize(9),
                        steps)
                .as((list, step) -> list.stream()
                        .map(set -> set.stream().map(each -> each * step).collect(Collectors.toSet()))
                        .toList());
    }

    @Provide
    Arbitrary<Limits> limits() {
        return Combinators.combine(
                        Arbitraries.longs().between(-90_000, 0).map(Points::new).optional(),
                        Arbitraries.longs().between(0, 90_000).map(Points::new).optional())
                .as(Limits::new);
    }

    private static ValueSet values(Set<Long> units) {
        return ValueSet.of(units.stream().mapToLong(Long::longValue));
    }

    private static Set<Long> cross(Set<Long> some, Set<Long> others) {
        Set<Long> sums = new HashSet<>();
        some.forEach(one -> others.forEach(other -> sums.add(one + other)));
        return sums;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everySumIsAmongThem(@ForAll("sums") List<Set<Long>> parts, @ForAll("limits") Limits limits) {
        Set<Long> sums = parts.stream().reduce(Set.of(0L), ValueSetProperties::cross);
        ValueSet values = parts.stream().map(ValueSetProperties::values).reduce(ValueSet.ZERO, ValueSet::plus);
        ValueSet limited = values.within(limits).plus(values(Set.of(0L, FAR)));
        for (long sum : sums) {
            assertThat(values.meets(Reach.of(sum))).isTrue();
            assertThat(limited.meets(Reach.of(limits.clamp(sum)))).isTrue();
            assertThat(limited.meets(Reach.of(limits.clamp(sum) + FAR))).isTrue();
        }
        assertThat(values.reach()).isEqualTo(hull(sums));
        Statistics.collect(sums.size() > 2 * ValueSet.MOST_RANGES);
        Statistics.coverage(found -> found.check(true).count(count -> count > 30));
    }

    private static Reach hull(Set<Long> units) {
        return units.stream().map(Reach::of).reduce(Reach::or).orElseThrow();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aWideGapAndTheStepOutlastAnyNumberOfRules(@ForAll("sums") List<Set<Long>> parts) {
        long step = 7;
        Stream<ValueSet> multiples = parts.stream()
                .map(set -> set.stream().map(each -> each * step).collect(Collectors.toSet()))
                .map(ValueSetProperties::values);
        ValueSet values = Stream.concat(Stream.of(values(Set.of(0L, step * FAR * 100))), multiples)
                .reduce(ValueSet.ZERO, ValueSet::plus);
        assertThat(values.meets(new Reach(step * FAR * 20, step * FAR * 80))).isFalse();
        LongStream.rangeClosed(-1_000, 1_000)
                .filter(each -> each % step != 0)
                .forEach(each -> assertThat(values.meets(Reach.of(each))).isFalse());
    }
}

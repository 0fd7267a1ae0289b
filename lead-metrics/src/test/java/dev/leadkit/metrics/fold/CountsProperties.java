package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counts against sorted maps. */
final class CountsProperties {

    private record Step(int part, long key, long times) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> keys = Arbitraries.oneOf(
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs(),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        keys,
                        Arbitraries.longs().between(-2, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static Counts counted(List<Step> steps) {
        Counts counts = new Counts();
        steps.forEach(step -> counts.add(step.part(), step.key(), step.times()));
        return counts;
    }

    @Property(tries = 500)
    void everyCountIsTheSumOfItsSteps(@ForAll("steps") List<Step> steps) {
        Counts counts = counted(steps);
        for (int part = 0; part < 7; part++) {
            Map<Long, Long> naive = new TreeMap<>();
            int wanted = part;
            steps.stream()
                    .filter(step -> step.part() == wanted)
                    .forEach(step -> naive.merge(step.key(), step.times(), Long::sum));
            naive.values().removeIf(times -> times == 0);
            assertThat(counts.keys(part)).containsExactly(naive.keySet().toArray(Long[]::new));
            naive.forEach((key, times) -> assertThat(counts.count(wanted, key)).isEqualTo(times));
            assertThat(counts.total(part))
                    .isEqualTo(
                            naive.values().stream().mapToLong(Long::longValue).sum());
            assertThat(counts.total(part, key -> key > 0))
                    .isEqualTo(naive.entrySet().stream()
                            .filter(each -> each.getKey() > 0)
                            .mapToLong(Map.Entry::getValue)
                            .sum());
            assertThat(counts.hasNegative(part))
                    .isEqualTo(naive.values().stream().anyMatch(times -> times < 0));
        }
    }

    @Property(tries = 300)
    void mergeAndUnmergeAreSums(@ForAll("steps") List<Step> one, @ForAll("steps") List<Step> two) {
        Counts state = counted(one);
        state.merge(counted(two));
        Counts both = counted(one);
        two.forEach(step -> both.add(step.part(), step.key(), step.times()));
        assertThat(state).isEqualTo(both).hasSameHashCodeAs(both);
        state.unmerge(counted(one));
        assertThat(state).isEqualTo(counted(two));
        state.unmerge(counted(two));
        assertThat(state.isEmpty()).isTrue();
        assertThat(state).isEqualTo(new Counts());
    }

    @Property(tries = 300)
    void bytesComeBackAsTheyWere(@ForAll("steps") List<Step> own, @ForAll("steps") List<Step> inner)
            throws IOException {
        Counts counts = counted(own);
        counts.named("in/ner").merge(counted(inner));
        counts.named("in/ner").named("").exclude("why", -3);
        counts.named("nothing");
        counts.exclude("undated", 2);
        Counts read = read(CountsCodec.bytes(counts));
        assertThat(read).isEqualTo(counts);
        assertThat(read.named().keySet()).isEqualTo(counts.named().keySet());
        assertThat(read.excluded()).isEqualTo(Map.of("undated", 2L));
    }

    private static Counts read(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return CountsCodec.read(new DataInputStream(new ByteArrayInputStream(copy)));
    }

    @Example
    void aNameOrReasonThatCountsNothingIsNone() {
        Counts counts = new Counts();
        counts.named("a").add(0, 1, 1);
        counts.named("a").add(0, 1, -1);
        counts.exclude("b", 1);
        counts.exclude("b", -1);
        assertThat(counts).isEqualTo(new Counts());
        assertThat(counts.named()).isEmpty();
        assertThat(counts.isEmpty()).isTrue();
        counts.exclude("b", 1);
        assertThat(counts.isEmpty()).isFalse();
    }

    @Example
    void aNameOrReasonMayBeAnyText() throws IOException {
        Counts counts = new Counts();
        for (String text : List.of("\u00fc".repeat(40_000), "\ud800", "\0", "\u20ac \ud83d\ude00", "")) {
            counts.named(text).add(0, 1, 1);
            counts.exclude(text, 2);
        }
        Counts read = read(CountsCodec.bytes(counts));
        assertThat(read).isEqualTo(counts).hasSameHashCodeAs(counts);
        assertThat(read.named().keySet()).isEqualTo(counts.named().keySet());
        assertThat(read.excluded()).isEqualTo(counts.excluded());
    }

    @Example
    void countsAreEmptyOnlyIfNoPartNoReasonAndNoNameCounts() {
        for (long key : new long[] {0, 1, -7, Long.MIN_VALUE}) {
            Counts counts = new Counts();
            counts.add(1, key, 3);
            assertThat(counts.isEmpty()).isFalse();
            Counts outer = new Counts();
            outer.named("inner").add(0, key, -1);
            assertThat(outer.isEmpty()).isFalse();
            assertThat(outer.named()).containsOnlyKeys("inner");
            counts.add(1, key, -3);
            assertThat(counts.isEmpty()).isTrue();
        }
    }

    @Example
    void aSumBeyondLongIsRefused() {
        Counts counts = new Counts();
        counts.add(0, 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> counts.add(0, 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> counts.add(64, 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Example
    void theLastPartAndTheDeepestNameComeBack() throws IOException {
        Counts counts = new Counts();
        counts.add(63, 5, 9);
        Counts deepest = counts;
        for (int depth = 0; depth < 32; depth++) {
            deepest = deepest.named("n");
        }
        deepest.exclude("deep", 1);
        Counts read = read(CountsCodec.bytes(counts));
        assertThat(read).isEqualTo(counts);
        assertThat(read.count(63, 5)).isEqualTo(9);
        deepest.named("n").exclude("too deep", 1);
        assertThatThrownBy(() -> read(CountsCodec.bytes(counts))).hasMessageContaining("32 deep");
    }

    @Example
    void countsThatDifferAreNotEqual() {
        Counts counts = new Counts();
        counts.add(0, 1, 2);
        counts.named("a").exclude("why", 1);
        Counts other = new Counts();
        other.merge(counts);
        assertThat(counts).isEqualTo(other).hasSameHashCodeAs(other).isEqualTo(counts);
        other.add(0, 1, 1);
        assertThat(counts).isNotEqualTo(other).isNotEqualTo(new Counts()).isNotEqualTo("counts");
        assertThat(counts.hashCode()).isNotEqualTo(other.hashCode());
        assertThat(counts).hasToString("Counts[1 names, 0 reasons]");
    }

    @Example
    void brokenBytesAreRefused() {
        for (byte[] broken : List.of(
                new byte[] {},
                new byte[] {1, 5},
                new byte[] {65, 0},
                new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
                new byte[] {0, 0, 1})) {
            assertThatThrownBy(() -> read(ByteBuffer.wrap(broken))).isInstanceOf(IOException.class);
        }
        byte[] deep = new byte[4 * 40];
        for (int i = 0; i < 40; i++) {
            deep[4 * i + 2] = 1;
        }
        assertThatThrownBy(() -> read(ByteBuffer.wrap(deep))).hasMessageContaining("32 deep");
    }

    @Example
    void countsThatComeAndGoTakeNoRoom() {
        Counts counts = new Counts();
        for (long key = 0; key < 100_000; key++) {
            counts.add(0, key, 1);
            counts.add(0, key, -1);
        }
        counts.add(0, 7, 3);
        assertThat(counts.keys(0)).containsExactly(7);
        assertThat(CountsCodec.bytes(counts).remaining()).isLessThan(10);
    }
}

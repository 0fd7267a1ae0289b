package dev.leadkit.condition.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.EventHeader;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

@Label("Moments by the filters that interactions pass")
final class MomentsProperties {

    private static final int FILTERS = 70;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE / 1_000 - 1);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** An interaction, and the filters that it passes. */
    record Told(Instant at, List<Integer> filters) {}

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(-5, 5).map(NOON::plusNanos)),
                Tuple.of(3, Arbitraries.longs().between(-5_000, 5_000).map(micros -> NOON.plusNanos(1_000 * micros))),
                Tuple.of(2, Arbitraries.longs().between(-100_000, 100_000).map(NOON::plusSeconds)),
                Tuple.of(1, Arbitraries.of(EventHeader.EARLIEST, EventHeader.LATEST, Instant.EPOCH)));
    }

    @Provide
    Arbitrary<List<Told>> leads() {
        Arbitrary<List<Integer>> filters = Arbitraries.integers()
                .between(0, FILTERS - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(4);
        return Combinators.combine(instants(), filters)
                .as(Told::new)
                .list()
                .ofMaxSize(25)
                .map(all -> all.stream()
                        .sorted((one, other) -> one.at().compareTo(other.at()))
                        .toList());
    }

    @Property
    @Label("are those that were told since the last lead, in a record and in what is kept of it")
    void asTold(
            @ForAll @Size(max = 4) List<@net.jqwik.api.From("leads") List<Told>> leads,
            @ForAll("instants") Instant now,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 9) int before) {
        MomentsTold record = new MomentsTold(FILTERS);
        List<MomentsKept> kept = new ArrayList<>();
        for (List<Told> lead : leads) {
            record.clear();
            lead.forEach(each -> record.add(
                    each.filters().stream().mapToInt(Integer::intValue).toArray(),
                    EventHeader.micros(each.at()),
                    EventHeader.nanosBeyondMicro(each.at())));
            assertThat(ages(record, now)).isEqualTo(expected(lead, now));
            kept.add(record.kept(before));
        }
        for (int i = 0; i < leads.size(); i++) {
            assertThat(ages(kept.get(i), now)).isEqualTo(expected(leads.get(i), now));
        }
    }

    /** Of each filter that some pass, the ages of those not ahead, newest first: nanoseconds, then milliseconds. */
    private static Map<Integer, List<Long>> ages(Moments moments, Instant now) {
        Ages ages = new Ages();
        ages.at(now);
        Map<Integer, List<Long>> found = new TreeMap<>();
        for (int place = 0; place < moments.size(); place++) {
            moments.show(place, ages);
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < ages.size(); i++) {
                all.add(ages.nanos(i));
                all.add(ages.millis(i));
            }
            assertThat(found.put(moments.filter(place), all)).isNull();
        }
        return found;
    }

    private static Map<Integer, List<Long>> expected(List<Told> lead, Instant now) {
        Map<Integer, List<Long>> found = new TreeMap<>();
        for (int i = lead.size() - 1; i >= 0; i--) {
            Told each = lead.get(i);
            for (int filter : each.filters()) {
                List<Long> all = found.computeIfAbsent(filter, any -> new ArrayList<>());
                if (!each.at().isAfter(now)) {
                    Duration age = Duration.between(each.at(), now);
                    all.add(nanos(age));
                    all.add(age.toMillis());
                }
            }
        }
        return found;
    }

    private static long nanos(Duration age) {
        BigInteger micros = BigInteger.valueOf(age.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000))
                .add(BigInteger.valueOf(age.getNano() / 1_000));
        return micros.compareTo(MOST) > 0 ? Long.MAX_VALUE : micros.longValueExact() * 1_000 + age.getNano() % 1_000;
    }

    @Property
    @Label("reach a number within a window exactly if that many are as young")
    void reach(
            @ForAll("leads") List<Told> lead,
            @ForAll("instants") Instant now,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 6) int count) {
        MomentsTold record = new MomentsTold(1);
        lead.forEach(each ->
                record.add(new int[] {0}, EventHeader.micros(each.at()), EventHeader.nanosBeyondMicro(each.at())));
        Ages ages = new Ages();
        ages.at(now);
        for (int place = 0; place < record.size(); place++) {
            record.show(place, ages);
        }
        List<Long> nanos = lead.stream()
                .filter(each -> !each.at().isAfter(now))
                .map(each -> nanos(Duration.between(each.at(), now)))
                .toList();
        Set<Long> windows = new TreeSet<>(List.of(0L, 1L, 3L, 1_000L, 50_000_000_000_000L, Long.MAX_VALUE));
        windows.addAll(nanos);
        for (long window : windows) {
            long young = nanos.stream().filter(age -> age <= window).count();
            assertThat(ages.reach(count, window))
                    .as("%s within %s", count, window)
                    .isEqualTo(young >= count);
        }
    }

    @Example
    @Label("number as many as there are, and are told anew after a lead with very many")
    void bordersAndRoom() {
        MomentsTold record = new MomentsTold(2);
        long noon = EventHeader.micros(NOON);
        for (int i = 0; i < 3_000; i++) {
            record.add(new int[] {1}, noon + i, (short) 7);
        }
        record.clear();
        record.add(new int[] {1}, noon, (short) 7);
        Ages ages = new Ages();
        ages.at(NOON.plusNanos(10));
        record.show(0, ages);
        assertThat(ages.size()).isEqualTo(1);
        assertThat(ages.nanos(0)).isEqualTo(3);
        assertThatThrownBy(() -> ages.nanos(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ages.millis(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        ages.forget();
        assertThat(ages.size()).isZero();
    }

    @Example
    @Label("beyond the years that events may be of are counted from their ends")
    void endsOfTime() {
        MomentsTold record = new MomentsTold(1);
        record.add(new int[] {0}, EventHeader.micros(EventHeader.EARLIEST), (short) 0);
        record.add(new int[] {0}, EventHeader.micros(EventHeader.LATEST), (short) 0);
        Ages ages = new Ages();
        ages.at(Instant.MIN);
        record.show(record.size() - 1, ages);
        assertThat(ages.size()).isZero();
        ages.at(Instant.MAX);
        record.show(record.size() - 1, ages);
        assertThat(ages.size()).isEqualTo(2);
        assertThat(ages.nanos(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(ages.toString()).isEqualTo("Ages[2 interactions]");
    }

    @Example
    @Label("are told to the nanosecond as far as a long can tell, but for the last microsecond, about 292 years")
    void longAges() {
        Instant most = EventHeader.EARLIEST.plusNanos(1_000 * MOST.longValueExact());
        MomentsTold record = new MomentsTold(1);
        record.add(new int[] {0}, EventHeader.micros(EventHeader.EARLIEST), (short) 0);
        Ages ages = new Ages();
        ages.at(most.plusNanos(999));
        record.show(record.size() - 1, ages);
        assertThat(ages.nanos(0)).isEqualTo(Long.MAX_VALUE / 1_000 * 1_000 - 1);
        ages.at(most.plusNanos(1_000));
        assertThat(ages.nanos(0)).isEqualTo(Long.MAX_VALUE);
    }
}

package dev.leadkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.fold.Accumulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every accumulator keeps to, whoever wrote it: a test class extends this, names its subject and the facts to test it with.
 *
 * @param <F> the facts of one thing
 * @param <A> the state
 * @param <R> the result
 */
public abstract class AccumulatorContract<F, A, R> {

    /** The accumulator under test. */
    protected abstract Accumulator<F, A, R> subject();

    /** Facts of one thing, few enough of everything that equal ones are common. */
    protected abstract Arbitrary<F> facts();

    @Provide
    Arbitrary<List<F>> leads() {
        return facts().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadFactsArbitraries.instants();
    }

    @Property(tries = 100)
    void aNewStateIsTheIdentityOfMerge(@ForAll("leads") List<F> leads) {
        A left = subject().create();
        subject().merge(left, counted(leads));
        A right = counted(leads);
        subject().merge(right, subject().create());
        assertThat(left).isEqualTo(counted(leads));
        assertThat(right).isEqualTo(counted(leads));
    }

    @Property(tries = 100)
    void mergeIsCommutative(@ForAll("leads") List<F> one, @ForAll("leads") List<F> two) {
        assertThat(merged(counted(one), counted(two))).isEqualTo(merged(counted(two), counted(one)));
    }

    @Property(tries = 100)
    void mergeIsAssociative(
            @ForAll("leads") List<F> one, @ForAll("leads") List<F> two, @ForAll("leads") List<F> three) {
        A left = merged(merged(counted(one), counted(two)), counted(three));
        A right = merged(counted(one), merged(counted(two), counted(three)));
        assertThat(left).isEqualTo(right);
    }

    @Property(tries = 100)
    void mergeLeavesItsSourceAsItWas(@ForAll("leads") List<F> one, @ForAll("leads") List<F> two) {
        A from = counted(one);
        A into = merged(counted(two), from);
        two.forEach(lead -> subject().add(into, lead));
        assertThat(from).isEqualTo(counted(one));
    }

    @Property(tries = 100)
    void anyOrderAndShardingGivesTheSameState(
            @ForAll("leads") List<F> leads, @ForAll Random random, @ForAll("instants") Instant asOf) {
        List<F> shuffled = new ArrayList<>(leads);
        Collections.shuffle(shuffled, random);
        List<A> shards =
                List.of(subject().create(), subject().create(), subject().create());
        shuffled.forEach(lead -> subject().add(shards.get(random.nextInt(3)), lead));
        A all = merged(shards.get(2), merged(shards.get(0), shards.get(1)));
        assertThat(all).isEqualTo(counted(leads));
        assertThat(subject().result(all, asOf)).isEqualTo(subject().result(counted(leads), asOf));
    }

    @Property(tries = 100)
    void retractUndoesAdd(@ForAll("leads") List<F> kept, @ForAll("leads") List<F> gone) {
        A state = counted(kept);
        gone.forEach(lead -> subject().add(state, lead));
        gone.forEach(lead -> subject().retract(state, lead));
        assertThat(state).isEqualTo(counted(kept));
    }

    @Property(tries = 100)
    void retractMayComeFirstAndOnAnotherShard(@ForAll("leads") List<F> kept, @ForAll("leads") List<F> gone) {
        A early = subject().create();
        gone.forEach(lead -> subject().retract(early, lead));
        A late = counted(gone);
        assertThat(merged(merged(early, counted(kept)), late)).isEqualTo(counted(kept));
    }

    @Property(tries = 100)
    void theResultIsTotalAndChangesNothing(
            @ForAll("leads") List<F> added, @ForAll("leads") List<F> retracted, @ForAll("instants") Instant asOf) {
        A state = counted(added);
        retracted.forEach(lead -> subject().retract(state, lead));
        A same = merged(subject().create(), state);
        R first = subject().result(state, asOf);
        assertThat(subject().result(state, asOf)).isEqualTo(first);
        assertThat(state).isEqualTo(same);
    }

    private A counted(List<F> leads) {
        A state = subject().create();
        leads.forEach(lead -> subject().add(state, lead));
        return state;
    }

    private A merged(A into, A from) {
        subject().merge(into, from);
        return into;
    }
}

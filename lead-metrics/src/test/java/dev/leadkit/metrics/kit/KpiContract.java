package dev.leadkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.fold.Kpi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What every KPI keeps to, whoever wrote it: a test class extends this, names its subject and the facts to test it with.
 *
 * @param <F> the facts of one thing
 * @param <A> the state
 * @param <R> the result
 */
public abstract class KpiContract<F, A, R> extends AccumulatorContract<F, A, R> {

    /** The KPI under test. */
    @Override
    protected abstract Kpi<F, A, R> subject();

    @Property(tries = 100)
    void equalStatesAreEqualBytesWhateverHappenedBefore(
            @ForAll("leads") List<F> kept, @ForAll("leads") List<F> gone, @ForAll Random random) throws IOException {
        List<F> shuffled = new ArrayList<>(kept);
        Collections.shuffle(shuffled, random);
        A state = counted(gone);
        shuffled.forEach(lead -> subject().add(state, lead));
        gone.forEach(lead -> subject().retract(state, lead));
        assertThat(bytes(state)).isEqualTo(bytes(counted(kept)));
    }

    @Property(tries = 100)
    void whatIsReadIsWhatWasWritten(
            @ForAll("leads") List<F> added, @ForAll("leads") List<F> retracted, @ForAll("instants") Instant asOf)
            throws IOException {
        A state = counted(added);
        retracted.forEach(lead -> subject().retract(state, lead));
        A read = subject().read(new DataInputStream(new ByteArrayInputStream(bytes(state))));
        assertThat(read).isEqualTo(state);
        assertThat(bytes(read)).isEqualTo(bytes(state));
        assertThat(subject().result(read, asOf)).isEqualTo(subject().result(state, asOf));
    }

    @Property(tries = 100)
    void unmergeUndoesMerge(@ForAll("leads") List<F> one, @ForAll("leads") List<F> two) {
        A state = counted(one);
        A other = counted(two);
        subject().merge(state, other);
        subject().unmerge(state, other);
        assertThat(state).isEqualTo(counted(one));
        assertThat(other).as("the source").isEqualTo(counted(two));
    }

    @Property(tries = 100)
    void aCopyIsEqualAndOnItsOwn(@ForAll("leads") List<F> one, @ForAll("leads") List<F> two) {
        A state = counted(one);
        A copy = subject().copy(state);
        assertThat(copy).isEqualTo(state);
        two.forEach(lead -> subject().add(copy, lead));
        assertThat(state).isEqualTo(counted(one));
    }

    @Property(tries = 100)
    void aResultChangesNoBytes(@ForAll("leads") List<F> leads, @ForAll("instants") Instant asOf) throws IOException {
        A state = counted(leads);
        byte[] before = bytes(state);
        subject().result(state, asOf);
        assertThat(bytes(state)).isEqualTo(before);
    }

    @Property(tries = 50)
    void aStreamCollectsToTheSameResult(@ForAll("leads") List<F> leads, @ForAll("instants") Instant asOf) {
        assertThat(leads.parallelStream().collect(subject().collector(asOf)))
                .isEqualTo(subject().result(counted(leads), asOf));
    }

    @Example
    void aStateOfAnotherDefinitionIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF("another/1");
        byte[] foreign = bytes.toByteArray();
        assertThatThrownBy(() -> subject().read(new DataInputStream(new ByteArrayInputStream(foreign))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another/1");
    }

    @Example
    void theKpiItselfCanBeSent() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(subject());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Kpi<?, ?, ?>) in.readObject()).definition())
                    .isEqualTo(subject().definition());
        }
    }

    private byte[] bytes(A state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        subject().write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private A counted(List<F> leads) {
        A state = subject().create();
        leads.forEach(lead -> subject().add(state, lead));
        return state;
    }
}

package dev.leadkit.metrics.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A KPI whose state is {@link Counts}: it says in which cells a thing counts and how a result is read from the counts; adding, taking
 * back, merging and writing follow from that. This is the way to write a KPI of your own.
 *
 * @param <F> the facts of one thing
 * @param <R> the result
 */
public interface Counting<F, R> extends Kpi<F, Counts, R> {

    /**
     * Counts one thing in every cell where it counts. Calls {@link Counts#add}, {@link Counts#exclude} and {@link Counts#named} with
     * a multiple of {@code times} only, by the facts alone: what was counted is taken back by the same call with the opposite sign.
     *
     * @param counts changed in place; keeps no reference to the facts
     * @param facts what is known of it
     * @param times 1 to count it, -1 to take it back
     */
    void count(Counts counts, F facts, long times);

    /**
     * What the parts of its counts are, for those who want to know where a thing counts.
     *
     * @return a name for each part, in order from part 0
     */
    List<String> parts();

    @Override
    default Counts create() {
        return new Counts();
    }

    @Override
    default void add(Counts state, F facts) {
        count(state, facts, 1);
    }

    @Override
    default void retract(Counts state, F facts) {
        count(state, facts, -1);
    }

    @Override
    default void merge(Counts into, Counts from) {
        into.merge(from);
    }

    @Override
    default void unmerge(Counts into, Counts from) {
        into.unmerge(from);
    }

    @Override
    default void write(Counts state, DataOutput out) throws IOException {
        out.writeUTF(definition().id());
        CountsCodec.write(state, out);
    }

    @Override
    default Counts read(DataInput in) throws IOException {
        String id = in.readUTF();
        if (!id.equals(definition().id())) {
            throw new IOException("state must be of " + definition().id() + ", was of " + id);
        }
        return CountsCodec.read(in);
    }
}

package dev.leadkit.metrics.oracle;

import dev.leadkit.metrics.facts.FactsBook;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * States of KPIs that were folded the hard way: a book is told everything bit by bit, in a shuffled order, merges among the events;
 * what it adds and takes back goes to any of several shards, the taking back mostly to another one than the adding; and the shards
 * are written, read again and merged.
 */
public final class Folded {

    private static final int SHARDS = 4;

    private final Map<LeadKpi<?>, Counts> states = new LinkedHashMap<>();

    private Folded() {}

    /** Folds everything into all of these KPIs. */
    public static Folded of(Histories histories, List<? extends LeadKpi<?>> kpis) {
        Folded folded = new Folded();
        List<Shards> all = new ArrayList<>();
        kpis.forEach(kpi -> all.add(new Shards(kpi)));
        histories.tell(new FactsBook(new ToAnyShard(all)), 17);
        all.forEach(shards -> folded.states.put(shards.kpi, shards.merged()));
        return folded;
    }

    /** The result of one of the KPIs that were folded. */
    public <R> R result(LeadKpi<R> kpi, Instant asOf) {
        Counts counts = states.get(kpi);
        if (counts == null) {
            throw new IllegalArgumentException(
                    "kpi must be one that was folded, was " + kpi.definition().id());
        }
        return kpi.result(counts, asOf);
    }

    private record ToAnyShard(List<Shards> all, SplittableRandom random) implements FactsBook.Changes {

        private ToAnyShard(List<Shards> all) {
            this(all, new SplittableRandom(23));
        }

        @Override
        public void retract(LeadFacts old) {
            count(old, -1);
        }

        @Override
        public void add(LeadFacts now) {
            count(now, 1);
        }

        private void count(LeadFacts facts, long times) {
            int shard = random.nextInt(SHARDS);
            all.forEach(shards -> shards.kpi.count(shards.states.get(shard), facts, times));
        }
    }

    private static final class Shards {

        private final LeadKpi<?> kpi;
        private final List<Counts> states = new ArrayList<>();

        private Shards(LeadKpi<?> kpi) {
            this.kpi = kpi;
            for (int i = 0; i < SHARDS; i++) {
                states.add(kpi.create());
            }
        }

        private Counts merged() {
            Counts merged = kpi.create();
            states.forEach(state -> kpi.merge(merged, sent(state)));
            return merged;
        }

        private Counts sent(Counts state) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                kpi.write(state, new DataOutputStream(bytes));
                return kpi.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            } catch (IOException e) {
                throw new UncheckedIOException("a state in memory", e);
            }
        }
    }
}

package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Tells how far scores moved between two periods, by bins that the earlier one made. */
final class Moved {

    private static final int BINS = 10;

    private final ScoreAccuracy kpi;
    private final Counts counts;

    Moved(ScoreAccuracy kpi, Counts counts) {
        this.kpi = kpi;
        this.counts = counts;
    }

    Accuracy.Drift drift() {
        Basis basis = Basis.of(counts.total(ScoreAccuracy.SINCE), counts.total(ScoreAccuracy.BEFORE), excluded());
        if (!kpi.compares()) {
            return undefined(basis, "no instant divides the leads");
        }
        if (counts.hasNegative(ScoreAccuracy.BEFORE) || counts.hasNegative(ScoreAccuracy.SINCE)) {
            return undefined(basis, KpiResult.INCOMPLETE);
        }
        List<Long> edges = edges();
        Optional<StabilityIndex> index =
                StabilityIndex.of(sizes(ScoreAccuracy.BEFORE, edges), sizes(ScoreAccuracy.SINCE, edges));
        return index.isEmpty()
                ? undefined(basis, "too few scored leads before or since, or all of one score")
                : new Accuracy.Drift(
                        KpiResult.known(
                                definition(), KpiUnit.NUMBER, index.get().value(), basis),
                        index);
    }

    private SortedMap<String, Long> excluded() {
        SortedMap<String, Long> excluded = new TreeMap<>();
        long undated = counts.count(ScoreAccuracy.UNDATED_SCORED, 0);
        if (undated != 0) {
            excluded.put(LeadFacts.UNDATED, undated);
        }
        return excluded;
    }

    private Definition definition() {
        return new Definition(
                "score.psi/1" + kpi.parameters(""),
                kpi.definition().basis(),
                "The population stability index of scores at the first decision: leads captured since an instant against those"
                        + " before, over bins that hold about a tenth of those before each.");
    }

    private Accuracy.Drift undefined(Basis basis, String reason) {
        return new Accuracy.Drift(KpiResult.undefined(definition(), KpiUnit.NUMBER, basis, reason), Optional.empty());
    }

    /** The highest score of each bin but the last. */
    private List<Long> edges() {
        long all = counts.total(ScoreAccuracy.BEFORE);
        List<Long> edges = new ArrayList<>();
        long seen = 0;
        for (long score : counts.keys(ScoreAccuracy.BEFORE)) {
            long before = seen;
            seen += counts.count(ScoreAccuracy.BEFORE, score);
            if (seen < all && Math.multiplyExact(seen, BINS) / all > Math.multiplyExact(before, BINS) / all) {
                edges.add(score);
            }
        }
        return edges;
    }

    private List<Long> sizes(int part, List<Long> edges) {
        long[] sizes = new long[edges.size() + 1];
        int bin = 0;
        for (long score : counts.keys(part)) {
            while (bin < edges.size() && score > edges.get(bin)) {
                bin++;
            }
            sizes[bin] += counts.count(part, score);
        }
        return LongStream.of(sizes).boxed().toList();
    }
}

package dev.leadkit.accuracy;

import java.util.List;

/** One observation as the naive oracles see it. */
record Sample(long score, boolean positive) {

    static OutcomeCounts counted(List<Sample> samples) {
        OutcomeCounts counts = new OutcomeCounts();
        samples.forEach(sample -> counts.add(sample.score(), sample.positive()));
        return counts;
    }

    static long positives(List<Sample> samples) {
        return samples.stream().filter(Sample::positive).count();
    }
}

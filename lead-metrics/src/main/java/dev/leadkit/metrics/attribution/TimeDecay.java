package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.facts.FactEvent;
import java.time.Duration;

record TimeDecay(Duration halfLife) implements AttributionModel {

    /** What the newest touch weighs: every digit of a weight is kept. */
    private static final double NEWEST = 1L << 52;

    TimeDecay {
        if (halfLife.toSeconds() < 1 || halfLife.toNanosPart() != 0) {
            throw new IllegalArgumentException("halfLife must be whole seconds from 1, was " + halfLife);
        }
    }

    @Override
    public String id() {
        return "time-decay:" + halfLife;
    }

    @Override
    public long[] weights(Journey journey) {
        long[] weights = new long[journey.touches().size()];
        FactEvent newest = journey.touches().get(weights.length - 1);
        for (int i = 0; i < weights.length; i++) {
            double age = journey.touches().get(i).secondsTo(newest);
            weights[i] = StrictMath.round(StrictMath.pow(2, -age / halfLife.toSeconds()) * NEWEST);
        }
        return weights;
    }
}

package dev.leadkit.metrics.attribution;

import java.util.Arrays;
import java.util.Locale;

/** Models that look only at the order of the touches. */
enum ByPlace implements AttributionModel {
    FIRST {
        @Override
        void weigh(long[] weights) {
            weights[0] = 1;
        }
    },
    LAST {
        @Override
        void weigh(long[] weights) {
            weights[weights.length - 1] = 1;
        }
    },
    LINEAR {
        @Override
        void weigh(long[] weights) {
            Arrays.fill(weights, 1);
        }
    },
    U {
        /** With n - 2 touches between, each of them 1 makes an end 2 (n - 2): 40 to 20. */
        @Override
        void weigh(long[] weights) {
            Arrays.fill(weights, 1);
            if (weights.length > 2) {
                weights[0] = 2L * (weights.length - 2);
                weights[weights.length - 1] = weights[0];
            }
        }
    };

    abstract void weigh(long[] weights);

    @Override
    public long[] weights(Journey journey) {
        long[] weights = new long[journey.touches().size()];
        weigh(weights);
        return weights;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

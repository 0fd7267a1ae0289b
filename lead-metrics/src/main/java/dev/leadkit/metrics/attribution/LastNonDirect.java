package dev.leadkit.metrics.attribution;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.fold.Definition;

record LastNonDirect(String direct) implements AttributionModel {

    LastNonDirect {
        requireNonNull(direct, "direct");
    }

    @Override
    public String id() {
        return "last-non-direct:" + Definition.text(direct);
    }

    @Override
    public long[] weights(Journey journey) {
        int last = journey.touches().size() - 1;
        int winner = last;
        while (winner >= 0 && journey.channel(winner).equals(direct)) {
            winner--;
        }
        long[] weights = new long[last + 1];
        weights[winner < 0 ? last : winner] = 1;
        return weights;
    }
}

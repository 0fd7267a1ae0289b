package dev.leadkit.metrics.attribution;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.fold.Definition;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

record WShape(Set<Stage> opportunity) implements AttributionModel {

    private static final int ANCHOR = 30;
    private static final int OTHERS = 10;

    WShape {
        opportunity = Set.copyOf(opportunity);
        if (opportunity.isEmpty()) {
            throw new IllegalArgumentException("opportunity must be at least one stage, was none");
        }
    }

    @Override
    public String id() {
        return "w:"
                + Definition.texts(
                        opportunity.stream().map(Stage::name).sorted().toList());
    }

    @Override
    public long[] weights(Journey journey) {
        long[] anchors = new long[journey.touches().size()];
        anchors[0] = 1;
        anchor(anchors, journey, journey.facts().captured());
        anchor(anchors, journey, journey.facts().firstReached(opportunity));
        long others = Arrays.stream(anchors).filter(times -> times == 0).count();
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = anchors[i] == 0 ? OTHERS : anchors[i] * ANCHOR * Math.max(1, others);
        }
        return anchors;
    }

    /** Counts the last touch up to a milestone, if that was before the conversion. */
    private static void anchor(long[] anchors, Journey journey, Optional<FactEvent> milestone) {
        if (milestone.isEmpty() || journey.conversion().isBefore(milestone.get())) {
            return;
        }
        int last = anchors.length - 1;
        while (last >= 0 && milestone.get().isBefore(journey.touches().get(last))) {
            last--;
        }
        if (last >= 0) {
            anchors[last]++;
        }
    }
}

package dev.leadkit.lifecycle;

import static dev.leadkit.lifecycle.StandardStages.CONTACTED;
import static dev.leadkit.lifecycle.StandardStages.CONVERTED;
import static dev.leadkit.lifecycle.StandardStages.LOST;
import static dev.leadkit.lifecycle.StandardStages.MQL;
import static dev.leadkit.lifecycle.StandardStages.NEW;
import static dev.leadkit.lifecycle.StandardStages.OPPORTUNITY;
import static dev.leadkit.lifecycle.StandardStages.RECYCLED;
import static dev.leadkit.lifecycle.StandardStages.SQL;

import dev.leadkit.lead.Stage;
import java.util.List;

/** Writes down the standard lifecycle. */
final class StandardTable {

    private static final List<Stage> STEPS = List.of(NEW, CONTACTED, MQL, SQL, OPPORTUNITY);

    private StandardTable() {}

    static Lifecycle lifecycle() {
        LifecycleBuilder table = Lifecycle.builder();
        STEPS.forEach(table::open);
        table.parked(RECYCLED).won(CONVERTED).lost(LOST);
        for (int i = 0; i < STEPS.size(); i++) {
            Stage step = STEPS.get(i);
            STEPS.subList(i + 1, STEPS.size()).forEach(later -> table.allow(step, later));
            table.allow(step, CONVERTED);
            table.allow(Transition.of(step, RECYCLED).withReason());
            table.allow(Transition.of(step, LOST).withReason());
        }
        STEPS.subList(1, STEPS.size()).forEach(step -> table.allow(RECYCLED, step));
        return table.allow(RECYCLED, CONVERTED)
                .allow(Transition.of(RECYCLED, LOST).withReason())
                .allow(Transition.of(LOST, RECYCLED).withReason())
                .build();
    }
}

package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.RoutingStrategy;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Who could take the lead in hand, room or not. */
final class Eligible {

    private final Deliberation deliberation;
    private final BitSet those = new BitSet();

    private Eligible(Deliberation deliberation) {
        this.deliberation = deliberation;
    }

    /** Of a lead for which the reps were narrowed down. */
    static List<RepId> of(Deliberation deliberation) {
        return new Eligible(deliberation).list();
    }

    private List<RepId> list() {
        Optional<RoutingStrategy.Choice> choice = deliberation.choice();
        if (choice.isPresent()) {
            choice.get().order().forEach(rep -> those.set(deliberation.plan().number(rep)));
        } else {
            // among them may be one who stands in because everybody is away
            addLeft();
            deliberation.refill(stage -> !stage.name.equals(BuiltIn.CAPACITY));
            addLeft();
        }
        return those.stream().mapToObj(deliberation::id).toList();
    }

    private void addLeft() {
        Survivors left = deliberation.left();
        int[] list = left.list();
        for (int i = 0; i < left.size(); i++) {
            those.set(list[i]);
        }
    }
}

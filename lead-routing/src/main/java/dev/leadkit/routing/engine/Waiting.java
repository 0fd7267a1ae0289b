package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What it changes for a lead that it has waited: the stages that are waived, the reps to whom it escalates, its queue, and when
 * time alone may change that again. Used again for lead after lead. For one thread.
 */
final class Waiting {

    private final CompiledPlan plan;
    private final WaitingHours hours;
    private final boolean[] waived;
    private BitSet targets = new BitSet();

    /** How many escalations are in force. */
    private int reached;

    private String queue = "";
    private Instant since = Instant.EPOCH;
    private Instant at = Instant.EPOCH;
    private @Nullable Duration waited;
    private @Nullable Instant again;

    Waiting(CompiledPlan plan) {
        this.plan = plan;
        this.hours = plan.waitingHours();
        this.waived = new boolean[plan.stages().length];
    }

    void begin(RoutingRequest asked, Consumer<String> notes) {
        since = asked.since();
        at = asked.at();
        waited = null;
        again = null;
        reached = 0;
        queue = plan.plan().queue();
        List<Escalation> escalations = plan.plan().escalations();
        if (!escalations.isEmpty()) {
            Arrays.fill(waived, false);
            escalate(escalations, notes);
            targets = plan.targets(reached);
        }
    }

    private void escalate(List<Escalation> escalations, Consumer<String> notes) {
        while (reached < escalations.size() && has(escalations.get(reached).after())) {
            Escalation each = escalations.get(reached);
            queue = each.queue().orElse(queue);
            each.waives().forEach(stage -> waive(stage, notes));
            List<RepId> to = each.to().stream().filter(plan::isActive).toList();
            if (!to.isEmpty()) {
                notes.accept("it escalates to " + to + ", because the lead has waited");
            }
            reached++;
        }
    }

    private void waive(String stage, Consumer<String> notes) {
        waived[plan.plan().stages().indexOf(stage)] = true;
        notes.accept(stage + " is waived, because the lead has waited");
    }

    /** Whether the lead has waited so long; if not, when it will have is remembered. */
    boolean has(Duration time) {
        Duration known = waited;
        if (known == null) {
            known = hours.between(since, at);
            waited = known;
        }
        if (known.compareTo(time) >= 0) {
            return true;
        }
        hours.after(since, time).ifPresent(this::perhapsAgain);
        return false;
    }

    /** Remembers when time alone may change the answer. */
    void perhapsAgain(Instant when) {
        again = again == null || when.isBefore(again) ? when : again;
    }

    Optional<Instant> again() {
        return Optional.ofNullable(again);
    }

    boolean isWaived(int place) {
        return waived[place];
    }

    boolean isTarget(int rep) {
        return targets.get(rep);
    }

    /** The active ones of those to whom it escalates; to be read only. */
    BitSet targets() {
        return targets;
    }

    void queueIn(String other) {
        queue = other;
    }

    String queue() {
        return queue;
    }

    /** What of this decides who could take the lead. */
    void describe(StringBuilder text) {
        for (int place = 0; place < waived.length; place++) {
            text.append(waived[place] ? " w" + place : "");
        }
        text.append(targets.isEmpty() ? "" : " e" + reached);
    }
}

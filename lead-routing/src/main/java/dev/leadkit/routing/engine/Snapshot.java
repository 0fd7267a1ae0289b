package dev.leadkit.routing.engine;

import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.RoutingRegistry;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A compiled plan with the clerks by whom threads decide by it: a few that are at hand, or else a new one. Thread-safe, without
 * locks.
 */
final class Snapshot {

    private static final int SIZE = 16;

    final CompiledPlan plan;
    final RoutingRegistry registry;
    final AssignmentLedger ledger;
    private final AtomicReferenceArray<Clerk> idle = new AtomicReferenceArray<>(SIZE);

    Snapshot(CompiledPlan plan, RoutingRegistry registry, AssignmentLedger ledger) {
        this.plan = plan;
        this.registry = registry;
        this.ledger = ledger;
    }

    Clerk take() {
        Clerk clerk = idle.getAndSet(place(), null);
        return clerk == null ? new Clerk(plan, registry, ledger) : clerk;
    }

    void give(Clerk clerk) {
        clerk.deliberation.end();
        idle.lazySet(place(), clerk);
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & (SIZE - 1);
    }
}

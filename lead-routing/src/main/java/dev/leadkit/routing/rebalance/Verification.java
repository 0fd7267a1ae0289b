package dev.leadkit.routing.rebalance;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks a plan against its task, without anything of the search. */
final class Verification {

    private final RebalanceTask task;
    private final RebalancePlan plan;
    private final SortedMap<RepId, Room> rooms;
    private final Faults faults = new Faults();

    Verification(RebalanceTask task, RebalancePlan plan) {
        this.task = task;
        this.plan = plan;
        this.rooms = task.roomsByRep();
    }

    List<Fault> faults() {
        leads();
        capacity();
        if (!plan.prices().keySet().equals(rooms.keySet())) {
            faults.add("$.prices", "a price for each rep", plan.prices().size() + " prices");
        }
        if (faults.isEmpty()) {
            sums();
            moves();
        }
        return faults.list();
    }

    private void leads() {
        SortedSet<LeadId> known = new TreeSet<>();
        for (OpenLead lead : task.leads()) {
            known.add(lead.lead());
            RepId rep = plan.owners().get(lead.lead());
            boolean waits = plan.unassigned().contains(lead.lead());
            if ((rep == null) != waits) {
                faults.add("$.owners." + lead.lead(), "with one rep, or unassigned", rep == null ? "neither" : "both");
            }
            if (rep != null && fit(lead, rep).isEmpty()) {
                faults.add("$.owners." + lead.lead(), "a rep who may have the lead", rep.value());
            }
        }
        SortedSet<LeadId> strange = new TreeSet<>(plan.owners().keySet());
        strange.addAll(plan.unassigned());
        strange.removeAll(known);
        strange.forEach(lead -> faults.add("$.owners." + lead, "a lead of the task", lead.value()));
    }

    private static Optional<Fit> fit(OpenLead lead, RepId rep) {
        return lead.fits().stream().filter(fit -> fit.rep().equals(rep)).findFirst();
    }

    private SortedMap<RepId, Integer> loads() {
        SortedMap<RepId, Integer> loads = new TreeMap<>();
        plan.owners().values().forEach(rep -> loads.merge(rep, 1, Integer::sum));
        return loads;
    }

    private void capacity() {
        loads().forEach((rep, load) -> {
            Room room = rooms.get(rep);
            if (room != null && load > room.free()) {
                faults.add("$.reps." + rep, "given at most " + room.free() + " leads", String.valueOf(load));
            }
        });
    }

    private void sums() {
        try {
            equal("$.cost", cost(), plan.cost());
            equal("$.bound", bound(), plan.bound());
        } catch (ArithmeticException e) {
            faults.add("$.prices", "of sums within a long", "beyond");
        }
    }

    private void equal(String path, long right, long said) {
        if (right != said) {
            faults.add(path, String.valueOf(right), String.valueOf(said));
        }
    }

    private long cost() {
        long cost = Math.multiplyExact(
                task.unassignedPrice(), (long) plan.unassigned().size());
        for (OpenLead lead : task.leads()) {
            RepId rep = plan.owners().get(lead.lead());
            if (rep != null) {
                cost = Math.addExact(cost, task.cost(lead, fit(lead, rep).orElseThrow()));
            }
        }
        SortedMap<RepId, Integer> loads = loads();
        for (Room room : rooms.values()) {
            for (int nth = 1; nth <= loads.getOrDefault(room.rep(), 0); nth++) {
                cost = Math.addExact(cost, room.costOf(nth, task.loadPrice()));
            }
        }
        return cost;
    }

    private long bound() {
        long bound = 0;
        for (OpenLead lead : task.leads()) {
            long least = task.unassignedPrice();
            for (Fit fit : lead.fits()) {
                Room room = rooms.get(fit.rep());
                if (room != null && room.free() > 0) {
                    least = Math.min(least, Math.addExact(task.cost(lead, fit), price(fit.rep())));
                }
            }
            bound = Math.addExact(bound, least);
        }
        for (Room room : rooms.values()) {
            bound = Math.subtractExact(bound, rent(room));
        }
        return bound;
    }

    private long price(RepId rep) {
        return Optional.ofNullable(plan.prices().get(rep)).orElseThrow();
    }

    /** What the price of a rep is above the cost of the places, which cost more and more. */
    private long rent(Room room) {
        long rent = 0;
        for (int nth = 1; nth <= Math.min(room.free(), task.leads().size()); nth++) {
            long above = Math.subtractExact(price(room.rep()), room.costOf(nth, task.loadPrice()));
            if (above <= 0) {
                return rent;
            }
            rent = Math.addExact(rent, above);
        }
        return rent;
    }

    private void moves() {
        SortedMap<LeadId, Optional<RepId>> said = new TreeMap<>();
        plan.moves().forEach(move -> said.put(move.lead(), move.to()));
        SortedMap<LeadId, Optional<RepId>> right = new TreeMap<>();
        for (OpenLead lead : task.leads()) {
            Optional<RepId> to = Optional.ofNullable(plan.owners().get(lead.lead()));
            if (!to.equals(lead.owner())) {
                right.put(lead.lead(), to);
            }
        }
        if (!right.equals(said) || plan.moves().size() != said.size()) {
            faults.add("$.moves", "the leads that change hands", said.size() + " others");
        }
    }
}

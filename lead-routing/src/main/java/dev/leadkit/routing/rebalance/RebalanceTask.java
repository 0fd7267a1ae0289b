package dev.leadkit.routing.rebalance;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Open leads, the reps who may have them, and what everything costs. The best plan gives as many leads as possible a rep, and
 * of all such plans it is the cheapest: the sum of how badly each lead fits its rep, of the price of a move for each lead that
 * leaves its owner, and of the load, where the n-th open lead of a rep costs load price x (n - 1) / weight, rounded down.
 * Immutable and thread-safe; the order in which leads and reps were added makes no difference.
 */
public final class RebalanceTask {

    /** The greatest single cost or price. */
    public static final long MOST_COST = 1_000_000_000_000L;

    private static final long MOST_SUM = Long.MAX_VALUE / 4;

    private final List<OpenLead> leads;
    private final List<Room> rooms;
    private final long movePrice;
    private final long loadPrice;
    private final long unassignedPrice;

    private RebalanceTask(Builder from) {
        leads = from.leads.stream().sorted(Comparator.comparing(OpenLead::lead)).toList();
        rooms = from.rooms.stream().sorted(Comparator.comparing(Room::rep)).toList();
        movePrice = from.movePrice;
        loadPrice = from.loadPrice;
        unassignedPrice = from.unassignedPrice();
    }

    /**
     * Starts a task without prices, reps and leads.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The best plan.
     *
     * @return a plan that is {@linkplain RebalancePlan#isOptimal optimal}
     */
    public RebalancePlan solve() {
        return solve(() -> false);
    }

    /**
     * The best plan, or a plan that can be carried out if there is no time for it.
     *
     * @param stop asked again and again; true ends the search. Leads that were not looked at then stay where they are, if
     *     they may and there is room, or go to whoever fits best and has room
     * @return a plan, whose {@linkplain RebalancePlan#gap gap} says how far it may be from the best one
     */
    public RebalancePlan solve(BooleanSupplier stop) {
        Network network = new Network(this);
        Assignment assignment = new Assignment(network);
        assignment.solve(stop);
        return new PlanWriter(this, network, assignment).write();
    }

    /**
     * Checks a plan, without the search that made it: that each lead of the task is in it once, with a rep who may have it,
     * and no rep has more than the capacity; that it costs what it says; and that the bound is what its prices prove. For
     * any prices, no plan is cheaper than the sum over all leads of the least of fit and price, less, over all places, what
     * the price of the rep is above the cost of the place (weak duality of linear programs). Takes time by the number of
     * fits and places.
     *
     * @param plan the plan
     * @return what is wrong; empty if the plan is what it says. It is the best one if it is
     *     {@linkplain RebalancePlan#isOptimal optimal} as well
     */
    public List<Fault> verify(RebalancePlan plan) {
        return new Verification(this, plan).faults();
    }

    List<OpenLead> leads() {
        return leads;
    }

    List<Room> rooms() {
        return rooms;
    }

    long loadPrice() {
        return loadPrice;
    }

    /**
     * What a lead without a rep counts: so much that no lead is left out for the sake of other costs.
     *
     * @return the price, which follows from the others
     */
    public long unassignedPrice() {
        return unassignedPrice;
    }

    long cost(OpenLead lead, Fit fit) {
        boolean moves = lead.owner().isPresent() && !lead.owner().get().equals(fit.rep());
        return fit.cost() + (moves ? movePrice : 0);
    }

    SortedMap<RepId, Room> roomsByRep() {
        SortedMap<RepId, Room> byRep = new TreeMap<>();
        rooms.forEach(room -> byRep.put(room.rep(), room));
        return byRep;
    }

    @Override
    public String toString() {
        return "RebalanceTask[" + leads.size() + " leads, " + rooms.size() + " reps]";
    }

    /** What a number may be. */
    private record Bounds(long least, long most) {

        private static final Bounds COST = new Bounds(0, MOST_COST);
        private static final Bounds AMOUNT = new Bounds(0, Integer.MAX_VALUE);
        private static final Bounds WEIGHT = new Bounds(1, Integer.MAX_VALUE);

        void check(String path, long value, Faults faults) {
            if (value < least || value > most) {
                faults.add(path, "from " + least + " to " + most, String.valueOf(value));
            }
        }
    }

    /** Collects a task. Not thread-safe. */
    public static final class Builder {

        private final List<OpenLead> leads = new ArrayList<>();
        private final List<Room> rooms = new ArrayList<>();
        private long movePrice;
        private long loadPrice;

        private Builder() {}

        /**
         * What it costs that a lead leaves its owner.
         *
         * @param price 0, as without this, to {@link #MOST_COST}
         * @return this
         */
        public Builder movePrice(long price) {
            movePrice = price;
            return this;
        }

        /**
         * What load costs: the more, the more evenly the leads are given out.
         *
         * @param price 0, as without this, to {@link #MOST_COST}
         * @return this
         */
        public Builder loadPrice(long price) {
            loadPrice = price;
            return this;
        }

        /**
         * Adds a rep.
         *
         * @param room who, and how much they can take
         * @return this
         */
        public Builder rep(Room room) {
            rooms.add(room);
            return this;
        }

        /**
         * Adds a lead.
         *
         * @param lead which, and who may have it
         * @return this
         */
        public Builder lead(OpenLead lead) {
            leads.add(lead);
            return this;
        }

        /**
         * Ends collecting.
         *
         * @return the task
         * @throws dev.leadkit.fault.RefusedException if a rep or lead occurs twice, a lead fits an unknown rep or one rep
         *     twice, a number is out of its bounds, or costs are so high that their sum may be beyond a long; every fault at
         *     once. An owner may be unknown: they have left
         */
        public RebalanceTask build() {
            Faults faults = new Faults();
            Bounds.COST.check("$.movePrice", movePrice, faults);
            Bounds.COST.check("$.loadPrice", loadPrice, faults);
            Set<RepId> known = rooms(faults);
            leads(known, faults);
            if (faults.isEmpty() && isTooDear()) {
                faults.accept(new Fault(
                        "$", "of costs whose sum is within " + MOST_SUM, "beyond", "Use a larger unit of cost."));
            }
            faults.refuseIfAny("rebalance task");
            return new RebalanceTask(this);
        }

        private Set<RepId> rooms(Faults faults) {
            Set<RepId> known = new HashSet<>();
            for (int i = 0; i < rooms.size(); i++) {
                Room room = rooms.get(i);
                String path = "$.reps[" + i + "]";
                if (!known.add(room.rep())) {
                    faults.add(path + ".rep", "unique", room.rep().value());
                }
                Bounds.AMOUNT.check(path + ".capacity", room.capacity(), faults);
                Bounds.AMOUNT.check(path + ".taken", room.taken(), faults);
                Bounds.WEIGHT.check(path + ".weight", room.weight(), faults);
            }
            return known;
        }

        private void leads(Set<RepId> known, Faults faults) {
            Set<LeadId> seen = new HashSet<>();
            for (int i = 0; i < leads.size(); i++) {
                OpenLead lead = leads.get(i);
                String path = "$.leads[" + i + "]";
                if (!seen.add(lead.lead())) {
                    faults.add(path + ".lead", "unique", lead.lead().value());
                }
                fits(lead, path, known, faults);
            }
        }

        private static void fits(OpenLead lead, String path, Set<RepId> known, Faults faults) {
            Set<RepId> once = new HashSet<>();
            for (int i = 0; i < lead.fits().size(); i++) {
                Fit fit = lead.fits().get(i);
                String place = path + ".fits[" + i + "]";
                if (!known.contains(fit.rep())) {
                    faults.add(place + ".rep", "a rep of the task", fit.rep().value());
                }
                if (!once.add(fit.rep())) {
                    faults.add(place + ".rep", "unique", fit.rep().value());
                }
                Bounds.COST.check(place + ".cost", fit.cost(), faults);
            }
        }

        /** The cost of any one place for any one lead. */
        private double dearest() {
            double fit = 0;
            for (OpenLead lead : leads) {
                for (Fit each : lead.fits()) {
                    fit = Math.max(fit, (double) each.cost());
                }
            }
            double load = 0;
            for (Room room : rooms) {
                load = Math.max(load, (double) loadPrice * (room.taken() + (double) places(room)) / room.weight());
            }
            return fit + movePrice + load + 1;
        }

        private int places(Room room) {
            return Math.min(room.free(), leads.size());
        }

        /** Giving one more lead a rep moves at most one lead of each rep, so it costs less than this. */
        private double atStake() {
            return 2 * (rooms.size() + 2.0) * dearest();
        }

        private boolean isTooDear() {
            double load = rooms.stream()
                    .mapToDouble(room -> (double) loadPrice * (room.taken() + (double) places(room)))
                    .max()
                    .orElse(0);
            return Math.max(load, (leads.size() + 1.0) * atStake()) > MOST_SUM;
        }

        private long unassignedPrice() {
            return (long) Math.ceil(atStake());
        }
    }
}

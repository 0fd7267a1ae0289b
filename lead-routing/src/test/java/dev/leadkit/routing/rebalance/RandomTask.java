package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random tasks; the same seed gives the same one. */
record RandomTask(List<Room> rooms, List<OpenLead> leads, long movePrice, long loadPrice) {

    static RandomTask of(Random random, int reps, int leads, int fits) {
        List<Room> rooms = new ArrayList<>();
        int each = 1 + 2 * leads / reps;
        for (int i = 0; i < reps; i++) {
            rooms.add(
                    new Room(rep(i), random.nextInt(each + 1), random.nextInt(4) == 0 ? 1 : 0, 1 + random.nextInt(3)));
        }
        List<OpenLead> open = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            open.add(lead(random, i, reps, fits));
        }
        return new RandomTask(rooms, open, random.nextInt(6), random.nextInt(4));
    }

    private static OpenLead lead(Random random, int number, int reps, int fits) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < Math.min(reps, 1 + random.nextInt(fits)); i++) {
            int rep = random.nextInt(reps);
            if (!all.contains(rep)) {
                all.add(rep);
            }
        }
        if (random.nextInt(12) == 0) {
            all.clear();
        }
        List<Fit> some =
                all.stream().map(rep -> new Fit(rep(rep), random.nextInt(20))).toList();
        int owner = random.nextInt(2 * reps);
        Optional<RepId> has = owner > reps ? Optional.empty() : Optional.of(rep(owner));
        return new OpenLead(new LeadId("lead-" + number), has, some);
    }

    static RepId rep(int number) {
        return new RepId("rep-" + number);
    }

    RebalanceTask task() {
        RebalanceTask.Builder task =
                RebalanceTask.builder().movePrice(movePrice).loadPrice(loadPrice);
        rooms.forEach(task::rep);
        leads.forEach(task::lead);
        return task.build();
    }

    RandomTask shuffled(Random random) {
        List<Room> otherRooms = new ArrayList<>(rooms);
        Collections.shuffle(otherRooms, random);
        List<OpenLead> otherLeads = new ArrayList<>();
        for (OpenLead lead : leads) {
            List<Fit> fits = new ArrayList<>(lead.fits());
            Collections.shuffle(fits, random);
            otherLeads.add(new OpenLead(lead.lead(), lead.owner(), fits));
        }
        Collections.shuffle(otherLeads, random);
        return new RandomTask(otherRooms, otherLeads, movePrice, loadPrice);
    }
}

package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rep with some places, and a record of what was asked. */
final class OneRepRouter implements LeadRouter {

    static final ModelRef PLAN = new ModelRef("plan", "1");

    final List<String> asked = new ArrayList<>();
    final Map<LeadId, Long> places = new HashMap<>();
    final Set<LeadId> confirmed = new HashSet<>();
    final Set<LeadId> lapsing = new HashSet<>();
    boolean remembers = true;
    private final int room;
    private long token;

    OneRepRouter(int room) {
        this.room = room;
    }

    static Placement withBen(long token) {
        return new Placement.WithRep(new RepId("ben"), token, PLAN, "has room");
    }

    static Placement waiting() {
        return new Placement.InQueue("overflow", PLAN, "no room");
    }

    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        asked.add("reserve");
        if (!places.containsKey(history.id()) && places.size() >= room) {
            return waiting();
        }
        return withBen(places.computeIfAbsent(history.id(), id -> ++token));
    }

    @Override
    public boolean confirm(LeadId lead, long held) {
        asked.add("confirm " + held);
        return holds(lead, held) && (confirmed.add(lead) || confirmed.contains(lead));
    }

    @Override
    public boolean release(LeadId lead, long held) {
        asked.add("release " + held);
        confirmed.remove(lead);
        return holds(lead, held) && places.remove(lead) != null;
    }

    @Override
    public List<HeldPlace> held(Optional<LeadId> after, int most) {
        return places.entrySet().stream()
                .map(each -> new HeldPlace(
                        each.getKey(),
                        new RepId("ben"),
                        each.getValue(),
                        confirmed.contains(each.getKey()),
                        lapsing.contains(each.getKey())))
                .sorted(Comparator.comparing(HeldPlace::lead))
                .filter(each -> after.isEmpty() || each.lead().compareTo(after.get()) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        asked.add("retake " + place.token());
        if (place.token() < token && !remembers) {
            return false;
        }
        places.put(history.id(), place.token());
        confirmed.add(history.id());
        return true;
    }

    private boolean holds(LeadId lead, long held) {
        return places.getOrDefault(lead, -1L) == held;
    }
}

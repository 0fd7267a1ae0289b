package dev.leadkit.routing.ledger;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps everything in maps, behind one lock: a reservation touches several of them and must be seen whole. */
final class InMemoryAssignmentLedger implements AssignmentLedger {

    /** The latest place of each lead, given back or not: its token must never be given again. */
    private final Map<LeadId, Latest> leads = new HashMap<>();

    private final Map<RepId, Integer> open = new HashMap<>();
    private final Map<String, Map<RepId, Long>> lags = new HashMap<>();

    private record Latest(Place place, boolean released) {}

    InMemoryAssignmentLedger(Iterable<Place> places) {
        for (Place place : places) {
            if (leads.putIfAbsent(place.lead(), new Latest(place, false)) != null) {
                throw new IllegalArgumentException("a lead must have one place, " + place.lead() + " had two");
            }
            open.merge(place.rep(), 1, Integer::sum);
        }
    }

    @Override
    public synchronized ReserveResult reserve(Reservation asked) {
        Latest latest = leads.get(asked.lead());
        if (latest != null && !latest.released()) {
            return new ReserveResult.Held(latest.place());
        }
        for (Bid bid : asked.bids()) {
            if (open.getOrDefault(bid.rep(), 0) < bid.limit()) {
                return new ReserveResult.Granted(grant(asked, bid.rep(), latest));
            }
        }
        return new ReserveResult.Full();
    }

    private Place grant(Reservation asked, RepId rep, @Nullable Latest latest) {
        long earlier =
                Math.max(asked.after(), latest == null ? 0 : latest.place().token());
        Place place = new Place(asked.lead(), rep, Math.addExact(earlier, 1), false);
        leads.put(asked.lead(), new Latest(place, false));
        open.merge(rep, 1, Integer::sum);
        if (!asked.shares().isEmpty()) {
            Map<RepId, Long> pool = lags.computeIfAbsent(asked.pool(), name -> new HashMap<>());
            asked.shares().forEach(share -> pool.merge(share.rep(), share.units(), Math::addExact));
            pool.merge(rep, -Lag.ONE_LEAD, Math::addExact);
        }
        return place;
    }

    @Override
    public synchronized boolean commit(LeadId lead, long token) {
        Latest latest = leads.get(lead);
        if (latest == null || latest.released() || latest.place().token() != token) {
            return false;
        }
        leads.put(lead, new Latest(latest.place().asCommitted(), false));
        return true;
    }

    @Override
    public synchronized boolean release(LeadId lead, long token) {
        Latest latest = leads.get(lead);
        if (latest == null || latest.place().token() != token) {
            return false;
        }
        if (!latest.released()) {
            leads.put(lead, new Latest(latest.place(), true));
            open.merge(latest.place().rep(), -1, Integer::sum);
        }
        return true;
    }

    @Override
    public synchronized Optional<Place> find(LeadId lead) {
        return Optional.ofNullable(leads.get(lead))
                .filter(latest -> !latest.released())
                .map(Latest::place);
    }

    @Override
    public synchronized List<Standing> standings(String pool, List<RepId> reps) {
        Map<RepId, Long> ofPool = lags.getOrDefault(pool, Map.of());
        List<Standing> standings = new ArrayList<>(reps.size());
        for (RepId rep : reps) {
            standings.add(new Standing(open.getOrDefault(rep, 0), ofPool.getOrDefault(rep, 0L)));
        }
        return standings;
    }
}

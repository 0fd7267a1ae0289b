package dev.leadkit.routing.kit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks another ledger everything; tests override what they watch or break. Its seatings go through its own methods. */
public class ForwardingLedger implements AssignmentLedger {

    private final AssignmentLedger ledger;

    /** In front of a ledger. */
    public ForwardingLedger(AssignmentLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public ReserveResult reserve(Reservation asked) {
        return ledger.reserve(asked);
    }

    @Override
    public void regroup(String pool, Map<RepId, Integer> weights) {
        ledger.regroup(pool, weights);
    }

    @Override
    public Settlement commit(LeadId lead, long token) {
        return ledger.commit(lead, token);
    }

    @Override
    public Settlement release(LeadId lead, long token, String reason) {
        return ledger.release(lead, token, reason);
    }

    @Override
    public Settlement renew(LeadId lead, long token, Duration lease) {
        return ledger.renew(lead, token, lease);
    }

    @Override
    public Settlement restore(Place place) {
        return ledger.restore(place);
    }

    @Override
    public List<Place> expire(int most) {
        return ledger.expire(most);
    }

    @Override
    public Optional<Instant> nextExpiry() {
        return ledger.nextExpiry();
    }

    @Override
    public Optional<Place> find(LeadId lead) {
        return ledger.find(lead);
    }

    @Override
    public List<Place> places(Optional<LeadId> after, int most) {
        return ledger.places(after, most);
    }

    @Override
    public List<Standing> standings(String pool, String kind, List<RepId> reps) {
        return ledger.standings(pool, kind, reps);
    }

    @Override
    public Changes changes(long after, int most) {
        return ledger.changes(after, most);
    }

    @Override
    public int forget(int most) {
        return ledger.forget(most);
    }
}

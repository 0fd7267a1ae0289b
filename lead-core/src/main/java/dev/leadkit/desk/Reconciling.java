package dev.leadkit.desk;

import dev.leadkit.desk.Reconciliation.Cursor;
import dev.leadkit.desk.Reconciliation.How;
import dev.leadkit.desk.Reconciliation.Settled;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Compares the router's places with the store's owners. The store says who owns a lead, the router how much room that takes: so
 * a place without an owner goes, and an owner without a place gets one.
 */
record Reconciling(Wiring wiring, LeadRouter router, Moment moment) {

    Reconciliation page(Cursor from, int most) {
        return from.places() ? places(from, most) : leads(from, most);
    }

    private Reconciliation places(Cursor from, int most) {
        Called<List<HeldPlace>> called = Called.of("router", () -> router.held(from.after(), most));
        if (called.value().isEmpty()) {
            return new Reconciliation(List.of(), called.fault().stream().toList(), Optional.of(from));
        }
        List<HeldPlace> page = called.value().get();
        Map<LeadId, StoredLead> stored =
                wiring.store().find(page.stream().map(HeldPlace::lead).toList());
        List<Settled> settled = page.stream()
                .flatMap(place -> settle(place, Optional.ofNullable(stored.get(place.lead()))).stream())
                .toList();
        return result(
                settled, page.size() < most, page.stream().map(HeldPlace::lead).toList(), true);
    }

    private Reconciliation leads(Cursor from, int most) {
        List<LeadId> page = wiring.store().page(new LeadQuery.All(), from.after(), most);
        Map<LeadId, StoredLead> stored = wiring.store().find(page);
        List<Settled> settled = page.stream()
                .flatMap(lead -> Optional.ofNullable(stored.get(lead)).stream())
                .flatMap(lead -> settle(lead).stream())
                .toList();
        return result(settled, page.size() < most, page, false);
    }

    private static Reconciliation result(List<Settled> settled, boolean last, List<LeadId> page, boolean places) {
        Optional<Cursor> next = last
                ? Optional.of(new Cursor(false, Optional.empty())).filter(leads -> places)
                : Optional.of(new Cursor(places, Optional.of(page.get(page.size() - 1))));
        return new Reconciliation(settled, List.of(), next);
    }

    private Optional<Settled> settle(HeldPlace place, Optional<StoredLead> stored) {
        long owner = stored.flatMap(lead -> Places.working(lead.history(), wiring.lifecycle()))
                .map(Placement.WithRep::token)
                .orElse(Long.MIN_VALUE);
        if (owner == place.token()) {
            return place.confirmed()
                    ? Optional.empty()
                    : ask(place, How.CONFIRMED, () -> router.confirm(place.lead(), place.token()));
        }
        boolean mayStillCome = place.lapsing() && place.token() > owner;
        if (mayStillCome) {
            return Optional.empty();
        }
        return owner == Long.MIN_VALUE || place.token() < owner
                ? ask(place, How.RELEASED, () -> router.release(place.lead(), place.token()))
                : Optional.of(route(stored.orElseThrow(), place.token()));
    }

    /** What came differently meanwhile was somebody else's doing, and is nothing to tell. */
    private static Optional<Settled> ask(HeldPlace place, How how, Supplier<Boolean> question) {
        Called<Boolean> called = Called.of("router", question);
        return called.value().isPresent()
                ? called.value().filter(done -> done).map(done -> new Settled(place.lead(), how, place.token(), ""))
                : Optional.of(failed(place.lead(), place.token(), called));
    }

    private static Settled failed(LeadId lead, long token, Called<?> called) {
        return new Settled(lead, How.FAILED, token, called.fault().orElseThrow().toString());
    }

    private Optional<Settled> settle(StoredLead stored) {
        return Places.working(stored.history(), wiring.lifecycle()).flatMap(place -> keep(stored, place));
    }

    private Optional<Settled> keep(StoredLead stored, Placement.WithRep place) {
        LeadId lead = stored.history().id();
        Called<Boolean> confirmed = Called.of("router", () -> router.confirm(lead, place.token()));
        if (confirmed.value().isEmpty()) {
            return Optional.of(failed(lead, place.token(), confirmed));
        }
        return confirmed.value().get() ? Optional.empty() : Optional.of(retake(stored, place));
    }

    private Settled retake(StoredLead stored, Placement.WithRep place) {
        Called<Boolean> retaken = Called.of("router", () -> router.retake(stored.history(), place));
        Function<Boolean, Settled> settled = done -> done
                ? new Settled(stored.history().id(), How.RETAKEN, place.token(), "")
                : route(stored, place.token());
        return retaken.value()
                .map(settled)
                .orElseGet(() -> failed(stored.history().id(), place.token(), retaken));
    }

    private Settled route(StoredLead stored, long token) {
        LeadId lead = stored.history().id();
        DeskResult<Placement> result = new Routing(wiring, router).apply(stored, moment);
        if (result instanceof DeskResult.Done<Placement> done) {
            return done.value() instanceof Placement.WithRep rep
                    ? new Settled(lead, How.ROUTED, rep.token(), "")
                    : new Settled(lead, How.QUEUED, token, "");
        }
        return result instanceof DeskResult.Conflict<Placement>
                ? new Settled(lead, How.LEFT, token, "")
                : new Settled(lead, How.FAILED, token, result.toString());
    }
}

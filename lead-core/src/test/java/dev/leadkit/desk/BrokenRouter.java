package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A router that throws whatever it is asked, with personal data in its message. */
final class BrokenRouter implements LeadRouter {

    private static IllegalStateException broken() {
        return new IllegalStateException("cannot do it for ada@example.org");
    }

    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        throw broken();
    }

    @Override
    public boolean confirm(LeadId lead, long token) {
        throw broken();
    }

    @Override
    public boolean release(LeadId lead, long token) {
        throw broken();
    }

    @Override
    public List<HeldPlace> held(Optional<LeadId> after, int most) {
        throw broken();
    }

    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        throw broken();
    }
}

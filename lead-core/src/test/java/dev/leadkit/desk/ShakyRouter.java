package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A router that answers some questions with no, without doing anything, and throws at others. */
record ShakyRouter(LeadRouter router, Set<String> refused, Set<String> thrown) implements LeadRouter {

    static final String FAILURE = "cannot do it";

    ShakyRouter(LeadRouter router) {
        this(router, Set.of(), Set.of());
    }

    ShakyRouter refusing(String... questions) {
        return new ShakyRouter(router, Set.of(questions), thrown);
    }

    ShakyRouter throwing(String... questions) {
        return new ShakyRouter(router, refused, Set.of(questions));
    }

    private boolean answers(String question) {
        if (thrown.contains(question)) {
            throw new IllegalStateException(FAILURE);
        }
        return !refused.contains(question);
    }

    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        return router.reserve(history, at);
    }

    @Override
    public boolean confirm(LeadId lead, long token) {
        return answers("confirm") && router.confirm(lead, token);
    }

    @Override
    public boolean release(LeadId lead, long token) {
        return answers("release") && router.release(lead, token);
    }

    @Override
    public List<HeldPlace> held(Optional<LeadId> after, int most) {
        return router.held(after, most);
    }

    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        return answers("retake") && router.retake(history, place);
    }
}

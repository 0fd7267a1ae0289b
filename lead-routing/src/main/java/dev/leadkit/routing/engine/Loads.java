package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Rep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of reps, asked at most once of each within a decision: one question for a whole group, and none before
 * somebody wants to know. The lead's own place counts for nobody.
 */
final class Loads {

    private final AssignmentLedger ledger;
    private final String pool;
    private final Optional<RepId> holder;
    private final Map<RepId, Standing> known = new HashMap<>();
    private List<Rep> group = List.of();
    private @Nullable RuntimeException failure;

    Loads(AssignmentLedger ledger, String pool, Optional<Place> own) {
        this.ledger = ledger;
        this.pool = pool;
        this.holder = own.map(Place::rep);
    }

    /** Says who will probably be asked for next. */
    void expect(List<Rep> reps) {
        group = reps;
    }

    int open(RepId rep) {
        return standing(rep).open();
    }

    List<Candidate> candidates(List<Rep> reps) {
        expect(reps);
        return reps.stream().map(this::candidate).toList();
    }

    private Candidate candidate(Rep rep) {
        Standing standing = standing(rep.id());
        return new Candidate(rep, standing.open(), standing.lag());
    }

    private Standing standing(RepId rep) {
        Standing standing = known.get(rep);
        if (standing == null) {
            ask(group.stream().map(Rep::id).filter(this::isNew).toList());
            standing = known.get(rep);
        }
        if (standing == null) {
            ask(List.of(rep));
            standing = known.get(rep);
        }
        return standing == null ? Standing.NEW : standing;
    }

    private boolean isNew(RepId rep) {
        return known.isEmpty() || !known.containsKey(rep);
    }

    private void ask(List<RepId> reps) {
        try {
            List<Standing> standings = ledger.standings(pool, reps);
            for (int i = 0; i < reps.size(); i++) {
                known.put(reps.get(i), apart(reps.get(i), standings.get(i)));
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private Standing apart(RepId rep, Standing standing) {
        boolean holds = holder.filter(rep::equals).isPresent();
        return holds ? new Standing(standing.open() - 1, standing.lag()) : standing;
    }

    /** The ledger's failure is the caller's to know, not a stage's that happened to ask. */
    void rethrowFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}

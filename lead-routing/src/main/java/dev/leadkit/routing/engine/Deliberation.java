package dev.leadkit.routing.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One look at one lead: the situation, and what is gathered on the way to a proposal. */
final class Deliberation {

    private final Situation situation;
    private final Loads loads;
    private final long seed;
    private final boolean keepsReasons;
    private final List<StageCount> counts = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<RepId, RepVerdict> refused = new TreeMap<>();

    Deliberation(Facts facts, long seed, Loads loads, boolean keepsReasons) {
        this.loads = loads;
        this.seed = seed;
        this.keepsReasons = keepsReasons;
        this.situation = new Situation(facts, seed, loads::open, problem -> note(problem.toString()));
    }

    Situation situation() {
        return situation;
    }

    Map<RepId, RepVerdict> refused() {
        return refused;
    }

    void note(String note) {
        notes.add(note);
    }

    void count(String stage, int left) {
        counts.add(new StageCount(stage, left));
    }

    void refuse(Rep rep, String stage, String reason) {
        refused.put(rep.id(), new RepVerdict(rep.id(), Optional.of(stage), reason));
    }

    /** Narrows to those who pass a check. */
    List<Rep> narrow(String stage, List<Rep> reps, Eligibility.Check check) {
        if (check == Stages.EVERYBODY) {
            count(stage, reps.size());
            return reps;
        }
        loads.expect(reps);
        List<Rep> passed = new ArrayList<>(reps.size());
        for (Rep rep : reps) {
            Verdict verdict = check.test(rep);
            if (verdict.passes()) {
                passed.add(rep);
            } else if (keepsReasons) {
                refuse(rep, stage, words(stage, verdict));
            }
        }
        count(stage, passed.size());
        return passed;
    }

    Verdict alone(Rep rep, Eligibility.Check check) {
        loads.expect(List.of(rep));
        return check.test(rep);
    }

    /** A reason may be host code that only now puts it into words. */
    String words(String stage, Verdict verdict) {
        try {
            return Guard.call("stage " + stage, () -> verdict.reason().orElse(""));
        } catch (Guard.Failure failure) {
            return failure.words();
        }
    }

    List<Candidate> candidates(List<Rep> reps) {
        return loads.candidates(reps);
    }

    void rethrowFailureOfLedger() {
        loads.rethrowFailure();
    }

    Trail trail(ModelRef plan) {
        return new Trail(plan, seed, situation.facts().asOf(), counts, List.copyOf(notes));
    }
}

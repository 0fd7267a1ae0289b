package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of a model that score at one moment: the active one, and beside it those in {@link Phase#SHADOW}. Immutable and
 * thread-safe; whoever holds it goes on with the same versions, whatever is reloaded meanwhile.
 *
 * @param active gives the scores that count
 * @param shadows score for comparison only, in the order in which the versions became known
 * @param faults why versions in the shadow phase do not score: what their custom rules lack, under
 *     {@code models[<name>/<version>]}; empty if all of them do
 */
public record LiveEngines(ScoringEngine active, List<ScoringEngine> shadows, List<Fault> faults) {

    /**
     * Keeps copies of the lists.
     *
     * @param active gives the scores that count
     * @param shadows score for comparison only
     * @param faults why versions in the shadow phase do not score
     */
    public LiveEngines {
        requireNonNull(active, "active");
        shadows = List.copyOf(shadows);
        faults = List.copyOf(faults);
    }

    /** A shadow that is refused stands in nobody's way; an active version that is refused is refused. */
    static LiveEngines compiled(ScoringModels models, String name, RuleRegistry registry) {
        ScoringModel active = models.active(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("one version of \"" + name + "\" must be active, was none"));
        ScoringEngine engine = ScoringEngine.of(active, registry);
        List<ScoringEngine> shadows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (ScoringModel shadow : models.in(name, Phase.SHADOW)) {
            try {
                shadows.add(ScoringEngine.of(shadow, registry));
            } catch (RefusedException e) {
                e.faults().forEach(fault -> faults.add(fault.under("models[" + shadow.ref() + "].")));
            }
        }
        return new LiveEngines(engine, shadows, faults);
    }

    /**
     * Scores a lead by all of them. What goes wrong in a custom rule of a shadow is named in the shadow's score and nowhere else: the
     * active version's score is the one that it gives alone.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @return the score that counts, and those beside it
     */
    public LiveScores score(LeadHistory history, Instant asOf) {
        Score counts = active.score(history, asOf);
        return new LiveScores(
                counts,
                shadows.stream().map(shadow -> shadow.score(history, asOf)).toList());
    }
}

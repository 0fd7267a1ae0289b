package dev.leadkit.scoring.bulk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.cache.Cache;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gives a score again for as long as it cannot have changed: the same lead at the same version of its history, the same model
 * (name, version and hash), and a moment from that of the score to its end. The scores are those of the scorer, whatever the
 * cache forgets. Thread-safe if the scorer and the cache are.
 *
 * <p>To score takes less time than to load a lead, so it pays where the version is known before the history is loaded:
 *
 * <pre>{@code
 * ScoreCache scores = ScoreCache.of(live::engine, Cache.caffeine(100_000));
 * Score score = scores.score(id, row.version(), () -> store.load(id).orElseThrow().history(), clock.instant());
 * }</pre>
 */
public final class ScoreCache {

    private final Supplier<Source> source;
    private final Cache<Key, Entry> cache;

    private ScoreCache(Supplier<Source> source, Cache<Key, Entry> cache) {
        this.source = source;
        this.cache = requireNonNull(cache, "cache");
    }

    /** Where scores come from, with the model that they are kept under: looked at once for each score. */
    private record Source(ModelRef model, LeadScorer scorer, Validity validity) {

        private Source {
            requireNonNull(model, "model");
            requireNonNull(scorer, "scorer");
            requireNonNull(validity, "validity");
        }

        private static Source of(ScoringEngine engine) {
            return new Source(engine.model().ref(), engine, engine::validUntil);
        }
    }

    /**
     * What a score is kept under.
     *
     * @param lead which lead
     * @param version the version of its history, as a store counts it
     * @param model the model, its hash included
     */
    public record Key(LeadId lead, long version, ModelRef model) {}

    /**
     * What is kept.
     *
     * @param score the score
     * @param from the moment that it is of
     * @param until the instant from which on it may be another one; empty for ever
     */
    public record Entry(Score score, Instant from, Optional<Instant> until) {

        private boolean isOf(Instant asOf) {
            return !asOf.isBefore(from) && until.map(asOf::isBefore).orElse(true);
        }
    }

    /**
     * Keeps the scores of a scorer.
     *
     * @param model the model that it scores by; two models that score differently must differ here, too
     * @param scorer gives the scores that are not kept; a score that names another model is given, and never kept
     * @param validity until when they hold
     * @param cache where they are kept; several models may share one
     * @return the scorer with its memory
     */
    public static ScoreCache of(ModelRef model, LeadScorer scorer, Validity validity, Cache<Key, Entry> cache) {
        Source source = new Source(model, scorer, validity);
        return new ScoreCache(() -> source, cache);
    }

    /**
     * Keeps the scores of an engine that may be exchanged, such as that of a live scorer: {@code live::engine}. After a reload
     * the next score is of the new model; what is kept of the old one serves again if it comes back. Where a reload brings another
     * custom rule under the same name and parameters, give the model another version: it would have the same key.
     *
     * @param engine the engine of this moment; asked once for each score, and must be thread-safe
     * @param cache where scores are kept; several models may share one
     * @return the engine with its memory
     */
    public static ScoreCache of(Supplier<ScoringEngine> engine, Cache<Key, Entry> cache) {
        requireNonNull(engine, "engine");
        return new ScoreCache(() -> Source.of(engine.get()), cache);
    }

    /**
     * The score of a lead.
     *
     * @param lead the lead as it is stored
     * @param asOf the moment
     * @return what the scorer gives
     */
    public Score score(StoredLead lead, Instant asOf) {
        return score(lead.history().id(), lead.version(), lead::history, asOf);
    }

    /**
     * The score of a lead whose history is loaded only if it is needed.
     *
     * @param lead which lead
     * @param version the version that its history has
     * @param history loads the history of that version; asked at most once
     * @param asOf the moment
     * @return what the scorer gives; kept only if it has no faults, because a rule that failed may not fail the next time
     */
    public Score score(LeadId lead, long version, Supplier<LeadHistory> history, Instant asOf) {
        Source now = source.get();
        Key key = new Key(lead, version, now.model());
        Optional<Entry> known = cache.get(key).filter(entry -> entry.isOf(asOf));
        if (known.isPresent()) {
            return known.get().score();
        }
        LeadHistory loaded = history.get();
        Score score = now.scorer().score(loaded, asOf);
        Optional<Instant> until = end(now.validity(), loaded, asOf);
        boolean isWhole = score.model().equals(now.model()) && score.faults().isEmpty();
        if (isWhole && until.map(asOf::isBefore).orElse(true)) {
            cache.put(key, new Entry(score, asOf, until));
        }
        return score;
    }

    /** A history may tell of what lies ahead, such as a call that is booked: then the score ends where that begins. */
    private static Optional<Instant> end(Validity validity, LeadHistory history, Instant asOf) {
        Stream<Instant> ahead =
                history.events().stream().map(LeadEvent::occurredAt).filter(asOf::isBefore);
        return Stream.concat(validity.until(history, asOf).stream(), ahead).min(Comparator.naturalOrder());
    }
}

package dev.leadkit.scoring.bulk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.cache.Cache;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
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
 * ScoreCache scores = ScoreCache.of(engine.model().ref(), engine, engine::validUntil, Cache.caffeine(100_000));
 * Score score = scores.score(id, row.version(), () -> store.load(id).orElseThrow().history(), clock.instant());
 * }</pre>
 */
public final class ScoreCache {

    private final ModelRef model;
    private final LeadScorer scorer;
    private final Validity validity;
    private final Cache<Key, Entry> cache;

    private ScoreCache(ModelRef model, LeadScorer scorer, Validity validity, Cache<Key, Entry> cache) {
        this.model = requireNonNull(model, "model");
        this.scorer = requireNonNull(scorer, "scorer");
        this.validity = requireNonNull(validity, "validity");
        this.cache = requireNonNull(cache, "cache");
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
     * @param scorer gives the scores that are not kept; a score that names another model is given, and never kept. For a
     *     scorer whose model is exchanged, make another one of these for each model: they may share the cache
     * @param validity until when they hold
     * @param cache where they are kept; several models may share one
     * @return the scorer with its memory
     */
    public static ScoreCache of(ModelRef model, LeadScorer scorer, Validity validity, Cache<Key, Entry> cache) {
        return new ScoreCache(model, scorer, validity, cache);
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
     * @return what the scorer gives
     */
    public Score score(LeadId lead, long version, Supplier<LeadHistory> history, Instant asOf) {
        Key key = new Key(lead, version, model);
        Optional<Entry> known = cache.get(key).filter(entry -> entry.isOf(asOf));
        if (known.isPresent()) {
            return known.get().score();
        }
        LeadHistory loaded = history.get();
        Score score = scorer.score(loaded, asOf);
        Optional<Instant> until = end(loaded, asOf);
        if (score.model().equals(model) && until.map(asOf::isBefore).orElse(true)) {
            cache.put(key, new Entry(score, asOf, until));
        }
        return score;
    }

    /** A history may tell of what lies ahead, such as a call that is booked: then the score ends where that begins. */
    private Optional<Instant> end(LeadHistory history, Instant asOf) {
        Stream<Instant> ahead =
                history.events().stream().map(LeadEvent::occurredAt).filter(asOf::isBefore);
        return Stream.concat(validity.until(history, asOf).stream(), ahead).min(Comparator.naturalOrder());
    }
}

package dev.leadkit.enrichment;

import dev.leadkit.enrichment.Asking.Terms;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.enrichment.EnrichmentResult.Requested;
import dev.leadkit.event.Effect;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fills in what leads do not say themselves. Thread-safe if its parts are; it has no threads of its own: a call takes as long
 * as the provider does.
 *
 * <p>{@link #enrich} asks about one lead at once; no two threads that share this object ask the same. Where several processes
 * work, {@link #request} puts the wish in the store's outbox, and {@link #work} carries out what a worker has claimed there:
 * two workers never hold the same claim, so nobody pays twice. A worker that dies loses nothing but, at worst, the one
 * answer that was on its way.
 *
 * <p>Each answer goes into the store by a commit of its own, at once, as an {@link Enriched} event. It is a fact: if the lead
 * was changed meanwhile, the event goes in on what is there then, with those values that are still wanted; up to 100 times.
 * An answer that comes after its deadline is kept like any other, because it was paid for.
 */
public final class LeadEnrichment {

    private static final int TRIES = 100;

    private final LeadStore store;
    private final Plan plan;
    private final Asking asking;

    LeadEnrichment(LeadStore store, InstantSource clock, Plan plan, Budget budget) {
        this.store = store;
        this.plan = plan;
        this.asking = new Asking(store, clock, plan, budget, ConcurrentHashMap.newKeySet());
    }

    /**
     * Starts an enrichment.
     *
     * @param store where leads are kept
     * @param clock what time it is
     * @return a new builder
     */
    public static LeadEnrichmentBuilder builder(LeadStore store, InstantSource clock) {
        return new LeadEnrichmentBuilder(store, clock);
    }

    /**
     * Asks all providers about a lead, one after the other, each for what is still wanted then.
     *
     * @param lead which lead
     * @return one result for each provider, in their order
     * @throws UnrecordedAnswerException if the store throws when an answer is to be kept; other exceptions of the store go
     *     through as they are, and nothing was paid then
     */
    public List<EnrichmentResult> enrich(LeadId lead) {
        List<EnrichmentResult> results = new ArrayList<>();
        for (Provider each : plan.providers()) {
            results.add(asking.ask(each, lead, new Terms(Optional.empty(), Instant.MAX)));
        }
        return List.copyOf(results);
    }

    /**
     * Puts in the outbox that the first provider shall be asked which there is something to ask. When it has answered, the
     * next one goes into the outbox by the same commit, and so on. Asking for it again changes nothing while it is not
     * done; a host may follow the store's feed and do so for every lead that changed.
     *
     * <p>{@link Requested} says that the effect is in the outbox, not that it is due: one that {@link #work} has postponed
     * sleeps on, though the provider could be asked now. For instance one that was not worth asking, or of which nothing was
     * wanted, wakes only after {@link EnrichmentPolicy#askAgainAfter}, whatever became of the lead since.
     *
     * @param lead which lead
     * @return one result for each provider up to the one that shall be asked: why not, then {@link Requested}; for all
     *     providers if there is nothing to ask
     * @throws IllegalStateException if the lead was changed a hundred times meanwhile
     */
    public List<EnrichmentResult> request(LeadId lead) {
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredLead> stored = store.find(lead);
            if (stored.isEmpty()) {
                return plan.providers().stream()
                        .<EnrichmentResult>map(each -> new NotAsked(lead, each.name(), Reason.NO_SUCH_LEAD))
                        .toList();
            }
            List<EnrichmentResult> results = requests(stored.get().history());
            if (isIn(stored.get(), results)) {
                return results;
            }
        }
        throw new IllegalStateException(
                "lead " + lead + " must be left alone for a moment, was changed " + TRIES + " times while it was read");
    }

    /**
     * What {@link #request} would put in the outbox now, for a host that commits it with something else.
     *
     * @param history the lead's events
     * @return the effect, or empty if there is nothing to ask
     */
    public Optional<Effect> due(LeadHistory history) {
        Instant now = asking.now();
        return plan.first(history, now).map(each -> each.effect(history, now));
    }

    private List<EnrichmentResult> requests(LeadHistory history) {
        Instant now = asking.now();
        List<EnrichmentResult> results = new ArrayList<>();
        for (Provider each : plan.providers()) {
            Optional<EnrichmentResult> obstacle = plan.obstacle(each, history, now);
            results.add(obstacle.orElseGet(() -> new Requested(each.effect(history, now), each.name())));
            if (obstacle.isEmpty()) {
                break;
            }
        }
        return List.copyOf(results);
    }

    /** Effects go in with an event; one that the lead has already says nothing new. */
    private boolean isIn(StoredLead stored, List<EnrichmentResult> results) {
        List<Effect> effects = results.stream()
                .filter(Requested.class::isInstance)
                .map(result -> ((Requested) result).effect())
                .toList();
        LeadHistory history = stored.history();
        return effects.isEmpty()
                || store.commit(Commit.of(
                                        history.id(),
                                        stored.version(),
                                        history.events().subList(0, 1))
                                .withEffects(effects))
                        instanceof CommitResult.Committed;
    }

    /**
     * The types of effects that {@link #work} carries out: what a worker {@linkplain ClaimRequest#only asks the outbox for}.
     *
     * @return one type for each provider
     */
    public SortedSet<String> types() {
        return plan.providers().stream().map(Provider::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Carries out what a worker has claimed in the outbox, one after the other. A claim is complete when its provider has
     * answered, or never can. Otherwise it is given back until it is worth trying again; so are all further claims for a
     * provider that has no credit or is not available, and for all whose call might take longer than the claim holds.
     *
     * @param claims what was claimed; those of other {@link #types} are left for others
     * @param until when the claims lapse
     * @return one result for each, in their order
     * @throws UnrecordedAnswerException if the store throws when an answer is to be kept; other exceptions of the store go
     *     through as they are. What was answered before is kept, the other claims lapse
     */
    public List<EnrichmentResult> work(List<Claim> claims, Instant until) {
        return new Shift(store, plan, asking, this::request).work(claims, until);
    }

    /**
     * Keeps an answer that could not be kept before. If the lead was erased since, hand in the
     * {@linkplain Enriched#redacted() redacted} answer: nothing here knows any more what was asked about.
     *
     * @param answer the event of a result or exception of this enrichment
     * @return recorded, or not; recorded without change if it is in the store already
     * @throws UnrecordedAnswerException if the store throws again
     */
    public EnrichmentResult record(Enriched answer) {
        LeadHistory unknown = LeadHistory.of(answer.leadId(), List.of());
        return new Recorder(answer, unknown, false, false).again(store, plan);
    }
}

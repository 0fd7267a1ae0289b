package dev.leadkit.routing.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Continuity;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the leads of one company, or of whatever shared keys say, together: a lead should stay with the rep who has the most other open leads of it,
 * and of several such reps with the first in the order of identifiers. Offers count as open leads. Looks at the first {@value #MOST}
 * leads of each key in the order of identifiers: one question to the store for each key, and one to the ledger for each lead. Thread-safe.
 *
 * <p>The desk must write the same keys ({@code LeadDeskBuilder.sharedKeys}): other leads are found by those of their captures, whatever became of their values since.
 */
public final class Colleagues implements Continuity {

    /** How many leads of a key are looked at. */
    public static final int MOST = 100;

    private final LeadStore store;
    private final AssignmentLedger ledger;
    private final MatchKeyRule keys;

    private Colleagues(LeadStore store, AssignmentLedger ledger, MatchKeyRule keys) {
        this.store = requireNonNull(store, "store");
        this.ledger = requireNonNull(ledger, "ledger");
        this.keys = requireNonNull(keys, "keys");
    }

    /**
     * Colleagues by shared keys.
     *
     * @param store where leads are found by their shared keys
     * @param ledger who has which lead
     * @param keys the keys of a lead, such as {@link MatchKeyRule#company()}
     * @return the continuity; a registry gives it a name that plans use as a stage
     */
    public static Colleagues of(LeadStore store, AssignmentLedger ledger, MatchKeyRule keys) {
        return new Colleagues(store, ledger, keys);
    }

    @Override
    public Optional<RepId> keeper(Situation situation) {
        Lead lead = situation.facts().lead();
        Map<RepId, Integer> open = new HashMap<>();
        keys.keys(lead.values()).stream()
                .flatMap(key -> store.page(LeadQuery.withKey(key), Optional.empty(), MOST).stream())
                .distinct()
                .filter(other -> !other.equals(lead.id()))
                .flatMap(this::rep)
                .forEach(rep -> open.merge(rep, 1, Integer::sum));
        return open.entrySet().stream()
                .max(Map.Entry.<RepId, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private Stream<RepId> rep(LeadId other) {
        return ledger.find(other).map(Place::rep).stream();
    }
}

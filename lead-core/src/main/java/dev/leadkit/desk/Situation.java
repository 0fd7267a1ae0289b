package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store had of the leads that some submissions may concern, when it was asked: in two questions for all. */
record Situation(Map<MatchKey, LeadId> owners, Map<LeadId, StoredLead> leads) {

    static Situation of(LeadStore store, Collection<Admission> admissions) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        admissions.forEach(each -> keys.addAll(each.claims()));
        Map<MatchKey, LeadId> owners = store.findByKey(keys);
        Set<LeadId> ids = new HashSet<>(owners.values());
        admissions.forEach(each -> ids.add(each.own()));
        return new Situation(owners, store.find(ids));
    }

    /**
     * The lead that a submission belongs to: the one that was made of the same record, else the one that this record joined
     * before, else the one that the first of its match keys leads to, else a new one.
     */
    StoredLead target(LeadId own, MatchKey record, List<MatchKey> matchKeys) {
        return lead(own)
                .or(() -> owner(record))
                .or(() -> matchKeys.stream().flatMap(key -> owner(key).stream()).findFirst())
                .orElseGet(() -> new StoredLead(LeadHistory.of(own, List.of()), 0));
    }

    private Optional<StoredLead> lead(LeadId id) {
        return Optional.ofNullable(leads.get(id));
    }

    private Optional<StoredLead> owner(MatchKey key) {
        return Optional.ofNullable(owners.get(key)).flatMap(this::lead);
    }
}

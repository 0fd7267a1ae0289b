package dev.leadkit.desk;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the store had of the leads that some submissions may concern, when it was asked: in two questions for all. */
record Situation(Map<MatchKey, LeadId> owners, Map<LeadId, StoredLead> leads) {

    static Situation of(LeadStore store, Collection<Admission> admissions) {
        List<MatchKey> keys = new ArrayList<>();
        admissions.forEach(each -> keys.addAll(each.claims()));
        Map<MatchKey, LeadId> owners = store.findByKey(keys);
        List<LeadId> ids = new ArrayList<>(owners.values());
        admissions.forEach(each -> ids.add(each.own()));
        return new Situation(owners, store.find(ids));
    }

    /**
     * The lead that a submission belongs to: the one that was made of the same record, else the one that this record joined
     * before, else the one that the first of its match keys leads to, else a new one. The record's key is the first claim.
     */
    StoredLead target(LeadId own, List<MatchKey> claims) {
        StoredLead target = leads.get(own);
        for (int i = 0; target == null && i < claims.size(); i++) {
            LeadId owner = owners.get(claims.get(i));
            target = owner == null ? null : leads.get(owner);
        }
        return target == null ? new StoredLead(LeadHistory.of(own, List.of()), 0) : target;
    }
}

package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.feed;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that can be seen of a store without changing it, over a few leads and keys; equal for stores of equal content. */
final class StoreView {

    /** The record whose lead has an identifier of its own; see {@link #RECORD_KEY}. */
    static final LeadId RECORD = LeadId.derived("web", "1");

    static final MatchKey RECORD_KEY =
            new MatchKey(MatchKey.RECORD, LeadId.derived("web", "2").value());
    static final List<LeadId> LEADS = List.of(LEAD, OTHER, RECORD);
    static final List<MatchKey> KEYS = List.of(EMAIL, PHONE, RECORD_KEY);
    static final List<String> COUNTRIES = List.of("GB", "DE");

    private StoreView() {}

    static Map<String, Object> of(LeadStore store) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("feed", feed(store));
        seen.put("leads", store.find(LEADS));
        seen.put("keys", store.findByKey(KEYS));
        seen.put("all", store.page(LeadQuery.all(), Optional.empty(), ALL));
        KEYS.forEach(key -> seen.put("with " + key.kind(), inTwos(store, LeadQuery.withKey(key))));
        LEADS.forEach(lead -> seen.put("payloads " + lead, store.payloads(lead)));
        seen.put(
                "quarantine",
                store.quarantine().page(0, ALL).stream()
                        .map(QuarantineItem::content)
                        .toList());
        return seen;
    }

    /** The pages by field, of stores that can look for the country; the others refuse and show nothing. */
    static List<List<LeadId>> byCountry(LeadStore store) {
        try {
            Field<String> country = StandardFields.COUNTRY;
            return COUNTRIES.stream()
                    .map(each -> inTwos(store, LeadQuery.where(country, each)))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** All effects that are not complete and free at the given second; claims them for a second. */
    static Set<Claim> waiting(LeadStore store, int second) {
        return new HashSet<>(store.outbox().claim(at(second), at(second + 1), ALL));
    }

    private static List<LeadId> inTwos(LeadStore store, LeadQuery query) {
        List<LeadId> all = new ArrayList<>(store.page(query, Optional.empty(), 2));
        int seen = 0;
        while (all.size() == seen + 2) {
            seen = all.size();
            all.addAll(store.page(query, Optional.of(all.get(seen - 1)), 2));
        }
        return all;
    }
}

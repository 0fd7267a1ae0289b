package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Tally;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All leads by kind of key and key, and how many leads there are with keys and without. */
record SharedKeys(SortedMap<String, SortedMap<HashedKey, SortedSet<LeadId>>> byKind, long leads) {

    static SharedKeys of(Tally<KeyedLead> state) {
        SortedMap<String, SortedMap<HashedKey, SortedSet<LeadId>>> byKind = new TreeMap<>();
        long leads = 0;
        for (Map.Entry<KeyedLead, Long> entry : state.counts().entrySet()) {
            Optional<HashedKey> key = entry.getKey().key();
            if (entry.getValue() > 0 && key.isEmpty()) {
                leads++;
            } else if (entry.getValue() > 0) {
                byKind.computeIfAbsent(key.get().kind(), kind -> new TreeMap<>())
                        .computeIfAbsent(key.get(), any -> new TreeSet<>())
                        .add(entry.getKey().lead());
            }
        }
        return new SharedKeys(byKind, leads);
    }
}

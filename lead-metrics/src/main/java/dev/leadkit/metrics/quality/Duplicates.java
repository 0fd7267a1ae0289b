package dev.leadkit.metrics.quality;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code data.duplicates}: leads that share a key with another lead, over the leads that have such a key, for each kind of key and
 * for keys of all kinds. Equal keys only: nothing is compared by likeness, and groups of different keys
 * are not joined into larger ones.
 *
 * <p>Results hold lead identifiers and never keys. The state holds {@linkplain HashedKey hashes} and grows with leads times their
 * keys, about 150 bytes each.
 */
public record Duplicates() implements Accumulator<AuditFacts, Tally<KeyedLead>, Duplicates.Shared> {

    /** How many groups of a kind are listed at most. */
    public static final int MOST_GROUPS = 10;

    /** How many leads of a group are listed at most. */
    public static final int MOST_LEADS = 10;

    /**
     * The result.
     *
     * @param any leads that share a key of any kind, over the leads that have a key
     * @param byKind the same for each kind of key that some lead has
     */
    public record Shared(KpiResult any, SortedMap<String, Kind> byKind) {

        /**
         * Keeps a copy.
         *
         * @param any leads that share a key of any kind
         * @param byKind the same for each kind of key
         */
        public Shared {
            byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
        }
    }

    /**
     * One kind of key.
     *
     * @param leads leads that share a key of the kind, over the leads that have one
     * @param groups how many different keys are shared
     * @param largest the largest groups, those of equal size by their first lead; at most {@link #MOST_GROUPS}
     */
    public record Kind(KpiResult leads, long groups, List<Group> largest) {

        /**
         * Keeps a copy.
         *
         * @param leads leads that share a key of the kind
         * @param groups how many different keys are shared
         * @param largest the largest groups
         */
        public Kind {
            largest = List.copyOf(largest);
        }
    }

    /**
     * Leads that share a key.
     *
     * @param size how many they are, 2 or more
     * @param leads the first of them by identifier; at most {@link #MOST_LEADS}
     */
    public record Group(int size, List<LeadId> leads) {

        private static final Comparator<Group> LARGEST_FIRST = Comparator.comparing(Group::size)
                .reversed()
                .thenComparing(group -> group.leads().get(0))
                .thenComparing(group -> group.leads().toString());

        /**
         * Keeps a copy.
         *
         * @param size how many they are
         * @param leads the first of them
         */
        public Group {
            leads = List.copyOf(leads);
        }

        private static Group of(SortedSet<LeadId> all) {
            return new Group(all.size(), all.stream().limit(MOST_LEADS).toList());
        }
    }

    @Override
    public Tally<KeyedLead> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<KeyedLead> state, AuditFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Tally<KeyedLead> state, AuditFacts facts) {
        count(state, facts, -1);
    }

    private static void count(Tally<KeyedLead> state, AuditFacts facts, long times) {
        state.add(new KeyedLead(Optional.empty(), facts.id()), times);
        facts.keys().forEach(key -> state.add(new KeyedLead(Optional.of(key), facts.id()), times));
    }

    @Override
    public void merge(Tally<KeyedLead> into, Tally<KeyedLead> from) {
        into.merge(from);
    }

    @Override
    public Shared result(Tally<KeyedLead> state, Instant asOf) {
        SharedKeys keys = SharedKeys.of(state);
        boolean isWhole = !state.hasNegative();
        SortedMap<String, Kind> byKind = new TreeMap<>();
        keys.byKind().forEach((kind, groups) -> byKind.put(kind, kind(kind, groups.values(), keys.leads(), isWhole)));
        List<SortedSet<LeadId>> all = keys.byKind().values().stream()
                .flatMap(groups -> groups.values().stream())
                .toList();
        Definition definition = new Definition(
                "data.duplicates/1",
                "Leads that share an exact key of any kind with another lead, over the leads that have one; leads without one"
                        + " are left out.");
        return new Shared(rate(definition, basis(all, keys.leads(), "no key"), "no lead has a key", isWhole), byKind);
    }

    private static Basis basis(Collection<SortedSet<LeadId>> byKey, long leads, String without) {
        long keyed = distinct(byKey.stream());
        Tally<String> excluded = new Tally<>();
        excluded.add(without, Math.subtractExact(leads, keyed));
        return Basis.of(distinct(byKey.stream().filter(group -> group.size() > 1)), keyed, excluded.counts());
    }

    private static long distinct(Stream<SortedSet<LeadId>> groups) {
        return groups.flatMap(Set::stream).distinct().count();
    }

    private static Kind kind(String kind, Collection<SortedSet<LeadId>> byKey, long leads, boolean isWhole) {
        List<SortedSet<LeadId>> shared =
                byKey.stream().filter(group -> group.size() > 1).toList();
        Definition definition = new Definition(
                "data.duplicates/1?key=" + Definition.text(kind),
                "Leads that share an exact key of the kind with another lead, over the leads that have one; leads without one"
                        + " are left out.");
        KpiResult rate = rate(definition, basis(byKey, leads, "no such key"), "no lead has such a key", isWhole);
        List<Group> largest = shared.stream()
                .map(Group::of)
                .sorted(Group.LARGEST_FIRST)
                .limit(MOST_GROUPS)
                .toList();
        return new Kind(rate, shared.size(), largest);
    }

    private static KpiResult rate(Definition definition, Basis basis, String whenEmpty, boolean isWhole) {
        return isWhole
                ? KpiResult.rate(definition, basis, whenEmpty)
                : KpiResult.undefined(definition, KpiUnit.SHARE, basis, KpiResult.INCOMPLETE);
    }
}

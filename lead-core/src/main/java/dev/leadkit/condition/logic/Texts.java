package dev.leadkit.condition.logic;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.FieldType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Texts and flags.
 *
 * @param only the keys among which the value is, or empty for all there are
 * @param not keys that it is not
 * @param parts what it contains or does not, begins with or does not
 * @param patterns what each regular expression may give
 */
record Texts(Optional<Set<Object>> only, Set<Object> not, Parts parts, Map<FieldTest, Set<Truth>> patterns)
        implements Values {

    private static final Texts ANY = new Texts(Optional.empty(), Set.of(), Parts.NONE, Map.of());

    static Texts of(FieldType<?> type) {
        return type == FieldType.FLAG ? ANY.among(Set.of(true, false)) : ANY;
    }

    @Override
    public Texts with(FieldTest test, Sign sign) {
        if (test instanceof FieldTest.OneOf oneOf) {
            return sign.holds() ? among(oneOf.keys()) : without(oneOf.keys());
        }
        if (test instanceof FieldTest.Contains contains) {
            return new Texts(only, not, parts.containing(FieldType.fold(contains.part()), sign.holds()), patterns);
        }
        if (test instanceof FieldTest.Prefix prefix) {
            return new Texts(only, not, parts.beginning(FieldType.fold(prefix.start()), sign.holds()), patterns);
        }
        return giving(test, sign);
    }

    private Texts among(Set<?> keys) {
        Set<Object> both = new HashSet<>(keys);
        only.ifPresent(both::retainAll);
        return new Texts(Optional.of(both), not, parts, patterns);
    }

    private Texts without(Set<?> keys) {
        Set<Object> more = new HashSet<>(not);
        more.addAll(keys);
        return new Texts(only, more, parts, patterns);
    }

    /** A regular expression is a riddle: it is true, false, or past its limit, and the same each time. */
    private Texts giving(FieldTest test, Sign sign) {
        Set<Truth> allowed = EnumSet.of(sign.holds() ? Truth.TRUE : Truth.FALSE);
        if (sign.allowsUnknown()) {
            allowed.add(Truth.UNKNOWN);
        }
        Map<FieldTest, Set<Truth>> more = new HashMap<>(patterns);
        more.merge(test, allowed, (old, wanted) -> {
            Set<Truth> both = EnumSet.copyOf(old);
            both.retainAll(wanted);
            return both;
        });
        return new Texts(only, not, parts, more);
    }

    @Override
    public boolean isEmpty() {
        Predicate<Object> fits = key -> !not.contains(key) && parts.fit(key.toString());
        return only.map(keys -> keys.stream().noneMatch(fits)).orElse(parts.contradict())
                || patterns.values().stream().anyMatch(Set::isEmpty);
    }

    /** Parts of a text: each is there or is not there. */
    record Parts(List<String> contained, List<String> missing, List<String> begun, List<String> notBegun) {

        private static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of());

        private Parts containing(String part, boolean holds) {
            return holds
                    ? new Parts(plus(contained, part), missing, begun, notBegun)
                    : new Parts(contained, plus(missing, part), begun, notBegun);
        }

        private Parts beginning(String start, boolean holds) {
            return holds
                    ? new Parts(contained, missing, plus(begun, start), notBegun)
                    : new Parts(contained, missing, begun, plus(notBegun, start));
        }

        private static List<String> plus(List<String> list, String one) {
            return Stream.concat(list.stream(), Stream.of(one)).toList();
        }

        private boolean fit(String key) {
            return contained.stream().allMatch(key::contains)
                    && begun.stream().allMatch(key::startsWith)
                    && missing.stream().noneMatch(key::contains)
                    && notBegun.stream().noneMatch(key::startsWith);
        }

        /** Whether two of them say that no text has all. */
        private boolean contradict() {
            return begun.stream().anyMatch(this::contradicts)
                    || contained.stream().anyMatch(part -> missing.stream().anyMatch(part::contains));
        }

        private boolean contradicts(String start) {
            return begun.stream().anyMatch(other -> !start.startsWith(other) && !other.startsWith(start))
                    || missing.stream().anyMatch(start::contains)
                    || notBegun.stream().anyMatch(start::startsWith);
        }
    }
}

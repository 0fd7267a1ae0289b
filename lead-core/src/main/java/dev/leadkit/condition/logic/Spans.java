package dev.leadkit.condition.logic;

import dev.leadkit.condition.FieldTest.Bound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A set of values that have an order, as stretches that do not meet, from the lowest. Immutable. */
record Spans(List<Span> spans) {

    static final Spans ALL = of(Optional.empty(), Optional.empty());

    /** From a bound to another, as far as there are any. */
    record Span(Optional<Bound> low, Optional<Bound> high) {

        private boolean isEmpty() {
            if (low.isEmpty() || high.isEmpty()) {
                return false;
            }
            int order = compare(low.get(), high.get());
            return order > 0
                    || (order == 0 && !(low.get().inclusive() && high.get().inclusive()));
        }

        private Span and(Span other) {
            return new Span(tighter(low, other.low, 1), tighter(high, other.high, -1));
        }

        private static Optional<Bound> tighter(Optional<Bound> one, Optional<Bound> other, int direction) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            int order = direction * compare(one.get(), other.get());
            boolean first = order == 0 ? !one.get().inclusive() : order > 0;
            return first ? one : other;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Bound one, Bound other) {
        return ((Comparable) one.key()).compareTo(other.key());
    }

    static Spans of(Optional<Bound> low, Optional<Bound> high) {
        Span span = new Span(low.map(bound -> whole(bound, 1)), high.map(bound -> whole(bound, -1)));
        return new Spans(span.isEmpty() ? List.of() : List.of(span));
    }

    /** The span of days between two neighbours is empty, which only closed ends show. */
    private static Bound whole(Bound bound, int inwards) {
        boolean moves = bound.key() instanceof LocalDate day
                && !bound.inclusive()
                && !day.equals(inwards > 0 ? LocalDate.MAX : LocalDate.MIN);
        return moves ? new Bound(((LocalDate) bound.key()).plusDays(inwards), true) : bound;
    }

    static Spans points(Collection<?> keys) {
        List<Span> points = new ArrayList<>();
        for (Object key : keys) {
            if (key instanceof Comparable<?> place) {
                Optional<Bound> bound = Optional.of(new Bound(place, true));
                points.add(new Span(bound, bound));
            }
        }
        return new Spans(points);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Walks both side by side: what ends first meets nothing more. */
    Spans and(Spans other) {
        List<Span> common = new ArrayList<>();
        int one = 0;
        int two = 0;
        while (one < spans.size() && two < other.spans.size()) {
            Span first = spans.get(one);
            Span second = other.spans.get(two);
            Span both = first.and(second);
            if (!both.isEmpty()) {
                common.add(both);
            }
            boolean endsFirst = both.high().equals(first.high());
            one += endsFirst ? 1 : 0;
            two += endsFirst ? 0 : 1;
        }
        return new Spans(common);
    }

    Spans complement() {
        List<Span> gaps = new ArrayList<>();
        Optional<Bound> from = Optional.empty();
        for (Span span : spans) {
            Optional<Bound> begin = from;
            span.low().ifPresent(low -> gaps.addAll(of(begin, flipped(low)).spans));
            if (span.high().isEmpty()) {
                return new Spans(gaps);
            }
            from = flipped(span.high().get());
        }
        gaps.addAll(of(from, Optional.empty()).spans);
        return new Spans(gaps);
    }

    private static Optional<Bound> flipped(Bound bound) {
        return Optional.of(new Bound(bound.key(), !bound.inclusive()));
    }
}

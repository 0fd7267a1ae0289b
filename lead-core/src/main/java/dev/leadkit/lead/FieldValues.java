package dev.leadkit.lead;

import dev.leadkit.fault.Fault;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values for some fields. A field is in one of three states: it <em>has a value</em>, it was explicitly
 * <em>cleared</em>, or it is <em>absent</em>, which says nothing about it. Equal by content; {@code toString} shows names
 * only.
 */
public final class FieldValues {

    /** Nothing about any field. */
    public static final FieldValues EMPTY = new FieldValues(new Object[0], Collections.emptySortedSet());

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    /** Each field and its value behind it, in order of the names. One array: there are several of these for each lead. */
    private final Object[] pairs;

    private final SortedSet<String> cleared;

    private FieldValues(Object[] pairs, SortedSet<String> cleared) {
        this.pairs = pairs;
        this.cleared = cleared;
    }

    /**
     * Starts with nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The value of a field.
     *
     * @param field which field
     * @param <T> its type
     * @return the value, or empty if it is absent or cleared
     */
    public <T> Optional<T> get(Field<T> field) {
        int at = find(pairs, pairs.length, field.name());
        return at < 0 || field(pairs, at).type() != field.type()
                ? Optional.empty()
                : Optional.of(field.type().valueClass().cast(pairs[at + 1]));
    }

    /**
     * The value of a field in its text form.
     *
     * @param name the field's name
     * @return the text, or empty if it is absent or cleared
     */
    public Optional<String> text(String name) {
        int at = find(pairs, pairs.length, name);
        return at < 0 ? Optional.empty() : Optional.of(text(field(pairs, at), pairs[at + 1]));
    }

    /**
     * Tells every value in its text form.
     *
     * @param action gets the field's name and the text, in order of the names
     */
    public void forEachText(BiConsumer<String, String> action) {
        for (int at = 0; at < pairs.length; at += 2) {
            action.accept(field(pairs, at).name(), text(field(pairs, at), pairs[at + 1]));
        }
    }

    private static <T> String text(Field<T> field, Object value) {
        return field.type().format(field.type().valueClass().cast(value));
    }

    /** Not to be changed. */
    Object[] pairs() {
        return pairs;
    }

    private static Field<?> field(Object[] pairs, int at) {
        return (Field<?>) pairs[at];
    }

    /** Where a field stands, or {@code -1 - where it would stand} if it does not. */
    private static int find(Object[] pairs, int end, String name) {
        int low = 0;
        int high = end / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = field(pairs, 2 * middle).name().compareTo(name);
            if (order == 0) {
                return 2 * middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1 - 2 * low;
    }

    /**
     * The fields that have a value.
     *
     * @return the fields, in order of their names
     */
    public Set<Field<?>> fields() {
        return new Fields(pairs);
    }

    /** The fields of some pairs, seen where they are. */
    private static final class Fields extends AbstractSet<Field<?>> {

        private final Object[] pairs;

        Fields(Object[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public int size() {
            return pairs.length / 2;
        }

        @Override
        public boolean contains(@Nullable Object other) {
            int at = other instanceof Field<?> field ? find(pairs, pairs.length, field.name()) : -1;
            return at >= 0 && pairs[at].equals(other);
        }

        @Override
        public Iterator<Field<?>> iterator() {
            return IntStream.range(0, size())
                    .<Field<?>>mapToObj(i -> field(pairs, 2 * i))
                    .iterator();
        }

        @Override
        public void forEach(Consumer<? super Field<?>> action) {
            for (int at = 0; at < pairs.length; at += 2) {
                action.accept(field(pairs, at));
            }
        }
    }

    /**
     * The names of the fields that were explicitly cleared.
     *
     * @return the names, in order
     */
    public SortedSet<String> cleared() {
        return cleared;
    }

    /**
     * Whether this says nothing about any field.
     *
     * @return true if no field has a value and none was cleared
     */
    public boolean isEmpty() {
        return pairs.length == 0 && cleared.isEmpty();
    }

    /**
     * What holds when something newer is learned: a newer value or clearing replaces, absence leaves as it was.
     *
     * @param newer what was learned later
     * @return both together
     */
    public FieldValues overlay(FieldValues newer) {
        return toBuilder().overlay(newer).build();
    }

    private Object[] only(Predicate<Field<?>> wanted) {
        int wantedPairs = 0;
        for (int at = 0; at < pairs.length; at += 2) {
            wantedPairs += wanted.test(field(pairs, at)) ? 1 : 0;
        }
        Object[] some = new Object[2 * wantedPairs];
        int end = 0;
        for (int at = 0; end < some.length; at += 2) {
            if (wanted.test(field(pairs, at))) {
                some[end++] = pairs[at];
                some[end++] = pairs[at + 1];
            }
        }
        return some;
    }

    /**
     * Whether some of the values are personal data.
     *
     * @return true if {@link #personal} has a value
     */
    public boolean hasPersonal() {
        return has(true);
    }

    /**
     * Whether this says something that is not personal data.
     *
     * @return true if {@link #skeleton} says anything
     */
    public boolean hasSkeleton() {
        return has(false) || !cleared.isEmpty();
    }

    private boolean has(boolean personal) {
        for (int at = 0; at < pairs.length; at += 2) {
            if (field(pairs, at).personal() == personal) {
                return true;
            }
        }
        return false;
    }

    /**
     * The part that is not personal data; clearings are not personal.
     *
     * @return values of fields that are not personal, and all clearings
     */
    public FieldValues skeleton() {
        return new FieldValues(only(field -> !field.personal()), cleared);
    }

    /**
     * The part that is personal data.
     *
     * @return values of personal fields
     */
    public FieldValues personal() {
        return new FieldValues(only(Field::personal), NONE);
    }

    /**
     * The part that says nothing about some fields.
     *
     * @param names the names of the fields to leave out
     * @return the values and clearings of all other fields
     */
    public FieldValues without(Set<String> names) {
        SortedSet<String> left = new TreeSet<>(cleared);
        left.removeAll(names);
        return new FieldValues(only(field -> !names.contains(field.name())), Collections.unmodifiableSortedSet(left));
    }

    /**
     * Goes on from here.
     *
     * @return a builder that holds all this
     */
    public Builder toBuilder() {
        return builder().overlay(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && Arrays.equals(pairs, that.pairs) && cleared.equals(that.cleared);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pairs) + cleared.hashCode();
    }

    @Override
    public String toString() {
        return "FieldValues"
                + fields().stream().map(Field::name).toList()
                + (cleared.isEmpty() ? "" : " cleared " + cleared);
    }

    /** Collects values. Not thread-safe. */
    public static final class Builder {

        private static final int ROOM = 32;

        private SortedSet<String> cleared = NONE;
        private Object[] pairs = new Object[ROOM];
        private int end;

        private Builder() {}

        /**
         * Gives a field a value; an earlier value or clearing is replaced.
         *
         * @param field which field
         * @param value its value; kept in its {@linkplain FieldType#canonical one form}
         * @param <T> its type
         * @return this
         * @throws IllegalArgumentException if it is a number of more than 100 characters
         */
        public <T> Builder set(Field<T> field, T value) {
            FieldType<T> type = field.type();
            T canonical = type.canonical(type.valueClass().cast(value))
                    .orElseThrow(() -> new IllegalArgumentException(
                            field.name() + " must be a " + type + " of at most 100 characters, was a longer one"));
            return put(field, canonical);
        }

        /**
         * Gives a field the value that a text stands for.
         *
         * @param field which field
         * @param text the value's text form
         * @return this
         * @throws IllegalArgumentException if the text is not of the field's type; the message does not show it
         */
        public Builder parse(Field<?> field, String text) {
            return put(field, value(field, text));
        }

        private static Object value(Field<?> field, String text) {
            Optional<?> value = field.type().parse(text);
            return value.orElseThrow(() -> new IllegalArgumentException(
                    field.name() + " must be a " + field.type().name() + ", was " + Fault.unseen(text)));
        }

        /**
         * Says explicitly that a field has no value.
         *
         * @param name the field's name
         * @return this
         */
        public Builder clear(String name) {
            int at = find(pairs, end, name);
            if (at >= 0) {
                System.arraycopy(pairs, at + 2, pairs, at, end - at - 2);
                end -= 2;
            }
            cleared = cleared.isEmpty() ? new TreeSet<>() : cleared;
            cleared.add(name);
            return this;
        }

        /**
         * Adds what was learned later: a newer value or clearing replaces, absence leaves as it was.
         *
         * @param newer what was learned later
         * @return this
         */
        public Builder overlay(FieldValues newer) {
            for (int at = 0; at < newer.pairs.length; at += 2) {
                put(field(newer.pairs, at), newer.pairs[at + 1]);
            }
            newer.cleared.forEach(this::clear);
            return this;
        }

        private Builder put(Field<?> field, Object value) {
            int found = isLast(field) ? -1 - end : find(pairs, end, field.name());
            int at = found < 0 ? open(-1 - found) : found;
            pairs[at] = field;
            pairs[at + 1] = value;
            if (!cleared.isEmpty()) {
                cleared.remove(field.name());
            }
            return this;
        }

        /** Whoever hands the fields over in their order saves looking for their places. */
        private boolean isLast(Field<?> field) {
            return end == 0 || field(pairs, end - 2).name().compareTo(field.name()) < 0;
        }

        private int open(int at) {
            pairs = end < pairs.length ? pairs : Arrays.copyOf(pairs, 2 * end);
            System.arraycopy(pairs, at, pairs, at + 2, end - at);
            end += 2;
            return at;
        }

        /**
         * Ends collecting; the builder may go on being used.
         *
         * @return the values collected so far
         */
        public FieldValues build() {
            SortedSet<String> names =
                    cleared.isEmpty() ? NONE : Collections.unmodifiableSortedSet(new TreeSet<>(cleared));
            return new FieldValues(Arrays.copyOf(pairs, end), names);
        }
    }
}

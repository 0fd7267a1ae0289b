package dev.leadkit.lead;

import dev.leadkit.fault.Fault;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values for some fields. A field is in one of three states: it <em>has a value</em>, it was explicitly
 * <em>cleared</em>, or it is <em>absent</em>, which says nothing about it. Equal by content; {@code toString} shows names
 * only.
 */
public final class FieldValues {

    /** Nothing about any field. */
    public static final FieldValues EMPTY = builder().build();

    /** In order of the names. A list, not a map: there are several of these for each lead, and memory is what counts. */
    private final List<Entry<?>> values;

    private final SortedSet<String> cleared;

    private FieldValues(List<Entry<?>> values, SortedSet<String> cleared) {
        this.values = values;
        this.cleared = cleared;
    }

    /** A field with its value. */
    private record Entry<T>(Field<T> field, T value) {}

    /**
     * Starts with nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder(new TreeMap<>(), new TreeSet<>());
    }

    /**
     * The value of a field.
     *
     * @param field which field
     * @param <T> its type
     * @return the value, or empty if it is absent or cleared
     */
    public <T> Optional<T> get(Field<T> field) {
        Entry<?> entry = find(field.name());
        return entry == null || entry.field().type() != field.type()
                ? Optional.empty()
                : Optional.of(field.type().valueClass().cast(entry.value()));
    }

    /**
     * The value of a field in its text form.
     *
     * @param name the field's name
     * @return the text, or empty if it is absent or cleared
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(find(name)).map(FieldValues::text);
    }

    private @Nullable Entry<?> find(String name) {
        int low = 0;
        int high = values.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = values.get(middle).field().name().compareTo(name);
            if (order == 0) {
                return values.get(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return null;
    }

    private static <T> String text(Entry<T> entry) {
        return entry.field().type().format(entry.value());
    }

    /**
     * The fields that have a value.
     *
     * @return the fields, in order of their names
     */
    public Set<Field<?>> fields() {
        Set<Field<?>> fields = new LinkedHashSet<>();
        values.forEach(entry -> fields.add(entry.field()));
        return Collections.unmodifiableSet(fields);
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
        return values.isEmpty() && cleared.isEmpty();
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

    private FieldValues only(Predicate<Field<?>> wanted, Predicate<String> wantedCleared) {
        Builder builder = builder();
        values.stream().filter(entry -> wanted.test(entry.field())).forEach(builder::put);
        cleared.stream().filter(wantedCleared).forEach(builder::clear);
        return builder.build();
    }

    /**
     * The part that is not personal data; clearings are not personal.
     *
     * @return values of fields that are not personal, and all clearings
     */
    public FieldValues skeleton() {
        return only(field -> !field.personal(), name -> true);
    }

    /**
     * The part that is personal data.
     *
     * @return values of personal fields
     */
    public FieldValues personal() {
        return only(Field::personal, name -> false);
    }

    /**
     * The part that says nothing about some fields.
     *
     * @param names the names of the fields to leave out
     * @return the values and clearings of all other fields
     */
    public FieldValues without(Set<String> names) {
        return only(field -> !names.contains(field.name()), name -> !names.contains(name));
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
        return other instanceof FieldValues that && values.equals(that.values) && cleared.equals(that.cleared);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + cleared.hashCode();
    }

    @Override
    public String toString() {
        return "FieldValues"
                + values.stream().map(entry -> entry.field().name()).toList()
                + (cleared.isEmpty() ? "" : " cleared " + cleared);
    }

    /** Collects values. Not thread-safe. */
    public static final class Builder {

        private final SortedMap<String, Entry<?>> values;
        private final SortedSet<String> cleared;

        private Builder(SortedMap<String, Entry<?>> values, SortedSet<String> cleared) {
            this.values = values;
            this.cleared = cleared;
        }

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
            return put(new Entry<>(field, canonical));
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
            return put(entry(field, text));
        }

        private static <T> Entry<T> entry(Field<T> field, String text) {
            T value = field.type()
                    .parse(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            field.name() + " must be a " + field.type().name() + ", was " + Fault.unseen(text)));
            return new Entry<>(field, value);
        }

        /**
         * Says explicitly that a field has no value.
         *
         * @param name the field's name
         * @return this
         */
        public Builder clear(String name) {
            values.remove(name);
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
            newer.values.forEach(this::put);
            newer.cleared.forEach(this::clear);
            return this;
        }

        private Builder put(Entry<?> entry) {
            values.put(entry.field().name(), entry);
            cleared.remove(entry.field().name());
            return this;
        }

        /**
         * Ends collecting; the builder may go on being used.
         *
         * @return the values collected so far
         */
        public FieldValues build() {
            SortedSet<String> none = Collections.emptySortedSet();
            return new FieldValues(
                    List.copyOf(values.values()),
                    cleared.isEmpty() ? none : Collections.unmodifiableSortedSet(new TreeSet<>(cleared)));
        }
    }
}

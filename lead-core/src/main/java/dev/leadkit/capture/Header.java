package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the rows of a file have in common: each row then needs room for its texts only. Immutable and
 * thread-safe.
 */
public final class Header {

    private final Map<String, Integer> places;
    private final long length;

    private Header(Map<String, Integer> places) {
        this.places = places;
        this.length = places.keySet().stream().mapToLong(String::length).sum();
    }

    /**
     * Makes a header.
     *
     * @param columns the columns' names, each once
     * @return the header
     * @throws IllegalArgumentException if a name comes twice
     */
    public static Header of(List<String> columns) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String column : columns) {
            if (places.putIfAbsent(requireNonNull(column, "column"), places.size()) != null) {
                throw new IllegalArgumentException("columns must be named differently, were not");
            }
        }
        return new Header(Collections.unmodifiableMap(places));
    }

    /**
     * A row as texts by column.
     *
     * @param cells its texts, one for each column and in their order
     * @return an immutable map in the order of the columns
     * @throws IllegalArgumentException if there are more or fewer texts than columns
     */
    public Map<String, String> row(List<String> cells) {
        String[] texts = cells.toArray(String[]::new);
        if (texts.length != places.size()) {
            throw new IllegalArgumentException("row must have " + places.size() + " cells, had " + texts.length);
        }
        for (String text : texts) {
            requireNonNull(text, "text");
        }
        return new Texts(this, texts);
    }

    /** The texts of one row. */
    static final class Texts extends AbstractMap<String, String> {

        private final Header header;
        private final String[] cells;

        private Texts(Header header, String... cells) {
            this.header = header;
            this.cells = cells;
        }

        /** The columns that the row shares with others. */
        Header header() {
            return header;
        }

        /** The characters of all columns and texts. */
        long length() {
            long length = header.length;
            for (String cell : cells) {
                length += cell.length();
            }
            return length;
        }

        @Override
        public @Nullable String get(@Nullable Object column) {
            Integer place = header.places.get(column);
            return place == null ? null : cells[place];
        }

        @Override
        public String getOrDefault(@Nullable Object column, String otherwise) {
            String text = get(column);
            return text == null ? otherwise : text;
        }

        @Override
        public boolean containsKey(@Nullable Object column) {
            return header.places.containsKey(column);
        }

        @Override
        public Set<String> keySet() {
            return header.places.keySet();
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return cells.length;
                }

                @Override
                public Iterator<Entry<String, String>> iterator() {
                    Iterator<String> columns = header.places.keySet().iterator();
                    return IntStream.range(0, cells.length)
                            .<Entry<String, String>>mapToObj(i -> Map.entry(columns.next(), cells[i]))
                            .iterator();
                }
            };
        }
    }
}

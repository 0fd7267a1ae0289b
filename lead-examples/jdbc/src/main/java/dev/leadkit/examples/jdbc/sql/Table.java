package dev.leadkit.examples.jdbc.sql;

import java.sql.JDBCType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table into which rows are put. Up to some hundred rows are written out in statements of 1, 2, 4, ... rows, which the
 * database plans once; more go as one array for each column. So there are few different texts, whatever the number of rows.
 *
 * @param name its name
 * @param columns its columns that are given
 */
public record Table(String name, List<Column> columns) {

    private static final int LONGEST = 64;
    private static final int MOST_WRITTEN = 256;

    /**
     * Makes a table.
     *
     * @param name its name
     * @param columns its columns that are given
     */
    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type: varchar, bigint, integer, boolean or numeric
     */
    public record Column(String name, String type) {

        /** The type as JDBC numbers it. */
        int jdbcType() {
            return JDBCType.valueOf(type.toUpperCase(Locale.ROOT)).getVendorTypeNumber();
        }

        static Column of(String words) {
            int space = words.indexOf(' ');
            return new Column(words.substring(0, space), words.substring(space + 1));
        }
    }

    /**
     * Makes a table.
     *
     * @param name its name
     * @param columns for each column its name and its type, such as {@code version bigint}
     * @return the table
     */
    public static Table of(String name, String... columns) {
        return new Table(name, Arrays.stream(columns).map(Column::of).toList());
    }

    /** Whether that many rows go as arrays. */
    static boolean isMany(int rows) {
        return rows > MOST_WRITTEN;
    }

    /** How many of some rows are written out in one statement: a power of two. */
    static int written(int rows) {
        return Math.min(LONGEST, Integer.highestOneBit(rows));
    }

    /** The statement that puts rows in; rows that break a unique constraint are left out. */
    String insert(int rows) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names + ") " + (isMany(rows) ? arrays() : values(rows))
                + " on conflict do nothing";
    }

    private String values(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "values " + String.join(", ", Collections.nCopies(rows, row));
    }

    private String arrays() {
        return columns.stream()
                .map(column -> "cast(? as " + cast(column.type()) + " array)")
                .collect(Collectors.joining(", ", "select * from unnest(", ")"));
    }

    private static String cast(String type) {
        return type.equals("numeric") ? "numeric(28, 9)" : type;
    }
}

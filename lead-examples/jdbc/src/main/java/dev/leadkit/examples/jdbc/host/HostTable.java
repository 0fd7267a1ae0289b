package dev.leadkit.examples.jdbc.host;

import static java.util.Objects.requireNonNull;

import dev.leadkit.examples.jdbc.LeadMirror;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of leads that the host had before: as a {@link LeadMirror} it gets a row for each lead, in which the mapped columns
 * hold what the lead is now. Which row is which lead is kept in {@code lead_host_row}. Columns that are not mapped are the
 * host's alone; a new row leaves them to their defaults. The key must be made by the database (an identity or serial column, or
 * one with a default).
 *
 * <p>When a lead is erased the columns of its personal fields become null. What the host writes into mapped columns by itself
 * becomes events by {@link Adoption}; until then the next change of the lead writes over it. Immutable and thread-safe.
 */
public final class HostTable implements LeadMirror {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final String name;
    private final String key;
    private final List<HostColumn<?>> columns;
    private volatile @Nullable List<HostColumn.Kind> kinds;

    private HostTable(Builder from) {
        this.name = from.name;
        this.key = quoted(from.key);
        this.columns = List.copyOf(from.columns);
    }

    /**
     * Starts with a table.
     *
     * @param table its name as the database has it, maybe with the schema's and a dot before it
     * @return a new builder
     */
    public static Builder named(String table) {
        return new Builder(table);
    }

    /** Collects which column shows which field. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final List<HostColumn<?>> columns = new ArrayList<>();
        private final Faults faults = new Faults();
        private final Set<String> taken = new HashSet<>();
        private String key = "";

        private Builder(String name) {
            this.name = requireNonNull(name, "name");
            for (String part : name.split("\\.", 2)) {
                check("table", part);
            }
        }

        private void check(String path, String identifier) {
            if (!IDENTIFIER.matcher(identifier).matches()) {
                faults.add(path, "a letter or '_' and up to 62 letters, digits or '_'", '"' + identifier + '"');
            }
        }

        private void take(String path, String column) {
            check(path, column);
            if (!taken.add(column)) {
                faults.add(path, "a column that is not mapped yet", '"' + column + '"');
            }
        }

        /**
         * Says which column tells the rows apart.
         *
         * @param column the column; the database must make its values
         * @return this
         */
        public Builder key(String column) {
            take("key", column);
            key = column;
            return this;
        }

        /**
         * Says which column shows a field.
         *
         * @param field the field
         * @param column the column, of a type that can hold the field's values
         * @return this
         */
        public Builder column(Field<?> field, String column) {
            take("column of " + field.name(), column);
            columns.add(new HostColumn<>(field, quoted(column)));
            return this;
        }

        /**
         * Makes the table.
         *
         * @return the table
         * @throws dev.leadkit.fault.RefusedException if a name is not a plain identifier, a column is mapped twice, or there is
         *     no key or no column; all faults at once
         */
        public HostTable build() {
            if (key.isEmpty()) {
                faults.accept(new Fault("key", "a column", "", "Say which column tells the rows apart."));
            }
            if (columns.isEmpty()) {
                faults.accept(new Fault("columns", "at least one", "", "Map a field to a column."));
            }
            faults.refuseIfAny("host table");
            return new HostTable(this);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }

    /** The name as it was given: the origin's system of what was found in the table. */
    String name() {
        return name;
    }

    List<HostColumn<?>> columns() {
        return columns;
    }

    String key() {
        return key;
    }

    String quotedName() {
        return List.of(name.split("\\.", 2)).stream().map(HostTable::quoted).collect(Collectors.joining("."));
    }

    String columnNames() {
        return columns.stream().map(HostColumn::name).collect(Collectors.joining(", "));
    }

    /** What the database says of the columns; the key's comes last. Asked for once. */
    List<HostColumn.Kind> kinds(Connection connection) throws SQLException {
        List<HostColumn.Kind> known = kinds;
        if (known == null) {
            String sql = "select " + columnNames() + ", " + key + " from " + quotedName() + " where 1 = 0";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet none = statement.executeQuery()) {
                known = kinds(none.getMetaData());
            }
            kinds = known;
        }
        return known;
    }

    private static List<HostColumn.Kind> kinds(ResultSetMetaData columns) throws SQLException {
        List<HostColumn.Kind> kinds = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String type = columns.getColumnTypeName(i);
            boolean zoned = type.equalsIgnoreCase("timestamptz") || type.equalsIgnoreCase("TIMESTAMP WITH TIME ZONE");
            kinds.add(new HostColumn.Kind(columns.getColumnType(i), zoned));
        }
        return List.copyOf(kinds);
    }

    @Override
    public void reflect(Connection connection, List<Lead> leads) throws SQLException {
        Map<String, String> keys = keys(connection, leads);
        List<Lead> there = new ArrayList<>();
        List<Lead> fresh = new ArrayList<>();
        leads.forEach(lead -> (keys.containsKey(Cells.of(lead.id().value())) ? there : fresh).add(lead));
        update(connection, there, keys);
        insert(connection, fresh);
    }

    private Map<String, String> keys(Connection connection, List<Lead> leads) throws SQLException {
        Map<String, String> keys = new HashMap<>();
        new RoundTrip()
                .query(
                        "select lead, host_key from lead_host_row where host_table = ? and lead = any(?)",
                        row -> keys.put(row.getString(1), row.getString(2)),
                        name,
                        RoundTrip.any(leads.stream()
                                .map(lead -> Cells.of(lead.id().value()))
                                .toList()))
                .send(connection);
        return keys;
    }

    private void update(Connection connection, List<Lead> leads, Map<String, String> keys) throws SQLException {
        if (leads.isEmpty()) {
            return;
        }
        List<HostColumn.Kind> types = kinds(connection);
        String values = columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
        String sql = "update " + quotedName() + " set " + values + " where " + key + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Lead lead : leads) {
                write(statement, lead, types);
                String hostKey = keys.get(Cells.of(lead.id().value()));
                statement.setObject(
                        columns.size() + 1, hostKey, types.get(columns.size()).type());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(Connection connection, List<Lead> leads) throws SQLException {
        if (leads.isEmpty()) {
            return;
        }
        List<HostColumn.Kind> types = kinds(connection);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "insert into " + quotedName() + " (" + columnNames() + ") values (" + marks + ")";
        String keyColumn = key.substring(1, key.length() - 1);
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {keyColumn})) {
            for (Lead lead : leads) {
                write(statement, lead, types);
                statement.executeUpdate();
                try (ResultSet made = statement.getGeneratedKeys()) {
                    made.next();
                    link(connection, made.getString(1), Cells.of(lead.id().value()));
                }
            }
        }
    }

    private void write(PreparedStatement statement, Lead lead, List<HostColumn.Kind> types) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(statement, i + 1, lead, types.get(i));
        }
    }

    /** Keeps which row is which lead. */
    void link(Connection connection, String hostKey, String lead) throws SQLException {
        new RoundTrip()
                .update("insert into lead_host_row (host_table, host_key, lead) values (?, ?, ?)", name, hostKey, lead)
                .send(connection);
    }

    void unlink(Connection connection, String hostKey) throws SQLException {
        new RoundTrip()
                .update("delete from lead_host_row where host_table = ? and host_key = ?", name, hostKey)
                .send(connection);
    }
}

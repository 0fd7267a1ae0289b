package dev.leadkit.examples.jdbc.host;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the host: its values, and the fields of which it holds something that is no value.
 *
 * @param key its key
 * @param values the values of the mapped fields
 * @param faulty the names of the fields that could not be read
 */
record HostRow(String key, FieldValues values, Set<String> faulty) {

    /** The keys of the rows behind a key, in their order. */
    static List<String> keys(Connection connection, HostTable table, @Nullable String after, int most)
            throws SQLException {
        String sql = "select " + table.key() + " from " + table.quotedName()
                + (after == null ? "" : " where " + table.key() + " > ?") + " order by " + table.key() + " limit "
                + most;
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (after != null) {
                statement.setObject(1, after, keyType(connection, table));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    keys.add(found.getString(1));
                }
            }
        }
        return keys;
    }

    private static int keyType(Connection connection, HostTable table) throws SQLException {
        return table.kinds(connection).get(table.columns().size()).type();
    }

    /** The rows of these keys that are still there, in order; the keys are those that follow {@code after}. */
    static List<HostRow> among(Connection connection, HostTable table, @Nullable String after, List<String> keys)
            throws SQLException {
        String sql = "select " + table.columnNames() + ", " + table.key() + " from " + table.quotedName() + " where "
                + table.key() + " <= ?" + (after == null ? "" : " and " + table.key() + " > ?") + " order by "
                + table.key();
        int type = keyType(connection, table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, keys.get(keys.size() - 1), type);
            if (after != null) {
                statement.setObject(2, after, type);
            }
            return read(statement, table, table.kinds(connection), Set.copyOf(keys));
        }
    }

    private static List<HostRow> read(
            PreparedStatement statement, HostTable table, List<HostColumn.Kind> kinds, Set<String> keys)
            throws SQLException {
        List<HostRow> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                HostRow row = read(found, table, kinds);
                if (keys.contains(row.key())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static HostRow read(ResultSet row, HostTable table, List<HostColumn.Kind> kinds) throws SQLException {
        FieldValues.Builder values = FieldValues.builder();
        Set<String> faulty = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            HostColumn<?> column = table.columns().get(i);
            String text = column.read(row, i + 1, kinds.get(i));
            if (text != null && column.field().type().parse(text).isPresent()) {
                values.parse(column.field(), text);
            } else if (text != null) {
                faulty.add(column.field().name());
            }
        }
        return new HostRow(row.getString(table.columns().size() + 1), values.build(), faulty);
    }

    /** What it says of fields that may be captured; those that the library keeps are left out. */
    FieldValues captured(HostTable table) {
        FieldValues.Builder captured = FieldValues.builder();
        for (HostColumn<?> column : table.columns()) {
            if (!isKept(column.field())) {
                values.text(column.field().name()).ifPresent(text -> captured.parse(column.field(), text));
            }
        }
        return captured.build();
    }

    private static boolean isKept(Field<?> field) {
        return StandardFields.kept().stream().anyMatch(kept -> kept.name().equals(field.name()));
    }

    Optional<Stage> stage() {
        return values.text(StandardFields.STAGE.name()).map(Stage::new);
    }

    /** What it says differently from the lead; a cell that holds no value of its field says nothing. */
    FieldValues news(HostTable table, Lead lead) {
        FieldValues.Builder news = FieldValues.builder();
        for (HostColumn<?> column : table.columns()) {
            String field = column.field().name();
            Optional<String> here = values.text(field);
            boolean silent = isKept(column.field())
                    || faulty.contains(field)
                    || here.equals(lead.values().text(field));
            if (!silent && here.isPresent()) {
                news.parse(column.field(), here.get());
            } else if (!silent) {
                news.clear(field);
            }
        }
        return news.build();
    }
}

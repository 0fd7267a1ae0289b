package dev.leadkit.examples.jdbc.host;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Lead;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of the host and the field that it shows.
 *
 * @param field the field
 * @param name the column's name, checked and quoted
 * @param <T> the values' type
 */
record HostColumn<T>(Field<T> field, String name) {

    /** What the database says of a column: the JDBC type, and whether a moment in it has a zone. */
    record Kind(int type, boolean zoned) {

        boolean isMoment() {
            return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
        }
    }

    void write(PreparedStatement statement, int index, Lead lead, Kind kind) throws SQLException {
        Optional<T> value = lead.get(field);
        if (value.isEmpty()) {
            statement.setNull(index, kind.type());
        } else if (value.get() instanceof Instant moment && kind.isMoment()) {
            OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
            statement.setObject(index, kind.zoned() ? at : at.toLocalDateTime());
        } else if (value.get() instanceof BigDecimal
                || value.get() instanceof Boolean
                || value.get() instanceof LocalDate) {
            statement.setObject(index, value.get(), kind.type());
        } else {
            statement.setObject(index, field.type().format(value.get()), kind.type());
        }
    }

    /** The text form of what is in the column, or null if nothing is. Moments without a zone are in UTC. */
    @Nullable String read(ResultSet row, int index, Kind kind) throws SQLException {
        FieldType<T> type = field.type();
        if (type == FieldType.INSTANT) {
            return moment(row, index, kind);
        }
        if (type == FieldType.NUMBER) {
            BigDecimal number = row.getBigDecimal(index);
            return number == null
                    ? null
                    : FieldType.NUMBER
                            .canonical(number)
                            .map(BigDecimal::toPlainString)
                            .orElse("");
        }
        if (type == FieldType.FLAG) {
            boolean flag = row.getBoolean(index);
            return row.wasNull() ? null : String.valueOf(flag);
        }
        String text = row.getString(index);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String moment(ResultSet row, int index, Kind kind) throws SQLException {
        if (!kind.isMoment()) {
            return row.getString(index);
        }
        if (kind.zoned()) {
            OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
            return at == null ? null : at.toInstant().toString();
        }
        LocalDateTime at = row.getObject(index, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC).toString();
    }
}

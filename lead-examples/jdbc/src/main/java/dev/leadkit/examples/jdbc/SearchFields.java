package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Table;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that leads are looked for by. Their values stand in rows of their own, in the form that is compared. */
final class SearchFields {

    /** An index of PostgreSQL takes 2,700 bytes; what is longer is compared by its fingerprint. */
    private static final int LONGEST = 200;

    private static final Table ROWS = Table.of("lead_field", "lead varchar", "field varchar", "comparable varchar");

    private final List<Field<?>> fields;

    SearchFields(List<? extends Field<?>> fields) {
        this.fields = List.copyOf(fields);
    }

    private List<String> names() {
        return fields.stream().map(Field::name).sorted().toList();
    }

    /** The comparable form of what is looked for. */
    String wanted(LeadQuery.Where query) {
        Field<?> field = query.field();
        if (!fields.contains(field)) {
            throw new IllegalArgumentException(
                    "leads must be looked for by one of " + names() + ", was by " + field.name());
        }
        return wanted(field, query.value());
    }

    private static <T> String wanted(Field<T> field, String value) {
        return comparable(field.type(), field.type().parse(value).orElseThrow());
    }

    private static <T> String comparable(FieldType<T> type, T value) {
        Object key = type.key(value);
        String text = key instanceof BigDecimal number ? number.toPlainString() : key.toString();
        return text.length() > LONGEST ? "#" + Fingerprint.of(Fingerprint.MOST_BYTES, text) : "=" + Cells.of(text);
    }

    private static <T> Optional<String> comparable(Field<T> field, Lead lead) {
        return lead.get(field).map(value -> comparable(field.type(), value));
    }

    /** Puts the values of leads in place of those they had; leads that are new had none. */
    void write(List<Lead> fresh, List<Lead> changed, RoundTrip to) {
        if (!changed.isEmpty()) {
            List<String> ids =
                    changed.stream().map(lead -> Cells.of(lead.id().value())).toList();
            to.update("delete from lead_field where lead = any(?)", RoundTrip.any(ids));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (List<Lead> each : List.of(fresh, changed)) {
            for (Lead lead : each) {
                for (Field<?> field : fields) {
                    comparable(field, lead)
                            .ifPresent(value -> rows.add(
                                    new @Nullable Object[] {Cells.of(lead.id().value()), field.name(), value}));
                }
            }
        }
        to.insert(ROWS, rows);
    }
}

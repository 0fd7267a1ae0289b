package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Work;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The latest place of a lead, and how it ended; in a table the columns of {@link #COLUMNS}.
 *
 * @param place the place
 * @param ended how it ended, or empty if it is held, lapsed or not
 */
record PlaceRow(Place place, Optional<Settlement> ended) {

    static final String COLUMNS = "lead, token, state, rep, kind, units, until_at";
    static final String HELD = "state in ('reserved', 'committed')";

    /** The end of what has no end: an hour that no lease reaches. */
    static final BigDecimal NEVER = Cells.of(Instant.parse("9999-12-31T23:00:00Z"));

    private static final String COMMITTED = "committed";
    private static final String RESERVED = "reserved";

    static PlaceRow held(Place place) {
        return new PlaceRow(place, Optional.empty());
    }

    PlaceRow ended(Settlement how) {
        return new PlaceRow(place, Optional.of(how));
    }

    /** The cells after the first, which is the lead. */
    List<Object> cells() {
        String state = place.committed() ? COMMITTED : RESERVED;
        return List.of(
                place.token(),
                ended.map(how -> how.name().toLowerCase(Locale.ROOT)).orElse(state),
                Cells.of(place.rep().value()),
                Cells.of(place.work().kind()),
                place.work().units(),
                ended.isPresent() ? NEVER : place.until().map(Cells::of).orElse(NEVER));
    }

    /** Reads the columns, which begin at a number; empty if the lead never had a place. */
    static Optional<PlaceRow> read(ResultSet row, int from) throws SQLException {
        String state = row.getString(from + 2);
        if (row.getLong(from + 1) == 0) {
            return Optional.empty();
        }
        boolean held = state.equals(RESERVED) || state.equals(COMMITTED);
        BigDecimal until = row.getBigDecimal(from + 6);
        Place place = new Place(
                new LeadId(Cells.text(row.getString(from))),
                new RepId(Cells.text(row.getString(from + 3))),
                row.getLong(from + 1),
                new Work(Cells.text(row.getString(from + 4)), row.getInt(from + 5)),
                state.equals(COMMITTED),
                until.compareTo(NEVER) == 0 ? Optional.empty() : Optional.of(Cells.moment(until)));
        return Optional.of(new PlaceRow(
                place, held ? Optional.empty() : Optional.of(Settlement.valueOf(state.toUpperCase(Locale.ROOT)))));
    }
}

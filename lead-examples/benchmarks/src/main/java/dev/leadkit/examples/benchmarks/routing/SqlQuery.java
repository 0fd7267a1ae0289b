package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Rep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who can take a lead, as one query that is prepared once, on three tables with primary keys for it: the least loaded first. The territory is told
 * for nothing, and nothing is written, while the router keeps the place and moves the lags.
 */
final class SqlQuery implements AutoCloseable {

    private static final String QUERY = "select r.number from rep_territory t join rep r on r.number = t.rep"
            + " where t.territory = ? and not r.away and r.capacity - r.open_units >= ?"
            + " and exists (select 1 from rep_skill s where s.rep = r.number and s.skill = ? and s.level_of >= ?)"
            + " and exists (select 1 from rep_skill s where s.rep = r.number and s.skill = ? and s.level_of >= ?)"
            + " order by r.open_units, r.number";
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final PreparedStatement first;
    private final PreparedStatement all;

    /** Fills tables on a connection with reps who stand as the ledger says now. */
    SqlQuery(Connection connection, Market market, AssignmentLedger ledger) throws SQLException {
        this.connection = connection;
        execute("create table rep (number integer primary key, away boolean not null, capacity integer not null,"
                + " open_units integer not null)");
        execute("create table rep_territory (territory varchar(20) not null, rep integer not null,"
                + " primary key (territory, rep))");
        execute("create table rep_skill (rep integer not null, skill varchar(20) not null, level_of integer not null,"
                + " primary key (rep, skill))");
        connection.setAutoCommit(false);
        fill(market.staff(), ledger);
        connection.commit();
        connection.setAutoCommit(true);
        execute("analyze");
        all = connection.prepareStatement(QUERY);
        first = connection.prepareStatement(QUERY + " limit 1");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fill(Staff staff, AssignmentLedger ledger) throws SQLException {
        List<RepId> ids = staff.reps().stream().map(Rep::id).toList();
        List<Standing> standings = ledger.standings("market", ids);
        try (Rows reps = new Rows("insert into rep values (?, ?, ?, ?)");
                Rows territories = new Rows("insert into rep_territory values (?, ?)");
                Rows skills = new Rows("insert into rep_skill values (?, ?, ?)")) {
            for (int number = 0; number < ids.size(); number++) {
                Rep rep = staff.reps().get(number);
                reps.add(
                        number,
                        staff.isAway(number),
                        rep.capacity(),
                        standings.get(number).open());
                for (String territory : rep.territories()) {
                    territories.add(territory, number);
                }
                for (Map.Entry<String, Integer> skill : rep.skills().entrySet()) {
                    skills.add(number, skill.getKey(), skill.getValue());
                }
            }
        }
    }

    /** Inserts rows, many at a time. */
    private final class Rows implements AutoCloseable {

        private final PreparedStatement statement;
        private int waiting;

        private Rows(String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        private void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting % BATCH == 0) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }

    /** The number of the least loaded of those who can take the lead; negative if nobody can. */
    int first(Facts lead, String territory) throws SQLException {
        bind(first, lead, territory);
        try (ResultSet rows = first.executeQuery()) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    /** The numbers of all who can take the lead, in order. */
    List<Integer> eligible(Facts lead, String territory) throws SQLException {
        bind(all, lead, territory);
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        numbers.sort(null);
        return numbers;
    }

    private static void bind(PreparedStatement statement, Facts lead, String territory) throws SQLException {
        String product = lead.lead().get(Demand.PRODUCT).orElseThrow();
        statement.setString(1, territory);
        statement.setInt(2, Market.units(lead));
        statement.setString(3, product);
        statement.setInt(4, Market.level(Staff.productNumber(product)));
        statement.setString(5, lead.lead().get(Demand.LANGUAGE).orElseThrow());
        statement.setInt(6, 1);
    }

    @Override
    public void close() throws SQLException {
        first.close();
        all.close();
        connection.close();
    }
}

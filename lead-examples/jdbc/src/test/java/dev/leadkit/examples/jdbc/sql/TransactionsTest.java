package dev.leadkit.examples.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Transactions.Work;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is asked of a connection, on H2. */
final class TransactionsTest {

    private static final Set<String> TOLD = Set.of("commit", "rollback", "setSavepoint", "releaseSavepoint", "close");

    private final DataSource database = Databases.emptyH2();
    private final List<String> asked = new ArrayList<>();
    private boolean autoCommit = true;
    private String broken = "";

    @AfterEach
    void close() {
        Databases.close(database);
    }

    /** The database's connections, of which each call that matters is written down. */
    private DataSource told() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = (Connection) call(database, method, arguments);
            connection.setAutoCommit(autoCommit);
            return proxy(Connection.class, (each, parameters) -> {
                if (each.getName().equals("setAutoCommit")) {
                    asked.add("auto " + parameters[0]);
                } else if (TOLD.contains(each.getName())) {
                    asked.add(each.getName() + (parameters == null ? "" : " to"));
                }
                if (each.getName().equals(broken)) {
                    throw new SQLException("broken " + broken);
                }
                return call(connection, each, parameters);
            });
        });
    }

    /** What a call does. */
    private interface Handler {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                TransactionsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.answer(method, arguments)));
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Transactions own() {
        return Transactions.own(told());
    }

    /** The host's transaction, which has begun. */
    private Transactions host() throws SQLException {
        autoCommit = false;
        Connection connection = told().getConnection();
        return Transactions.host(() -> connection);
    }

    private static <R> Work<R> failing(Exception e) {
        return connection -> {
            if (e instanceof SQLException refused) {
                throw refused;
            }
            throw (RuntimeException) e;
        };
    }

    /** Settles after some tries. */
    private static Work<Optional<String>> after(int tries, int[] count) {
        return connection -> ++count[0] <= tries ? Optional.empty() : Optional.of("done");
    }

    @Test
    @DisplayName("whom the database picks to end a deadlock tries again, whom it refuses does not")
    void deadlock() {
        List<String> tries = new ArrayList<>();
        String result = own().settle(connection -> {
            tries.add("try");
            if (tries.size() < 3) {
                throw new SQLException("deadlock detected", "40P01");
            }
            return Optional.of("done");
        });
        assertThat(result).isEqualTo("done");
        assertThat(asked)
                .containsSubsequence("rollback", "rollback", "commit")
                .doesNotContainSequence("commit", "rollback");

        assertThatThrownBy(() -> own().settle(connection -> {
                    tries.add("try");
                    throw new SQLException("no such table", "42P01");
                }))
                .isInstanceOf(DatabaseException.class);
        assertThat(tries).hasSize(4);
    }

    @Test
    @DisplayName("Work is committed, and the connection is given back as it was")
    void run() {
        assertThat(own().<String>run(connection -> "done")).isEqualTo("done");
        assertThat(asked).containsExactly("auto false", "commit", "auto true", "close");
        asked.clear();
        autoCommit = false;
        assertThat(own().<String>run(connection -> "done")).isEqualTo("done");
        assertThat(asked).containsExactly("commit", "close");
    }

    @Test
    @DisplayName("Work that fails is undone, and the connection is given back as it was")
    void undone() {
        assertThatThrownBy(() -> own().run(failing(new SQLException("no", "42000"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("database refused, SQL state 42000");
        assertThat(asked).containsExactly("auto false", "rollback", "auto true", "close");
        asked.clear();
        assertThatThrownBy(() -> own().run(failing(new IllegalArgumentException("bad"))))
                .hasMessage("bad")
                .hasNoSuppressedExceptions();
        assertThat(asked).containsExactly("auto false", "rollback", "auto true", "close");
    }

    @Test
    @DisplayName("What went wrong first is told, with what went wrong because of it")
    void suppressed() {
        broken = "rollback";
        IllegalArgumentException bad = new IllegalArgumentException("bad");
        assertThatThrownBy(() -> own().run(failing(bad))).isSameAs(bad);
        assertThat(bad.getSuppressed()).extracting(Throwable::getMessage).containsExactly("broken rollback");
    }

    @Test
    @DisplayName("Reading begins a transaction only where connections are in one anyway, and ends it")
    void read() {
        assertThat(own().<String>read(connection -> "done")).isEqualTo("done");
        assertThat(asked).containsExactly("close");
        asked.clear();
        autoCommit = false;
        assertThat(own().<String>read(connection -> "done")).isEqualTo("done");
        assertThat(asked).containsExactly("commit", "close");
        assertThatThrownBy(() -> own().read(failing(new SQLException("no")))).isInstanceOf(DatabaseException.class);
    }

    @Test
    @DisplayName("What is not settled is undone and tried again, up to 100 times")
    void settled() {
        int[] count = {0};
        assertThat(own().settle(after(1, count))).isEqualTo("done");
        assertThat(asked).containsExactly("auto false", "rollback", "commit", "auto true", "close");
        count[0] = 0;
        assertThat(own().settle(after(99, count))).isEqualTo("done");
        count[0] = 0;
        asked.clear();
        assertThatIllegalStateException()
                .isThrownBy(() -> own().settle(after(100, count)))
                .withMessage("work must be settled within 100 tries, others were faster");
        assertThat(count[0]).isEqualTo(100);
        assertThat(asked).doesNotContain("commit").endsWith("rollback", "auto true", "close");
    }

    @Test
    @DisplayName("In the host's transaction what is not settled goes back to where it began, and nothing is committed")
    void hostSettled() throws SQLException {
        Transactions host = host();
        int[] count = {0};
        assertThat(host.settle(after(1, count))).isEqualTo("done");
        assertThat(asked)
                .containsExactly(
                        "setSavepoint", "rollback to", "releaseSavepoint to", "setSavepoint", "releaseSavepoint to");
        count[0] = 0;
        assertThat(host.settle(after(99, count))).isEqualTo("done");
        count[0] = 0;
        assertThatIllegalStateException().isThrownBy(() -> host.settle(after(100, count)));
        assertThat(count[0]).isEqualTo(100);
        assertThat(asked).doesNotContain("commit", "rollback", "close");
    }

    @Test
    @DisplayName("A connection that is in no transaction is read from, and refused for anything else")
    void hostWithout() throws SQLException {
        try (Connection connection = told().getConnection()) {
            Transactions host = Transactions.host(() -> connection);
            assertThat(host.<String>read(each -> "done")).isEqualTo("done");
            assertThatIllegalStateException()
                    .isThrownBy(() -> host.run(each -> "done"))
                    .withMessageContaining("was in auto-commit mode");
        }
    }

    @Test
    @DisplayName("In the host's transaction work that fails goes back to where it began, and the host is told")
    void hostUndone() throws SQLException {
        Transactions host = host();
        assertThat(host.<String>run(connection -> "done")).isEqualTo("done");
        assertThat(asked).containsExactly("setSavepoint", "releaseSavepoint to");
        asked.clear();
        assertThatThrownBy(() -> host.run(failing(new SQLException("no")))).isInstanceOf(DatabaseException.class);
        assertThat(asked).containsExactly("setSavepoint", "rollback to", "releaseSavepoint to");
        assertThat(host.<String>read(connection -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> host.read(failing(new SQLException("no")))).isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> host.run(failing(new IllegalArgumentException("bad"))))
                .hasMessage("bad");
    }
}

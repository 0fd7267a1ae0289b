package dev.leadkit.examples.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Hands out connections that break off after some calls, as if the process had been killed there. */
public final class DyingDataSource implements InvocationHandler {

    private static final Set<String> CALLS = Set.of(
            "getConnection",
            "setAutoCommit",
            "prepareStatement",
            "execute",
            "executeBatch",
            "setSavepoint",
            "releaseSavepoint",
            "commit",
            "rollback");

    private final Object real;
    private final int[] left;

    private DyingDataSource(Object real, int[] left) {
        this.real = real;
        this.left = left;
    }

    /** What is thrown instead of a call that does not come through. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Connections of a data source that break off after so many calls, all connections together. */
    public static DataSource of(DataSource real, int calls) {
        return proxy(DataSource.class, real, new int[] {calls});
    }

    private static <T> T proxy(Class<T> type, Object real, int[] left) {
        return type.cast(Proxy.newProxyInstance(
                DyingDataSource.class.getClassLoader(), new Class<?>[] {type}, new DyingDataSource(real, left)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (CALLS.contains(method.getName()) && left[0]-- <= 0) {
            breakOff();
            throw new Died();
        }
        try {
            return wrapped(method.invoke(real, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void breakOff() throws SQLException {
        if (real instanceof Connection connection && !connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.close();
        } else if (real instanceof PreparedStatement statement && !statement.isClosed()) {
            Connection connection = statement.getConnection();
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.close();
        }
    }

    private Object wrapped(Object result) {
        if (result instanceof Connection) {
            return proxy(Connection.class, result, left);
        }
        return result instanceof PreparedStatement ? proxy(PreparedStatement.class, result, left) : result;
    }
}

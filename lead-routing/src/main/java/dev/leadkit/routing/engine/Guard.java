package dev.leadkit.routing.engine;

import java.io.Serial;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where host code is called: whatever it does wrong gets its name. Checked exceptions are among it, because code in
 * Kotlin, Scala or Groovy throws them undeclared; only a virtual machine in need is not held up.
 */
final class Guard {

    private Guard() {}

    /** Host code failed; the message says which and how, without the words of the host's exception. */
    static final class Failure extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Failure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    static <T> T call(String what, Supplier<T> code) {
        @Nullable T result;
        try {
            result = code.get();
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            throw new Failure(what + " failed with " + e.getClass().getName(), e);
        }
        if (result == null) {
            throw new Failure(what + " gave nothing", null);
        }
        return result;
    }
}

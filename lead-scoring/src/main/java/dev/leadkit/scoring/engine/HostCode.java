package dev.leadkit.scoring.engine;

import dev.leadkit.fault.Fault;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where code of the host is called: what goes wrong there is named and goes no further. Checked exceptions are
 * among it, because code in Kotlin, Scala or Groovy throws them undeclared; only a virtual machine in need is not held up.
 */
final class HostCode {

    private HostCode() {}

    /**
     * Calls code of the host.
     *
     * @param path what is called, for the fault
     * @param call the call
     * @param problems told of a failure: by the exception's class, never by its message, which may hold personal data
     */
    static <T> Optional<T> call(String path, Supplier<? extends @Nullable T> call, Consumer<Fault> problems) {
        @Nullable T result;
        try {
            result = call.get();
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            problems.accept(fault(path, e.getClass().getName()));
            return Optional.empty();
        }
        if (result == null) {
            problems.accept(fault(path, "null"));
        }
        return Optional.ofNullable(result);
    }

    static Fault fault(String path, String was) {
        return new Fault(path, "code that gives an acceptable result", was, "It counts nothing.");
    }
}

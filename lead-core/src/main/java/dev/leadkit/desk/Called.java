package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place where the desk calls a host's code: what that throws goes no further than here. The store is
 * called so only where another exception of it is on its way already.
 */
record Called<T>(String what, Optional<T> value, Optional<Throwable> failure) {

    static <T> Called<T> of(String what, Supplier<T> call) {
        try {
            return new Called<>(what, Optional.of(requireNonNull(call.get(), "answer")), Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            return new Called<>(what, Optional.empty(), Optional.of(e));
        }
    }

    /** Names the kind of exception, not its message: that may hold personal data. */
    Optional<Fault> fault() {
        return failure.map(e -> new Fault(what, "able to answer", e.getClass().getName(), "It threw that exception."));
    }

    /** The result of a wish that cannot be granted without the answer. */
    <R> DeskResult<R> failed() {
        return new DeskResult.Failed<>(fault().orElseThrow(), failure.orElseThrow());
    }
}

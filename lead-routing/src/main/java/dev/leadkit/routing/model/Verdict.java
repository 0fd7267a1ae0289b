package dev.leadkit.routing.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a stage says of a rep: passes, or does not and why. Immutable if the reason's supplier is. */
public final class Verdict {

    private static final Verdict PASSES = new Verdict(null);

    private final @Nullable Supplier<String> reason;

    private Verdict(@Nullable Supplier<String> reason) {
        this.reason = reason;
    }

    /**
     * The rep passes.
     *
     * @return the verdict
     */
    public static Verdict pass() {
        return PASSES;
    }

    /**
     * The rep does not pass.
     *
     * @param reason why not, for a person; without personal data of the lead
     * @return the verdict
     */
    public static Verdict refuse(String reason) {
        return new Verdict(() -> reason);
    }

    /**
     * The rep does not pass, for a reason that is only put into words if somebody asks.
     *
     * @param reason puts it into words
     * @return the verdict
     */
    public static Verdict refuse(Supplier<String> reason) {
        return new Verdict(reason);
    }

    /**
     * Whether the rep passes.
     *
     * @return true if so
     */
    public boolean passes() {
        return reason == null;
    }

    /**
     * Why the rep does not pass.
     *
     * @return the reason in words, or empty if the rep passes
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason).map(Supplier::get);
    }

    @Override
    public String toString() {
        return reason().map(why -> "refused: " + why).orElse("passes");
    }
}

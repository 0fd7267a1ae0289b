package dev.leadkit.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which effects a worker wants to claim, and for how long. Immutable.
 *
 * @param now what time it is; effects that are due later wait
 * @param until when the claims lapse, after {@code now}
 * @param most how many effects at most, from 1 up
 * @param types the types of effects that the worker can carry out, at least one; empty for all
 */
public record ClaimRequest(Instant now, Instant until, int most, Optional<Set<String>> types) {

    /**
     * Makes a request.
     *
     * @param now what time it is
     * @param until when the claims lapse, after {@code now}
     * @param most how many effects at most, from 1 up
     * @param types the types that are wanted, at least one; empty for all
     */
    public ClaimRequest {
        requireNonNull(now, "now");
        if (most < 1 || !until.isAfter(now)) {
            throw new IllegalArgumentException("claim must end after it begins and have room for an effect, was " + now
                    + " to " + until + ", most " + most);
        }
        types = types.map(some -> Collections.unmodifiableSet(new TreeSet<>(some)));
        if (types.filter(Set::isEmpty).isPresent()) {
            throw new IllegalArgumentException("claim must be for at least one type, or for all, was for none");
        }
    }

    /**
     * Effects of all types.
     *
     * @param now what time it is; effects that are due later wait
     * @param until when the claims lapse
     * @param most how many effects at most
     * @return the request
     * @throws IllegalArgumentException if {@code until} is not after {@code now}, or {@code most} is not positive
     */
    public static ClaimRequest of(Instant now, Instant until, int most) {
        return new ClaimRequest(now, until, most, Optional.empty());
    }

    /**
     * The same for a worker that does not know all types: effects of others stay as they are, for those who do.
     *
     * @param wanted the types that it can carry out
     * @return a request
     * @throws IllegalArgumentException if there are none
     */
    public ClaimRequest only(Collection<String> wanted) {
        return new ClaimRequest(now, until, most, Optional.of(new TreeSet<>(wanted)));
    }

    /**
     * Whether effects of a type are wanted.
     *
     * @param type the type
     * @return true if it is one of these types, or all are wanted
     */
    public boolean wants(String type) {
        return types.map(some -> some.contains(type)).orElse(true);
    }
}

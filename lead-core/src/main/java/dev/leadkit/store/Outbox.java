package dev.leadkit.store;

import java.time.Instant;
import java.util.List;

/**
 * Effects that went in with commits and wait to be carried out. A worker claims some, carries them out, and completes each; if
 * it dies, the claims lapse and another worker gets them. Whoever carries out an effect should hand its identifier on to
 * the system that does the work, because a worker may die between the work and the completion.
 */
public interface Outbox {

    /**
     * Takes effects that are due and that nobody else has claimed, for a while. Two workers who claim at the same moment
     * never get the same effect.
     *
     * @param request which effects, and for how long
     * @return the effects, those first that are free the longest: since they are due, since the time that they were postponed to,
     *     or since their last claim lapsed; so one that fails again and again keeps no other waiting
     */
    List<Claim> claim(ClaimRequest request);

    /**
     * Takes effects of all types.
     *
     * @param now what time it is; effects that are due later wait
     * @param until when the claims lapse, after {@code now}
     * @param most how many effects at most, from 1 up
     * @return the effects, as of {@link #claim(ClaimRequest)}
     * @throws IllegalArgumentException if {@code until} is not after {@code now}, or {@code most} is not positive
     */
    default List<Claim> claim(Instant now, Instant until, int most) {
        return claim(ClaimRequest.of(now, until, most));
    }

    /**
     * Says that an effect was carried out: nobody gets it again.
     *
     * @param claim the claim under which it was carried out
     * @return true if it is complete now; false if somebody else has claimed or completed it since, so that this worker came
     *     too late
     */
    boolean complete(Claim claim);

    /**
     * Gives an effect back that was not tried: its time has not come.
     *
     * @param claim the claim
     * @param dueAt when to try, at the earliest
     * @return true if it is given back; false if somebody else has claimed or completed it since
     */
    boolean postpone(Claim claim, Instant dueAt);

    /**
     * Gives an effect back that was tried in vain: its next claim knows of one {@linkplain Claim#failures() failure} more.
     *
     * @param claim the claim
     * @param dueAt when to try again, at the earliest
     * @return true if it is given back, and the claim is over; false if it was over before, or somebody else has claimed or
     *     completed it since
     */
    boolean failed(Claim claim, Instant dueAt);
}

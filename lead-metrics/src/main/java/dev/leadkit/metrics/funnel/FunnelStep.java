package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.io.Serializable;

/**
 * A step of a funnel: something that a lead does or that is done for it, once or often. Implementations are immutable, thread-safe,
 * serializable and equal by what they match.
 */
public interface FunnelStep extends Serializable {

    /**
     * What it is called, in definitions and in results.
     *
     * @return a few words; two steps of one label match the same events
     */
    String label();

    /**
     * Whether an event takes this step.
     *
     * @param event one of the lead's events
     * @param facts the lead's facts
     * @return true if it does, by these two alone
     */
    boolean isTakenBy(FactEvent event, LeadFacts facts);

    /**
     * The lead came: {@link LeadFacts#captured()}.
     *
     * @return the step {@code captured}
     */
    static FunnelStep captured() {
        return Happened.CAPTURED;
    }

    /**
     * The person came, or came again.
     *
     * @return the step {@code submitted}
     */
    static FunnelStep submitted() {
        return Happened.SUBMITTED;
    }

    /**
     * The lead entered a stage, by whatever kind of event.
     *
     * @param stage the stage
     * @return the step, named after the stage; {@code stage:lost} where another step has that name
     */
    static FunnelStep entered(Stage stage) {
        return new Happened.Entering(stage);
    }

    /**
     * Our marketing reached the person, by any channel.
     *
     * @return the step {@code touched}
     */
    static FunnelStep touched() {
        return Happened.TOUCHED;
    }

    /**
     * Our marketing reached the person by one channel.
     *
     * @param channel the channel or campaign, as touches name it
     * @return the step, such as {@code touched:mail}
     */
    static FunnelStep touched(String channel) {
        return new Happened.TouchedBy(channel);
    }

    /**
     * A human on our side contacted the person.
     *
     * @return the step {@code responded}
     */
    static FunnelStep responded() {
        return Happened.RESPONDED;
    }

    /**
     * The lead was handed to a rep.
     *
     * @return the step {@code owned}
     */
    static FunnelStep owned() {
        return Happened.OWNED;
    }

    /**
     * The lead became a customer: {@link LeadFacts#converted()}, the first conversion that was not voided.
     *
     * @return the step {@code converted}
     */
    static FunnelStep converted() {
        return Happened.CONVERTED;
    }

    /**
     * The lead was given up, for good or not.
     *
     * @return the step {@code lost}
     */
    static FunnelStep lost() {
        return Happened.LOST;
    }

    /**
     * A lead that was given up is worked again.
     *
     * @return the step {@code reopened}
     */
    static FunnelStep reopened() {
        return Happened.REOPENED;
    }
}

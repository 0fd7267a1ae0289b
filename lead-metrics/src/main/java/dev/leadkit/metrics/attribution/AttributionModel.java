package dev.leadkit.metrics.attribution;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * How the credit for one conversion is shared among the touches before it. The built-in models are here; a host may write its own.
 * Implementations are immutable, thread-safe, equal by content, and pure: equal journeys give equal weights.
 */
public interface AttributionModel extends Serializable {

    /**
     * How definitions write it, with all parameters; two models of one identifier share credit in the same way. Texts in it that are
     * not its own are written as {@link Definition#text} has them.
     *
     * @return such as {@code linear} or {@code time-decay:PT168H}
     */
    String id();

    /**
     * What each touch weighs; the credit is shared in proportion.
     *
     * @param journey the touches before one conversion, at least one
     * @return one weight for each touch, in their order; each 0 or more, at least one above 0
     */
    long[] weights(Journey journey);

    /**
     * All credit to the first touch in the window.
     *
     * @return the model {@code first}
     */
    static AttributionModel first() {
        return ByPlace.FIRST;
    }

    /**
     * All credit to the last touch before the conversion.
     *
     * @return the model {@code last}
     */
    static AttributionModel last() {
        return ByPlace.LAST;
    }

    /**
     * All credit to the last touch that was not direct; to the last one if all were.
     *
     * @param direct what the channel is called that says nothing of where the person came from
     * @return the model {@code last-non-direct}
     */
    static AttributionModel lastNonDirect(String direct) {
        return new LastNonDirect(direct);
    }

    /**
     * The same credit to each touch.
     *
     * @return the model {@code linear}
     */
    static AttributionModel linear() {
        return ByPlace.LINEAR;
    }

    /**
     * U: 40 % each to the first and the last touch, 20 % to those between, in equal parts. Two touches have half each, one has all.
     *
     * @return the model {@code u}
     */
    static AttributionModel u() {
        return ByPlace.U;
    }

    /**
     * W: 30 % each to the first touch, the last touch up to the capture, and the last touch up to the first entry into an opportunity
     * stage; 10 % to the others in equal parts. A touch that is several of these has their sum. What is not there (no touch before the
     * capture, no opportunity before the conversion, no others) leaves its part to the rest in proportion.
     *
     * @param opportunity the stages that make an opportunity; at least one
     * @return the model {@code w}
     */
    static AttributionModel w(Set<Stage> opportunity) {
        return new WShape(opportunity);
    }

    /**
     * Half the credit for every half-life that a touch is older than the newest one, {@code 2^(-age / halfLife)}: the newest always has
     * some, however long before the conversion it was. Ages in whole seconds.
     *
     * @param halfLife in which time the weight falls to half; whole seconds from 1
     * @return the model {@code time-decay}
     */
    static AttributionModel timeDecay(Duration halfLife) {
        return new TimeDecay(halfLife);
    }
}

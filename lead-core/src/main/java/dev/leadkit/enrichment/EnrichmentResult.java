package dev.leadkit.enrichment;

import dev.leadkit.event.Effect;
import dev.leadkit.event.Enriched;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.CommitResult;
import java.time.Instant;

/** What became of asking one provider about one lead. */
public sealed interface EnrichmentResult {

    /**
     * Which lead.
     *
     * @return its identifier
     */
    LeadId lead();

    /**
     * Which provider.
     *
     * @return its name
     */
    String provider();

    /** Why a provider was not asked. */
    enum Reason {
        /** There is no such lead. */
        NO_SUCH_LEAD,
        /** The lead's personal data was erased since it was asked for: the effect is complete. */
        ERASED,
        /** There is no provider of that name here; the claim is left as it is. */
        UNKNOWN_PROVIDER,
        /** The effect is none any more: its provider has answered since, or what is known of the lead asks for another one. */
        ANSWERED,
        /** The lead has all that the provider could fill. */
        NOTHING_WANTED,
        /** The host's condition says that it is not worth asking. */
        NOT_WORTH_ASKING,
        /** The provider answered about this lead not long ago. */
        ASKED_LATELY,
        /** The lead has as many events as a store keeps: an answer could not be kept. */
        HISTORY_FULL,
        /** Another thread of this enrichment is asking the same just now. */
        BEING_ASKED,
        /** The claim would lapse before the call's deadline: it is given back. */
        NO_TIME_LEFT,
        /** The budget has no call left. */
        BUDGET_SPENT,
        /** The provider had no credit or was not available for a lead before this one. */
        PROVIDER_WAITS
    }

    /** Why a provider that was asked did not answer. Nothing was paid and nothing is recorded. */
    enum Silence {
        /** It has no credit for us. */
        NO_CREDIT,
        /** It is not available. */
        UNAVAILABLE
    }

    /**
     * The provider answered, and the answer is in the store.
     *
     * @param event what was taken over; without values if the provider knows nothing that is wanted
     * @param version the lead's version from now on
     * @param late whether the answer came after its deadline
     */
    record Recorded(Enriched event, long version, boolean late) implements EnrichmentResult {
        @Override
        public LeadId lead() {
            return event.leadId();
        }

        @Override
        public String provider() {
            return event.provider();
        }
    }

    /**
     * The provider answered, but the store took no answer: keep the event, and {@linkplain LeadEnrichment#record record} it
     * later.
     *
     * @param event what could be taken over
     * @param refusal why the store did not take it: a conflict a hundred times over, or a full history
     */
    record NotRecorded(Enriched event, CommitResult refusal) implements EnrichmentResult {
        @Override
        public LeadId lead() {
            return event.leadId();
        }

        @Override
        public String provider() {
            return event.provider();
        }
    }

    /**
     * It is in the outbox that the provider shall be asked: now, or, if that was postponed before, when it is due again.
     *
     * @param effect the effect; the same one if it was there already
     * @param provider which provider
     */
    record Requested(Effect effect, String provider) implements EnrichmentResult {
        @Override
        public LeadId lead() {
            return effect.lead();
        }
    }

    /**
     * The provider was not asked.
     *
     * @param lead which lead
     * @param provider which provider
     * @param reason why not
     */
    record NotAsked(LeadId lead, String provider, Reason reason) implements EnrichmentResult {}

    /**
     * The provider was asked and did not answer.
     *
     * @param lead which lead
     * @param provider which provider
     * @param silence why
     * @param tryAt when to try again, at the earliest
     */
    record NoAnswer(LeadId lead, String provider, Silence silence, Instant tryAt) implements EnrichmentResult {}

    /**
     * The host's code threw: the provider, the budget or the condition.
     *
     * @param lead which lead
     * @param provider which provider
     * @param fault what threw, without its message, which may hold personal data
     * @param failure what it threw
     */
    record Failed(LeadId lead, String provider, Fault fault, Throwable failure) implements EnrichmentResult {
        /** Without the words of what was thrown. */
        @Override
        public String toString() {
            return "Failed[" + lead + ", " + fault + "]";
        }
    }
}

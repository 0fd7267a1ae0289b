package dev.leadkit.scoring.review;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.port.LeadScorer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a lead's score would be if something were different: other values, another stage, more or fewer interactions. Nothing is
 * stored; what is supposed is told to the scorer as events that occurred at the moment of the score, after all that is known. Immutable:
 * every step gives a new supposition.
 *
 * <pre>{@code
 * WhatIf.of(history, now).set(COUNTRY, "DE").did(Interaction.inbound("demo.requested"), Duration.ZERO).score(engine)
 * }</pre>
 */
public final class WhatIf {

    /** Sorts behind every identifier that begins with a letter or digit; those at the very moment are looked at, too. */
    private static final String LAST = "~what-if";

    private static final Origin ORIGIN = new Origin("what-if", "what-if", false);

    private final LeadHistory known;
    private final LeadHistory supposed;
    private final Instant asOf;

    private WhatIf(LeadHistory known, LeadHistory supposed, Instant asOf) {
        this.known = known;
        this.supposed = supposed;
        this.asOf = asOf;
    }

    /**
     * Two scores and how they differ.
     *
     * @param before the score as it is
     * @param after the score as it would be
     */
    public record Outcome(Score before, Score after) {

        /**
         * How much the total would change.
         *
         * @return the later total minus the earlier one
         */
        public Points change() {
            return after.total().minus(before.total());
        }

        /**
         * What would change, rule by rule; the changes sum exactly to {@link #change()}.
         *
         * @return for each dimension, rule and kind of contribution whose points would be others the difference, in the order
         *     of the scores; what only the later one has stands last
         */
        public List<Contribution> changes() {
            Map<Contribution, Points> sums = new LinkedHashMap<>();
            before.contributions().forEach(part -> sums.merge(place(part), negative(part.points()), Points::plus));
            after.contributions().forEach(part -> sums.merge(place(part), part.points(), Points::plus));
            return sums.entrySet().stream()
                    .filter(each -> each.getValue().units() != 0)
                    .map(each -> new Contribution(
                            each.getKey().dimension(),
                            each.getKey().rule(),
                            each.getKey().kind(),
                            each.getValue()))
                    .toList();
        }

        private static Contribution place(Contribution part) {
            return new Contribution(part.dimension(), part.rule(), part.kind(), Points.ZERO);
        }

        private static Points negative(Points points) {
            return Points.ZERO.minus(points);
        }
    }

    /**
     * Begins with a lead as it is.
     *
     * @param history its events
     * @param asOf the moment that is scored
     * @return the supposition that nothing is different
     */
    public static WhatIf of(LeadHistory history, Instant asOf) {
        requireNonNull(asOf, "asOf");
        LeadHistory known = history.until(asOf);
        return new WhatIf(known, known, asOf);
    }

    /**
     * Supposes that a field had a value.
     *
     * @param field the field, other than those that the library keeps itself
     * @param value the value
     * @param <T> the field's type
     * @return the new supposition
     */
    public <T> WhatIf set(Field<T> field, T value) {
        return with(FieldValues.builder().set(field, value).build());
    }

    /**
     * Supposes that a field had no value.
     *
     * @param field the field, other than those that the library keeps itself
     * @return the new supposition
     */
    public WhatIf clear(Field<?> field) {
        return with(FieldValues.builder().clear(field.name()).build());
    }

    private WhatIf with(FieldValues values) {
        return with(Updated.of(header(asOf), ORIGIN, values));
    }

    /**
     * Supposes that the lead had just entered a stage.
     *
     * @param stage the stage
     * @return the new supposition
     */
    public WhatIf stage(Stage stage) {
        Stage from = supposed.lead().stage().orElse(stage);
        return with(new StageMoved(header(asOf), from, stage, "what-if"));
    }

    /**
     * Supposes one more interaction.
     *
     * @param interaction what it was
     * @param ago how long before the moment, not negative
     * @return the new supposition
     */
    public WhatIf did(Interaction interaction, Duration ago) {
        if (ago.isNegative()) {
            throw new IllegalArgumentException("ago must not be negative, was " + ago);
        }
        return with(new Interacted(header(asOf.minus(ago)), interaction));
    }

    /**
     * Supposes that interactions had not been.
     *
     * @param filter which ones
     * @return the new supposition
     */
    public WhatIf without(InteractionFilter filter) {
        return only(event ->
                !(event instanceof Interacted done) || filter.evaluate(done.interaction(), fault -> {}) != Truth.TRUE);
    }

    /**
     * Supposes that an event had not been.
     *
     * @param id which one; nothing changes where there is none of this identifier
     * @return the new supposition
     */
    public WhatIf without(EventId id) {
        return only(event -> !event.id().equals(id));
    }

    private WhatIf only(Predicate<LeadEvent> kept) {
        List<LeadEvent> events = supposed.events().stream().filter(kept).toList();
        return new WhatIf(known, LeadHistory.of(known.id(), events), asOf);
    }

    private WhatIf with(LeadEvent event) {
        return new WhatIf(known, supposed.plus(event), asOf);
    }

    /** Later than all that occurred at that instant, and told apart from all else. */
    private EventHeader header(Instant at) {
        Set<String> taken = new TreeSet<>();
        String id = LAST;
        for (LeadEvent event : supposed.events()) {
            String other = event.id().value();
            taken.add(other);
            id = event.occurredAt().equals(at) && other.compareTo(id) >= 0 ? other + "~" : id;
        }
        while (taken.contains(id)) {
            id += "~";
        }
        return new EventHeader(new EventId(id), known.id(), at, at);
    }

    /**
     * The lead as it is supposed to be.
     *
     * @return its events up to the moment, and the supposed ones
     */
    public LeadHistory history() {
        return supposed;
    }

    /**
     * Scores the lead as it is and as it is supposed to be.
     *
     * @param scorer the scorer
     * @return both scores
     */
    public Outcome score(LeadScorer scorer) {
        return new Outcome(scorer.score(known, asOf), scorer.score(supposed, asOf));
    }
}

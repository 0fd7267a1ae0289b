package dev.leadkit.metrics.facts;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What KPIs need to know of one lead, without personal data: its events in order, each once, and the ones among them that figures
 * are made of. The same events give equal facts, in whatever order and however often they came. Immutable, thread-safe, equal by
 * content.
 *
 * <p>If no submission said when the lead came, the lead is <em>undated</em>: the instants here are then those of an import and
 * say nothing about durations or months, and time-based KPIs leave the lead out.
 */
public final class LeadFacts {

    /** Why a time-based KPI leaves a lead out. */
    public static final String UNDATED = "undated lead";

    private final LeadId lead;
    private final int records;
    private final List<FactEvent> events;
    private final Map<DataFault, Integer> faults;
    private final Optional<FactEvent> captured;
    private final Optional<FactEvent> responded;
    private final Optional<FactEvent> converted;
    private final Optional<FactEvent> lost;
    private final List<StageEntry> entries;
    private final List<Episode> episodes;
    private final @Nullable String source;
    private final FieldValues values;
    private final Optional<FactEvent> decisive;

    LeadFacts(LeadId lead, int records, FactsFold fold) {
        this.lead = requireNonNull(lead, "lead");
        this.records = records;
        this.events = fold.events();
        this.faults = fold.faults();
        this.captured = fold.captured();
        this.responded = fold.responded();
        this.converted = fold.converted();
        this.lost = fold.lost();
        this.entries = fold.entries();
        this.episodes = fold.episodes();
        this.source = fold.source();
        this.values = fold.values();
        this.decisive = fold.decisive();
    }

    /**
     * Derives the facts from everything that happened. For figures as of a moment, hand in {@link LeadHistory#until} it.
     *
     * @param history everything that happened to the lead
     * @return the facts
     */
    public static LeadFacts of(LeadHistory history) {
        return of(history, score -> Optional.empty());
    }

    /**
     * Derives the facts from everything that happened, with the chance of a conversion that each score was worth. Only so can
     * the forecast, the calibration and the observed against the expected be told of leads that LeadKit's own scores stand for.
     *
     * @param history everything that happened to the lead
     * @param chances the chance that a score tells, from 0 to 1, such as a learned scorecard's; empty where it tells none. It
     *     must say the same each time
     * @return the facts
     */
    public static LeadFacts of(LeadHistory history, Function<? super Score, Optional<BigDecimal>> chances) {
        return of(history.id(), new FactEvents(chances).of(history));
    }

    /**
     * Derives the facts from events.
     *
     * @param lead which lead
     * @param events its events in any order; one that comes twice counts once
     * @return the facts
     */
    public static LeadFacts of(LeadId lead, Collection<FactEvent> events) {
        return of(lead, 1, events);
    }

    /**
     * Derives the facts of a lead and its merged duplicates.
     *
     * @param lead which lead, after all merges
     * @param records of how many records it is made, at least 1
     * @param events all their events in any order; one that comes twice counts once
     * @return the facts
     */
    public static LeadFacts of(LeadId lead, int records, Collection<FactEvent> events) {
        if (records < 1) {
            throw new IllegalArgumentException("records must be at least 1, was " + records);
        }
        return new LeadFacts(lead, records, FactsFold.of(events));
    }

    /**
     * Which lead.
     *
     * @return its identifier after all merges
     */
    public LeadId lead() {
        return lead;
    }

    /**
     * Of how many records it is made.
     *
     * @return 1, and 1 more for each duplicate that was merged into it
     */
    public int records() {
        return records;
    }

    /**
     * Everything that counts, in order.
     *
     * @return the events without those that {@link #faults()} says count for nothing; unmodifiable
     */
    public List<FactEvent> events() {
        return events;
    }

    /**
     * What is wrong with the events.
     *
     * @return how many events have each fault; faults that none has are not there
     */
    public Map<DataFault, Integer> faults() {
        return faults;
    }

    /**
     * When the lead came: its earliest submission that said when it was made.
     *
     * @return the submission, or empty for an undated lead
     */
    public Optional<FactEvent> captured() {
        return captured;
    }

    /**
     * The first answer: the first contact by a human on our side that was not before the capture.
     *
     * @return the contact, or empty while there is none
     */
    public Optional<FactEvent> responded() {
        return responded;
    }

    /**
     * The first conversion that was not voided.
     *
     * @return the conversion, or empty if there is none
     */
    public Optional<FactEvent> converted() {
        return converted;
    }

    /**
     * The latest loss after which the lead was not taken up again.
     *
     * @return the loss, or empty if there is none
     */
    public Optional<FactEvent> lost() {
        return lost;
    }

    /**
     * Whether the lead became a customer.
     *
     * @return true if it has a conversion that was not voided
     */
    public boolean isConverted() {
        return converted.isPresent();
    }

    /**
     * Every stage that the lead entered, each as often as it did.
     *
     * @return the entries in order; unmodifiable
     */
    public List<StageEntry> entries() {
        return entries;
    }

    /**
     * The times in which somebody waited for our answer.
     *
     * @return the episodes in order; none for an undated lead that was never opened again; unmodifiable
     */
    public List<Episode> episodes() {
        return episodes;
    }

    /**
     * The first source that was told (the first touch); later submissions do not change it.
     *
     * @return the source, or empty if none was told
     */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /**
     * The latest values of all fields that are not personal data.
     *
     * @return the values
     */
    public FieldValues values() {
        return values;
    }

    /**
     * The score that the first decision was taken with: the latest at or before the first decision. The first decision is the first
     * time that the lead was handed to a rep or a queue; on a dated lead it is the conversion or the loss if that was earlier, since
     * a score that was computed when the outcome was known proves nothing; without either, it is now. Of several scores at one
     * instant the one with the greatest event identifier counts.
     *
     * @return what scored it, or empty if nothing did in time
     */
    public Optional<FactEvent> decisive() {
        return decisive;
    }

    /**
     * The total of {@link #decisive()}.
     *
     * @return the points, or empty if nothing scored the lead in time
     */
    public Optional<Points> decisionScore() {
        return decisive.map(event -> ((Occurrence.Scored) event.what()).total());
    }

    /**
     * The probability of {@link #decisive()}.
     *
     * @return from 0 to 1, or empty if none was told in time
     */
    public Optional<BigDecimal> decisionProbability() {
        return decisive.flatMap(event -> ((Occurrence.Scored) event.what()).probability());
    }

    /**
     * What the lead is worth: the value of its conversion, or else the latest that was told of its opportunity.
     *
     * @return the value, or empty if none was told
     */
    public Optional<Money> value() {
        Optional<Money> won = converted.flatMap(event -> ((Occurrence.Converted) event.what()).value());
        return won.isPresent() ? won : priced();
    }

    private Optional<Money> priced() {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).what() instanceof Occurrence.Priced priced) {
                return Optional.of(priced.value());
            }
        }
        return Optional.empty();
    }

    /**
     * When the lead first entered any of some stages.
     *
     * @param stages which stages
     * @return the earliest entry, or empty if it entered none of them
     */
    public Optional<FactEvent> firstReached(Collection<Stage> stages) {
        for (StageEntry entry : entries) {
            if (stages.contains(entry.stage())) {
                return Optional.of(entry.event());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LeadFacts that
                        && records == that.records
                        && lead.equals(that.lead)
                        && events.equals(that.events)
                        && faults.equals(that.faults));
    }

    @Override
    public int hashCode() {
        return 31 * lead.hashCode() + events.hashCode();
    }

    /** Shows no values. */
    @Override
    public String toString() {
        return "LeadFacts[" + lead + ", events " + events.size() + ", faults " + Collections.unmodifiableMap(faults)
                + "]";
    }
}

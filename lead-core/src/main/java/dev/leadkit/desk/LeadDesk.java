package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import dev.leadkit.port.Placement;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The front door: everything that an application does with a lead. Immutable and thread-safe if its parts are.
 *
 * <p>What goes wrong is a result, not an exception: a move that is not allowed, a lead that somebody else changed
 * meanwhile, a scorer or router that throws. Only what the store itself throws (a lost connection, say) goes through to
 * the caller, so that the caller's transaction can end as it must.
 *
 * <p>What is told from outside (a submission, an interaction, a stage with {@linkplain #at its moment}) may be told any
 * number of times: it happens once. The clock is read once for each call, to the microsecond.
 */
public final class LeadDesk {

    private final Wiring wiring;
    private final Optional<Instant> told;

    LeadDesk(Wiring wiring, Optional<Instant> told) {
        this.wiring = wiring;
        this.told = told;
    }

    /**
     * Starts a desk.
     *
     * @param store where leads are kept
     * @param clock what time it is: {@link InstantSource#system()} in an application, a fixed or a settable one in a test
     * @return a new builder
     */
    public static LeadDeskBuilder builder(LeadStore store, InstantSource clock) {
        return new LeadDeskBuilder(store, clock);
    }

    /**
     * The same desk at a known moment, for what happened then (imports of the past) and for looking back: what it is told
     * without a time of its own happened at that moment, and what it reads is as it was then. When it was recorded is
     * still the clock's to say.
     *
     * @param moment the moment, within the years 1 to 9999
     * @return a desk on the same store
     */
    public LeadDesk at(Instant moment) {
        if (!EventHeader.isInRange(moment)) {
            throw new IllegalArgumentException("moment must be within the years 1 to 9999");
        }
        return new LeadDesk(wiring, Optional.of(moment));
    }

    private Moment moment() {
        return wiring.moment(told);
    }

    /**
     * Takes a submission in. It becomes a new lead with the identifier {@link LeadId#derived} from its system and external
     * identifier, unless the same record was taken in before or one of its match keys (by default its e-mail address)
     * leads to a lead: then it is merged into that lead, in whatever stage that is. A record stays with its lead even if
     * its keys lead elsewhere later; a warning says so.
     *
     * <p>The same submission again changes nothing and gives its first outcome. When somebody else changes the lead, or
     * takes in the same person, at the same moment, this decides again on what is there then, up to 100 times, so that a
     * race loses no submission.
     *
     * <p>What the later submission says replaces what the earlier one said, by when they happened and not by when they were
     * told; of two that happened at one instant the event's identifier decides, which is the same in whatever order they came.
     *
     * @param submission what was handed in
     * @return accepted, merged, quarantined (no mapping, faulty values, a mapping that throws, a time out of the years 1 to
     *     9999: kept in the store's {@link LeadStore#quarantine()}) or refused (the lead's history is full; not kept)
     */
    public CaptureOutcome capture(Submission submission) {
        return capture(submission, Optional.empty());
    }

    /**
     * Takes a submission in under a key that the caller chose for this attempt and its repetitions: a double click, or a
     * retry after a lost answer. The key is reserved in the same commit as what comes of the submission.
     *
     * @param submission what was handed in
     * @param idempotencyKey the key, not blank, at most 255 characters; not personal data. Best made with the form, not
     *     with the request
     * @return as of {@link #capture(Submission)}; for a repetition the first outcome, whatever happened since; refused if the
     *     key was used with another submission
     * @throws IllegalArgumentException if the key is blank or too long
     */
    public CaptureOutcome capture(Submission submission, String idempotencyKey) {
        return capture(submission, Optional.of(idempotencyKey));
    }

    private CaptureOutcome capture(Submission submission, Optional<String> key) {
        return Intake.capture(wiring, List.of(handed(submission, key, moment())))
                .get(0);
    }

    /**
     * Takes many submissions in, with few questions to the store: this is how files are imported. What becomes of them is what
     * would become of them one after the other: each is recorded a microsecond after the one before it, so that of two
     * without a time of their own the later one holds. Only the feed may have the events of different leads in another
     * order.
     *
     * @param submissions what was handed in
     * @return one outcome for each, in the same order
     */
    public List<CaptureOutcome> captureAll(List<Submission> submissions) {
        Moment moment = moment();
        List<Handed> all = new ArrayList<>();
        for (Submission each : submissions) {
            all.add(handed(each, Optional.empty(), moment.steps(all.size())));
        }
        return Intake.capture(wiring, all);
    }

    private Handed handed(Submission submission, Optional<String> key, Moment moment) {
        return new Handed(
                submission, key, moment.told(submission.occurredAt()), moment.recordedAt(), wiring.retention());
    }

    /**
     * Takes a submission out of quarantine and in again, corrected; or as it was, if the mapping is better now. What
     * becomes of it goes in before it leaves the quarantine, so that nothing is lost in between; a crash in between is
     * mended by doing it again. One without a time of its own stands at the moment when it came in first, and is kept no
     * longer than it would have been, so that an old submission that was mended late replaces nothing newer.
     *
     * @param number its number in the store's {@link LeadStore#quarantine()}
     * @param correction makes a better submission of it
     * @return as of {@link #capture(Submission)}; empty if there is no such item. One that is not good enough yet stays in
     *     quarantine, as corrected
     */
    public Optional<CaptureOutcome> resubmit(long number, UnaryOperator<Submission> correction) {
        Quarantine quarantine = wiring.store().quarantine();
        return quarantine.find(number).map(item -> {
            Submission before = item.content().submission();
            Submission corrected = correction.apply(before);
            CaptureOutcome outcome =
                    Intake.capture(wiring, List.of(again(item, corrected))).get(0);
            boolean stays = outcome instanceof CaptureOutcome.Refused
                    || (outcome instanceof CaptureOutcome.Quarantined && corrected.equals(before));
            if (!stays) {
                quarantine.remove(number);
            }
            return outcome;
        });
    }

    private Handed again(QuarantineItem item, Submission corrected) {
        Instant received = item.content().receivedAt();
        Moment moment = moment().since(received).told(corrected.occurredAt());
        return new Handed(corrected, Optional.empty(), moment, received, wiring.retention());
    }

    /**
     * Records interactions that took place now, or at the moment of {@link #at}.
     *
     * @param lead which lead
     * @param interactions what took place, at least one
     * @return the lead
     */
    public DeskResult<Lead> record(LeadId lead, Interaction... interactions) {
        Instant at = moment().occurredAt();
        return record(
                lead,
                Arrays.stream(interactions)
                        .map(each -> new TimedInteraction(each, at))
                        .toList());
    }

    /**
     * Records interactions of any time, in any order, with one commit. Those that were recorded before change nothing.
     *
     * @param lead which lead
     * @param interactions what took place and when; with none nothing changes
     * @return the lead
     */
    public DeskResult<Lead> record(LeadId lead, List<TimedInteraction> interactions) {
        Moment moment = moment();
        List<LeadEvent> events = interactions.stream()
                .map(each -> interacted(lead, each, moment))
                .toList();
        return wiring.withLead(lead, stored -> recorded(stored, events));
    }

    private DeskResult<Lead> recorded(StoredLead stored, List<LeadEvent> events) {
        if (events.isEmpty()) {
            return new DeskResult.Done<>(stored.history().lead(), stored.version(), List.of());
        }
        return Wiring.result(wiring.commit(stored, events), stored.history().lead(), List.of());
    }

    private static LeadEvent interacted(LeadId lead, TimedInteraction timed, Moment moment) {
        Interaction interaction = timed.interaction();
        List<String> content = new ArrayList<>(List.of(
                "interacted",
                timed.occurredAt().toString(),
                interaction.type(),
                interaction.direction().name(),
                interaction.actor().name()));
        interaction.properties().forEach((name, value) -> {
            content.add(name);
            content.add(value);
        });
        EventId id = EventId.derived(lead, content.toArray(String[]::new));
        return new Interacted(moment.at(timed.occurredAt()).header(lead, id), interaction);
    }

    /**
     * Moves a lead to another stage, if the lifecycle allows it. Moving to the won or the lost stage is converting or
     * losing. A lead that leaves the open stages gives its place with the rep back.
     *
     * <p>Moves are told in the order in which they happened: one from before the latest is refused. Those told for the
     * same instant, up to a second apart, are kept in the order told, a microsecond apart.
     *
     * @param lead which lead
     * @param to the stage
     * @param reason why; empty where the lifecycle asks for none. Must not be personal data; not kept of a move to the won
     *     stage
     * @return the lead in its new stage, or every reason why not
     */
    public DeskResult<Lead> move(LeadId lead, Stage to, String reason) {
        return move(lead, to, reason, Optional.empty());
    }

    private DeskResult<Lead> move(LeadId lead, Stage to, String reason, Optional<Money> value) {
        Moment moment = moment();
        return wiring.withLead(lead, stored -> new Movement(wiring, to, reason, value).apply(stored, moment));
    }

    /**
     * Says that a lead became a customer; the place with its rep is given back.
     *
     * @param lead which lead
     * @return the converted lead, or every reason why not
     */
    public DeskResult<Lead> convert(LeadId lead) {
        return move(lead, wiring.lifecycle().won(), "", Optional.empty());
    }

    /**
     * Says that a lead became a customer; the place with its rep is given back.
     *
     * @param lead which lead
     * @param value what it was worth
     * @return the converted lead, or every reason why not
     */
    public DeskResult<Lead> convert(LeadId lead, Money value) {
        return move(lead, wiring.lifecycle().won(), "", Optional.of(value));
    }

    /**
     * Gives a lead up; the place with its rep is given back.
     *
     * @param lead which lead
     * @param reason why; must not be personal data
     * @return the lost lead, or every reason why not
     */
    public DeskResult<Lead> lose(LeadId lead, String reason) {
        return move(lead, wiring.lifecycle().lost(), reason, Optional.empty());
    }

    /**
     * Scores a lead for a decision: the score is kept as an event, unless it is the one kept last. To look at the score
     * alone, {@link #read} the lead.
     *
     * @param lead which lead
     * @return the score with its reasons
     */
    public DeskResult<Score> score(LeadId lead) {
        Moment moment = moment();
        return wiring.scorer()
                .map(scorer -> wiring.withLead(lead, stored -> new Scoring(wiring, scorer).apply(stored, moment)))
                .orElseGet(missing("scorer"));
    }

    /**
     * Gives a lead to a rep or to a queue. A lead that has a place keeps it. After a {@link DeskResult.Conflict} the place
     * that was kept meanwhile is given back; so it is when the store throws, unless somebody else committed that place.
     *
     * @param lead which lead
     * @return the rep or the queue, and why; with a warning if the router could not confirm the place
     */
    public DeskResult<Placement> route(LeadId lead) {
        Moment moment = moment();
        return wiring.router()
                .map(router -> wiring.withLead(lead, stored -> new Routing(wiring, router).apply(stored, moment)))
                .orElseGet(missing("router"));
    }

    /**
     * Brings the places that the router keeps and the owners that the store knows together again: after a crash between the
     * two, or when the router's ledger lost its memory. Looks at a page of places, then, when there are no more, at a page of
     * leads. What it finds:
     *
     * <ul>
     *   <li>a place that the store knows and that was not confirmed is confirmed;
     *   <li>a place of a lead that has no owner, or is no longer worked on, is given back, unless it lapses by itself;
     *   <li>a place newer than the owner that the store knows is committed: the lead is routed, which takes that place up;
     *   <li>an owner without a place gets it again; if another place came after it, the lead is routed.
     * </ul>
     *
     * <p>Meant for the start of an application and from time to time. An assignment that somebody else is just making may be
     * given back; he is then told, as of {@link #route}, and the next reconciliation mends it. A lead has at most one owner
     * throughout: the store takes no older token. Repeating it settles nothing more.
     *
     * @param from where to start: {@link Reconciliation.Cursor#START}, or where the page before ended
     * @param most how many places or leads to look at, from 1 up
     * @return what was settled, and where to go on
     * @throws IllegalArgumentException if {@code most} is not positive
     */
    public Reconciliation reconcile(Reconciliation.Cursor from, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 or more, was " + most);
        }
        Moment moment = moment();
        return wiring.router()
                .map(router -> new Reconciling(wiring, router, moment).page(from, most))
                .orElseThrow(() -> new IllegalStateException("router must be handed to the desk's builder, was none"));
    }

    private static <T> Supplier<DeskResult<T>> missing(String part) {
        return () -> new DeskResult.Refused<>(
                List.of(new Fault(part, "handed to the desk's builder", "", "Without it there is no answer.")));
    }

    /**
     * Reads a lead with its history, its score and its place, each with the reasons. Changes nothing.
     *
     * @param lead which lead
     * @return the lead; empty if there is none, or nothing had happened to it by the {@linkplain #at moment asked for}
     */
    public Optional<LeadView> read(LeadId lead) {
        Moment moment = moment();
        return wiring.store()
                .find(lead)
                .map(stored -> told.isPresent()
                        ? new StoredLead(stored.history().until(moment.occurredAt()), stored.version())
                        : stored)
                .filter(stored -> !stored.history().events().isEmpty())
                .map(stored -> view(stored, moment));
    }

    private LeadView view(StoredLead stored, Moment moment) {
        LeadHistory history = stored.history();
        Optional<Called<Score>> scored =
                wiring.scorer().map(scorer -> Called.of("scorer", () -> scorer.score(history, moment.occurredAt())));
        return new LeadView(
                history,
                stored.version(),
                scored.isPresent() ? scored.get().value() : Scoring.latest(history),
                Places.current(history),
                scored.flatMap(Called::fault).stream().toList());
    }
}

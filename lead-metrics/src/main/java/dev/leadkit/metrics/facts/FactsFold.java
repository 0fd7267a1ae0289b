package dev.leadkit.metrics.facts;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through a lead's events in their order and keeps those that figures are made of. */
final class FactsFold implements Occurrence.Cases {

    private final List<FactEvent> events;
    private final List<StageEntry> entries = new ArrayList<>(4);
    private final FaultTally faults;
    private List<Episode> episodes = List.of();
    private FieldValues values = FieldValues.EMPTY;
    private @Nullable String source;
    private @Nullable FactEvent captured;
    private @Nullable FactEvent responded;
    private @Nullable FactEvent converted;
    private @Nullable FactEvent lost;
    private @Nullable FactEvent owned;
    private @Nullable FactEvent waitingSince;
    private @Nullable FactEvent firstScore;
    private int conversions;
    private @Nullable FactEvent latestContact;
    private @Nullable FactEvent latestEarly;
    private int tooEarly;
    private int atThatInstant;
    private boolean cameAgain;

    private FactsFold(List<FactEvent> events, FaultTally faults) {
        this.events = events;
        this.faults = faults;
    }

    static FactsFold of(Collection<FactEvent> all) {
        FaultTally faults = new FaultTally();
        return of(Distinct.sorted(all, faults), faults);
    }

    static FactsFold of(Gathered all) {
        FaultTally faults = new FaultTally();
        return of(all.counted(faults), faults);
    }

    private static FactsFold of(FactEvent[] sorted, FaultTally faults) {
        FactsFold fold = new FactsFold(Collections.unmodifiableList(Arrays.asList(sorted)), faults);
        for (FactEvent event : sorted) {
            event.what().match(fold, event);
        }
        fold.end();
        return fold;
    }

    private void end() {
        if (captured != null && tooEarly > 0) {
            faults.add(DataFault.BEFORE_CAPTURE, tooEarly);
        }
        if (waitingSince != null) {
            close(Optional.empty());
        }
    }

    List<FactEvent> events() {
        return events;
    }

    Map<DataFault, Integer> faults() {
        return faults.counts();
    }

    Optional<FactEvent> captured() {
        return Optional.ofNullable(captured);
    }

    Optional<FactEvent> responded() {
        return Optional.ofNullable(responded);
    }

    Optional<FactEvent> converted() {
        return Optional.ofNullable(converted);
    }

    Optional<FactEvent> lost() {
        return Optional.ofNullable(lost);
    }

    List<StageEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    List<Episode> episodes() {
        return episodes.isEmpty() ? List.of() : Collections.unmodifiableList(episodes);
    }

    @Nullable String source() {
        return source;
    }

    FieldValues values() {
        return values;
    }

    /** The latest score up to the first decision. */
    Optional<FactEvent> decisive() {
        if (firstScore == null) {
            return Optional.empty();
        }
        FactEvent cut = earlier(owned, captured == null ? null : earlier(converted, lost));
        FactEvent latest = null;
        for (FactEvent event : events) {
            boolean inTime = cut == null || !cut.isBefore(event);
            if (inTime && event.what() instanceof Occurrence.Scored) {
                latest = event;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static @Nullable FactEvent earlier(@Nullable FactEvent one, @Nullable FactEvent two) {
        return one == null || (two != null && two.isBefore(one)) ? two : one;
    }

    private void told(FieldValues newer) {
        values = values.isEmpty() ? newer : values.overlay(newer);
        source = source == null ? newer.get(StandardFields.SOURCE).orElse(null) : source;
    }

    private void enter(Optional<Stage> stage, FactEvent event) {
        if (stage.isPresent()) {
            entries.add(new StageEntry(stage.get(), event));
        }
    }

    /** What only a lead that is there can do. */
    private void after(FactEvent event) {
        if (captured == null) {
            atThatInstant = latestEarly == null || latestEarly.isBefore(event) ? 1 : atThatInstant + 1;
            latestEarly = event;
            tooEarly++;
        }
    }

    /** What happened at the very instant of the capture is not before it, whatever the identifiers. */
    private void captured(FactEvent event) {
        captured = event;
        if (latestEarly != null && !latestEarly.isBefore(event)) {
            tooEarly -= atThatInstant;
        }
        waits(event);
        if (responded != null && responded.isBefore(event)) {
            responded = latestContact == null || latestContact.isBefore(event) ? null : latestContact;
        }
        if (responded != null) {
            close(Optional.of(responded));
        }
    }

    private void waits(FactEvent since) {
        if (waitingSince == null) {
            waitingSince = since;
        }
    }

    private void close(Optional<FactEvent> answer) {
        if (episodes.isEmpty()) {
            episodes = new ArrayList<>(1);
        }
        episodes.add(new Episode(requireNonNull(waitingSince, "waitingSince"), answer));
        waitingSince = null;
    }

    @Override
    public void submitted(FactEvent event, Occurrence.Submitted what) {
        told(what.values());
        enter(what.stage(), event);
        if (what.dated() && captured == null) {
            captured(event);
        } else if (lost != null && !cameAgain) {
            cameAgain = true;
            waits(event);
        }
    }

    @Override
    public void valued(FactEvent event, Occurrence.Valued what) {
        told(what.values());
    }

    @Override
    public void touched(FactEvent event, Occurrence.Touched what) {
        // Attribution reads the touches from the events.
    }

    @Override
    public void responded(FactEvent event, Occurrence.Responded what) {
        after(event);
        responded = responded == null ? event : responded;
        latestContact = latestContact == null || latestContact.isBefore(event) ? event : latestContact;
        if (waitingSince != null) {
            close(Optional.of(event));
        }
    }

    @Override
    public void entered(FactEvent event, Occurrence.Entered what) {
        after(event);
        enter(Optional.of(what.stage()), event);
        taken();
    }

    private void taken() {
        lost = null;
        cameAgain = false;
    }

    @Override
    public void converted(FactEvent event, Occurrence.Converted what) {
        after(event);
        enter(what.stage(), event);
        converted = conversions == 0 ? event : converted;
        conversions++;
        taken();
    }

    @Override
    public void voided(FactEvent event, Occurrence.Voided what) {
        if (conversions == 0) {
            faults.add(DataFault.NOTHING_TO_VOID, 1);
            return;
        }
        conversions--;
        converted = conversions == 0 ? null : converted;
    }

    @Override
    public void lost(FactEvent event, Occurrence.Lost what) {
        after(event);
        enter(what.stage(), event);
        taken();
        lost = event;
    }

    @Override
    public void reopened(FactEvent event, Occurrence.Reopened what) {
        taken();
        waits(event);
    }

    @Override
    public void owned(FactEvent event, Occurrence.Owned what) {
        owned = owned == null ? event : owned;
    }

    @Override
    public void scored(FactEvent event, Occurrence.Scored what) {
        firstScore = firstScore == null ? event : firstScore;
    }

    @Override
    public void priced(FactEvent event, Occurrence.Priced what) {
        // The value is looked up when it is asked for.
    }

    @Override
    public void worked(FactEvent event, Occurrence.Worked what) {
        after(event);
        if (what.time().isNegative()) {
            faults.add(DataFault.BROKEN_DURATION, 1);
        }
    }

    @Override
    public void unknown(FactEvent event, Occurrence.Unknown what) {
        throw new IllegalStateException("unknown events are left out before");
    }
}

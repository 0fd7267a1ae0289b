package dev.leadkit.metrics.response;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.Episode;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code lead.response.episode}: how long somebody waited for our answer, each time they did: since the capture, and again since a
 * lost lead was opened again or its person came again. Beside the wall clock runs business time, which counts only open hours; both
 * are kept for every episode.
 *
 * <p>An answer is the first contact by a human on our side. Unanswered episodes are pending up to their deadline, and a breach from
 * then on. An answer exactly at the deadline is in time. Quantiles are those of answered episodes. Leads in which nobody ever waited
 * since a known instant are left out and counted as undated; episodes that a calendar cannot know, and by
 * {@link WaitsFrom#ASSIGNMENT} those that were never assigned or were answered before, are left out and counted.
 *
 * @param from when the waiting begins
 * @param target how long an answer may take to be in time, in business time as on the wall clock; above 0
 * @param hours the business time
 * @param resolution to how much deadlines are rounded up; a longer one keeps the state small
 */
public record EpisodeResponse(WaitsFrom from, Duration target, BusinessTime hours, Resolution resolution)
        implements LeadKpi<EpisodeResponse.Responses> {

    private static final int WALL = 0;
    private static final int WALL_IN_TIME = 1;
    private static final int WALL_DEADLINES = 2;
    private static final int OPEN = 3;
    private static final int OPEN_IN_TIME = 4;
    private static final int OPEN_DEADLINES = 5;
    private static final int SOON_IN_TIME = 6;
    private static final int SOON_DEADLINES = 7;

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String UNANSWERED = "unanswered";
    private static final String UNASSIGNED = "not assigned to a rep";
    private static final String ANSWERED_BEFORE = "answered before it was assigned";
    private static final String UNKNOWN_TIME = "out of the calendar's bounds";
    private static final String NO_ANSWER = "no episode was answered";
    private static final String NOTHING_DUE = "no episode was answered or is overdue";

    /**
     * Checks the target.
     *
     * @param from when the waiting begins
     * @param target how long an answer may take
     * @param hours the business time
     * @param resolution to how much deadlines are rounded
     */
    public EpisodeResponse {
        requireNonNull(from, "from");
        requireNonNull(hours, "hours");
        requireNonNull(resolution, "resolution");
        Promise.check(target);
    }

    /**
     * From the start of each episode, to the second.
     *
     * @param target how long an answer may take to be in time; above 0
     * @param hours the business time
     */
    public EpisodeResponse(Duration target, BusinessTime hours) {
        this(WaitsFrom.EPISODE, target, hours, Resolution.SECOND);
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.response.episode/1?" + parameters(),
                TimeBasis.EVENT,
                "Episodes answered by a human within the target, over those and all that were answered later or are unanswered"
                        + " past the target, on the wall clock and in business time; those still in time are left out.");
    }

    private String parameters() {
        return "from=" + from.name().toLowerCase(Locale.ROOT) + "&target=" + target + "&hours="
                + Definition.text(hours.name()) + wall().id();
    }

    private Promise wall() {
        return new Promise(WALL_IN_TIME, WALL_DEADLINES, resolution);
    }

    private Promise open() {
        return new Promise(OPEN_IN_TIME, OPEN_DEADLINES, resolution);
    }

    private Promise soon() {
        return new Promise(SOON_IN_TIME, SOON_DEADLINES, resolution);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "answered after seconds",
                "in time (1) or late (0)",
                "unanswered, due by",
                "answered after business seconds",
                "in business time (1) or late (0)",
                "unanswered in business time, due by",
                "within 5 minutes (1) or later (0)",
                "unanswered, 5 minutes are over by");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        List<Episode> episodes = facts.episodes();
        if (episodes.isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        }
        for (int i = 0; i < episodes.size(); i++) {
            FactEvent next = i + 1 < episodes.size() ? episodes.get(i + 1).start() : null;
            count(counts, start(facts, episodes.get(i), next), episodes.get(i), times);
        }
    }

    private @Nullable FactEvent start(LeadFacts facts, Episode episode, @Nullable FactEvent next) {
        return from == WaitsFrom.EPISODE ? episode.start() : assigned(facts, episode.start(), next);
    }

    /** The first event since the start at which a rep owns the lead. */
    private static @Nullable FactEvent assigned(LeadFacts facts, FactEvent start, @Nullable FactEvent next) {
        boolean owned = false;
        for (FactEvent event : facts.events()) {
            if (next != null && event.compareTo(next) >= 0) {
                return null;
            }
            if (event.what() instanceof Occurrence.Owned owner) {
                owned = owner.rep().isPresent();
            }
            if (owned && !event.isBefore(start)) {
                return event;
            }
        }
        return null;
    }

    private void count(Counts counts, @Nullable FactEvent start, Episode episode, long times) {
        Optional<FactEvent> answer = episode.answer();
        if (start == null) {
            counts.exclude(UNASSIGNED, times);
        } else if (answer.isPresent() && answer.get().isBefore(start)) {
            counts.exclude(ANSWERED_BEFORE, times);
        } else if (!BusinessTime.isKnown(start.at())
                || (answer.isPresent() && !BusinessTime.isKnown(answer.get().at()))) {
            counts.exclude(UNKNOWN_TIME, times);
        } else if (answer.isPresent()) {
            answered(counts, start, answer.get(), times);
        } else {
            unanswered(counts, start, times);
        }
    }

    private void answered(Counts counts, FactEvent start, FactEvent answer, long times) {
        counts.add(WALL, DurationBuckets.of(start.secondsTo(answer)), times);
        wall().answered(counts, start.within(answer, target), times);
        soon().answered(counts, start.within(answer, SOON), times);
        Duration open = hours.between(start.at(), answer.at()).orElseThrow();
        counts.add(OPEN, DurationBuckets.of(open), times);
        open().answered(counts, open.compareTo(target) <= 0, times);
    }

    private void unanswered(Counts counts, FactEvent start, long times) {
        wall().unanswered(counts, start, target, times);
        soon().unanswered(counts, start, SOON, times);
        Optional<Instant> last = hours.lastInTime(start.at(), target);
        if (last.isPresent()) {
            open().unanswered(counts, last.get(), times);
        } else {
            open().neverDue(counts, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        List<Episode> episodes = facts.episodes();
        List<FactEvent> evidence = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            FactEvent next = i + 1 < episodes.size() ? episodes.get(i + 1).start() : null;
            Stream.concat(Stream.ofNullable(start(facts, episodes.get(i), next)), episodes.get(i).answer().stream())
                    .forEach(evidence::add);
        }
        return evidence;
    }

    /**
     * The result.
     *
     * @param wall on the wall clock
     * @param business in business time
     * @param soon answered within 5 minutes on the wall clock, over those, the later ones and those unanswered since then
     */
    public record Responses(Times wall, Times business, KpiResult soon) {}

    /**
     * The figures of one clock.
     *
     * @param p50 the median of answered episodes, in seconds
     * @param p90 the 90th percentile of answered episodes, in seconds
     * @param inTime answered within the target, over those and all breaches
     */
    public record Times(KpiResult p50, KpiResult p90, KpiResult inTime) {}

    @Override
    public Responses result(Counts counts, Instant asOf) {
        SortedMap<String, Long> excluded = Promise.with(counts, UNANSWERED, counts.total(WALL_DEADLINES));
        return new Responses(
                new Times(
                        quantile(50, "wall").of(counts, WALL, excluded),
                        quantile(90, "wall").of(counts, WALL, excluded),
                        wall().share(named("wall", target), counts, asOf, NOTHING_DUE)),
                new Times(
                        quantile(50, "business").of(counts, OPEN, excluded),
                        quantile(90, "business").of(counts, OPEN, excluded),
                        open().share(named("business", target), counts, asOf, NOTHING_DUE)),
                soon().share(named("soon", SOON), counts, asOf, NOTHING_DUE));
    }

    private Definition named(String clock, Duration within) {
        return new Definition(
                "lead.response.episode." + clock + ".in-time/1?" + parameters(),
                TimeBasis.EVENT,
                "Episodes answered by a human within " + within + ", over those and all that were answered later or are"
                        + " unanswered since; those still in time are left out.");
    }

    private Quantile quantile(int percent, String clock) {
        return Quantile.ofSeconds(
                        percent,
                        "lead.response.episode." + clock,
                        "the time that somebody waited for an answer by a human, of answered episodes",
                        NO_ANSWER)
                .with(
                        "from=" + from.name().toLowerCase(Locale.ROOT) + "&hours=" + Definition.text(hours.name()),
                        TimeBasis.EVENT);
    }
}

package dev.leadkit.routing.availability;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Presence.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who of many reps is there at any instant. Reps with the same hours share them; what opens, closes, leaves and comes back is
 * sorted for some days at a time, on demand, so that instants in ascending order cost the edges that they pass, and an instant
 * before the next edge costs nothing. Any other instant is answered as well; far from the last one, a new stretch of days is
 * sorted for it.
 *
 * <p>Thread-safe: what it keeps of the last answer is replaced as a whole, so threads at different instants slow one another
 * down and nothing else. Instants are in the bounds of {@link Calendar}.
 */
public final class AvailabilityTimeline {

    /** How far ahead {@link #nextEdge} and {@link #firstAvailable} look. */
    public static final Duration HORIZON = Duration.ofDays(400);

    private static final long PAGE_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long FIRST = Calendar.EARLIEST.getEpochSecond();
    private static final long LIMIT = Calendar.END.getEpochSecond();

    private final Absences absences;
    private final List<RepId> order;
    private final List<Crew> crews;
    private final long needed;
    private final AwayTimes away;
    private final AwayTimes hard;

    /** For each rep the place of the crew whose hours are the rep's. */
    private final int[] crewOf;

    private volatile Page.@Nullable Position last;

    private AvailabilityTimeline(Absences absences, List<RepId> order, List<Crew> crews, long needed) {
        this.absences = absences;
        this.order = order;
        this.crews = crews;
        this.needed = needed;
        this.away = AwayTimes.of(absences, order, needed, false);
        this.hard = AwayTimes.of(absences, order, needed, true);
        this.crewOf = new int[order.size()];
        for (int crew = 0; crew < crews.size(); crew++) {
            for (int rep : crews.get(crew).members()) {
                crewOf[rep] = crew;
            }
        }
    }

    static AvailabilityTimeline of(Availability availability, Absences absences, List<RepId> order) {
        return new AvailabilityTimeline(absences, List.copyOf(order), crews(availability, order), 0);
    }

    private static List<Crew> crews(Availability availability, List<RepId> order) {
        Map<OpenHours, List<Integer>> byHours = new LinkedHashMap<>();
        // the names first: to compare hours costs more than to compare names
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int rep = 0; rep < order.size(); rep++) {
            RepHours hours = availability.reps().getOrDefault(order.get(rep), RepHours.ALWAYS);
            hours.calendar()
                    .map(name -> byName.computeIfAbsent(name, none -> new ArrayList<>()))
                    .orElseGet(() ->
                            byHours.computeIfAbsent(hours.own().orElse(OpenHours.ALWAYS), none -> new ArrayList<>()))
                    .add(rep);
        }
        byName.forEach((name, reps) -> byHours.computeIfAbsent(
                        availability.calendars().getOrDefault(name, OpenHours.ALWAYS), none -> new ArrayList<>())
                .addAll(reps));
        List<Crew> crews = new ArrayList<>();
        byHours.forEach((hours, reps) -> crews.add(new Crew(
                Calendar.of(hours), reps.stream().mapToInt(Integer::intValue).toArray())));
        return crews;
    }

    /**
     * How many reps there are.
     *
     * @return the number
     */
    public int size() {
        return order.size();
    }

    /**
     * The same reps, each there only while some time is left: a rep is if the hours stay open, and no absence begins, for at least so
     * long. Compile it once for each time that leads need.
     *
     * @param openTime the time, in whole seconds; zero for whoever is there at all
     * @return the timeline
     * @throws IllegalArgumentException if the time is negative or has fractions of a second
     */
    public AvailabilityTimeline needing(Duration openTime) {
        if (openTime.isNegative() || !openTime.truncatedTo(ChronoUnit.SECONDS).equals(openTime)) {
            throw new IllegalArgumentException("open time must be zero or more whole seconds, was " + openTime);
        }
        return new AvailabilityTimeline(absences, order, crews, Math.min(openTime.toSeconds(), LIMIT - FIRST));
    }

    /**
     * Who is there.
     *
     * @param at the instant
     * @return the reps, for as long as that does not change
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public AvailableReps at(Instant at) {
        return at(Ticks.of(at));
    }

    private AvailableReps at(long tick) {
        Page.Position known = last;
        if (known != null && known.reps().holds(tick)) {
            return known.reps();
        }
        Page.Position next;
        if (known == null || !known.page().holds(tick)) {
            next = page(tick).at(tick);
        } else {
            next = tick < known.reps().until() ? known.page().at(tick) : known.advanced(tick);
        }
        last = next;
        return next.reps();
    }

    private Page page(long tick) {
        long start = FIRST + (Ticks.second(tick) - FIRST) / PAGE_SECONDS * PAGE_SECONDS;
        long end = Math.min(start + PAGE_SECONDS, LIMIT);
        Page.Maker page = new Page.Maker(Ticks.of(start), Ticks.of(end), order.size());
        // hours that close behind the page may be too late within it
        for (Crew crew : crews) {
            crew.stretches(start, end, needed, (from, until) -> {
                page.add(from, until, crew.members(), Change.OPEN);
                return true;
            });
        }
        away.stretches(
                Ticks.of(start),
                Ticks.of(end),
                (rep, from, until) -> page.add(from, until, new int[] {rep}, Change.AWAY));
        hard.stretches(
                Ticks.of(start),
                Ticks.of(end),
                (rep, from, until) -> page.add(from, until, new int[] {rep}, Change.HARD));
        return page.page();
    }

    /**
     * When to look again.
     *
     * @param at the instant after which it is looked for
     * @return the first later instant at which the hours of somebody open or close, or somebody leaves or is back; it is the same reps
     *     until then. Empty if there is none within {@link #HORIZON}
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public Optional<Instant> nextEdge(Instant at) {
        long tick = Ticks.of(at);
        Page.Position known = last;
        if (known != null
                && known.reps().holds(tick)
                && known.reps().until() < known.page().until()) {
            return Optional.of(Ticks.instant(known.reps().until()));
        }
        long end = horizon(tick);
        long edge = Math.min(away.edgeAfter(tick, end), hard.edgeAfter(tick, end));
        for (Crew crew : crews) {
            edge = edgeAfter(crew, tick, edge);
        }
        return edge < end ? Optional.of(Ticks.instant(edge)) : Optional.empty();
    }

    private static long horizon(long tick) {
        return Ticks.of(Math.min(Ticks.second(tick) + HORIZON.toSeconds(), LIMIT));
    }

    private long edgeAfter(Crew crew, long tick, long end) {
        long[] edge = {end};
        crew.stretches(Ticks.second(tick), Ticks.second(end + 1), needed, (from, until) -> {
            long next = from > tick ? from : until;
            edge[0] = next > tick ? Math.min(edge[0], next) : edge[0];
            return next <= tick;
        });
        return edge[0];
    }

    /**
     * When the first of some reps is available.
     *
     * @param from not before this instant
     * @param reps the reps, by number
     * @param count how many of them, from the first on
     * @return {@code from} if one is available then, else the first instant at which one is; empty if there is none within the
     *     {@link #HORIZON}
     * @throws IllegalArgumentException if the instant is out of bounds
     */
    public Optional<Instant> firstAvailable(Instant from, int[] reps, int count) {
        long tick = Ticks.of(from);
        long end = horizon(tick);
        long best = end;
        int asked = -1;
        long opening = end;
        for (int i = 0; i < count; i++) {
            int crew = crewOf[reps[i]];
            opening = crew == asked ? opening : opening(crews.get(crew), tick, end);
            asked = crew;
            if (opening < best) {
                best = Math.min(best, firstAvailable(crews.get(crew), reps[i], opening, best));
            }
        }
        if (best == tick) {
            return Optional.of(from);
        }
        return best < end ? Optional.of(Ticks.instant(best)) : Optional.empty();
    }

    private long firstAvailable(Crew crew, int rep, long opening, long end) {
        long at = opening;
        long back = away.back(rep, at);
        while (back > at && back < end) {
            at = opening(crew, back, end);
            back = at < end ? away.back(rep, at) : at;
        }
        return Math.max(at, back);
    }

    /** The first tick, not before this one, at which a crew's hours are open for long enough; the end if there is none before it. */
    private long opening(Crew crew, long tick, long end) {
        long[] opening = {end};
        crew.stretches(Ticks.second(tick), Ticks.second(end + 1), needed, (from, until) -> {
            opening[0] = until > tick ? Math.min(end, Math.max(from, tick)) : end;
            return until <= tick;
        });
        return opening[0];
    }
}

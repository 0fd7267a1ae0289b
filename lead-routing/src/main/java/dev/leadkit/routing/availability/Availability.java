package dev.leadkit.routing.availability;

import dev.leadkit.calendar.OpenHours;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of the time in which its reps take leads. A rep of whom it says nothing is always there. What exists is
 * right: no unknown calendar or substitute, no absence that overlaps another of the same rep, no substitutes in a ring.
 * Immutable, equal by content and thread-safe.
 */
public final class Availability {

    /** Everybody is always there. */
    public static final Availability ALWAYS = new Availability(new Builder());

    private final SortedMap<String, OpenHours> calendars;
    private final SortedMap<RepId, RepHours> reps;
    private final WhenAllAway whenAllAway;
    private final Absences absences;

    private Availability(Builder from) {
        calendars = Collections.unmodifiableSortedMap(new TreeMap<>(from.calendars));
        reps = new TreeMap<>();
        from.reps.forEach(each -> reps.put(each.id(), each.hours()));
        whenAllAway = from.whenAllAway;
        absences = new Absences(reps);
    }

    /**
     * Starts with everybody always there.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The calendars that reps share.
     *
     * @return the hours by the calendar's name
     */
    public SortedMap<String, OpenHours> calendars() {
        return calendars;
    }

    /**
     * What is said of reps.
     *
     * @return the hours by the rep; nobody who is always there need be in it
     */
    public SortedMap<RepId, RepHours> reps() {
        return Collections.unmodifiableSortedMap(reps);
    }

    /**
     * What becomes of a lead whose fitting reps are all away.
     *
     * @return the answer
     */
    public WhenAllAway whenAllAway() {
        return whenAllAway;
    }

    /**
     * When a rep works, out of office apart.
     *
     * @param rep which rep
     * @return the hours; {@link OpenHours#ALWAYS} if nothing is said
     */
    public OpenHours hours(RepId rep) {
        RepHours hours = reps.getOrDefault(rep, RepHours.ALWAYS);
        return hours.calendar()
                .flatMap(name -> Optional.ofNullable(calendars.get(name)))
                .or(hours::own)
                .orElse(OpenHours.ALWAYS);
    }

    /**
     * Who takes a rep's leads at an instant: follows the substitutes of those who are out of office, of whatever kind.
     *
     * @param rep which rep
     * @param at the instant
     * @return the chain and its end; the rep alone if the rep is not out of office
     */
    public Substitution substitute(RepId rep, Instant at) {
        return absences.follow(rep, at);
    }

    /**
     * Compiles it for the reps of a plan.
     *
     * @param order the reps; a rep's number is the place in this list
     * @return who is there at any instant
     */
    public AvailabilityTimeline timeline(List<RepId> order) {
        return AvailabilityTimeline.of(this, absences, order);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Availability that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<Object> content() {
        return List.of(calendars, reps, whenAllAway);
    }

    @Override
    public String toString() {
        return "Availability[" + calendars.size() + " calendars, " + reps.size() + " reps, " + whenAllAway + "]";
    }

    /** Collects an availability. Not thread-safe. */
    public static final class Builder {

        final SortedMap<String, OpenHours> calendars = new TreeMap<>();
        final List<Placed> reps = new ArrayList<>();
        WhenAllAway whenAllAway = new WhenAllAway.QueueUntilNextOpen();

        private @Nullable String place;

        private Builder() {}

        /** A rep's hours and the path where they stand, for faults. */
        record Placed(String path, RepId id, RepHours hours) {}

        /**
         * Says where the next rep stands in what it was read from, for faults. Without this, the path is the list's name
         * and the index, such as {@code $.reps[2]}.
         *
         * @param path a JSON path
         * @return this
         */
        public Builder at(String path) {
            place = path;
            return this;
        }

        /**
         * Adds a calendar that reps can name, in place of one of the same name.
         *
         * @param name its name
         * @param hours its hours
         * @return this
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder calendar(String name, OpenHours hours) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("calendar must have a name, was blank");
            }
            calendars.put(name, hours);
            return this;
        }

        /**
         * Says when a rep works.
         *
         * @param id which rep; one of whom something was said already is a fault
         * @param hours the hours
         * @return this
         */
        public Builder rep(RepId id, RepHours hours) {
            String path = Optional.ofNullable(place).orElse("$.reps[" + reps.size() + "]");
            reps.add(new Placed(path, id, hours));
            place = null;
            return this;
        }

        /**
         * Whether anything was said of a rep.
         *
         * @return false if all reps are always there so far
         */
        public boolean hasReps() {
            return !reps.isEmpty();
        }

        /**
         * The calendars so far.
         *
         * @return their names in order
         */
        public Set<String> calendarNames() {
            return new TreeSet<>(calendars.keySet());
        }

        /**
         * Who stands in for others so far: for one who is out of office, or for all.
         *
         * @return whom some rep's absences or {@link #whenAllAway} name
         */
        public Set<RepId> standIns() {
            Set<RepId> all = new TreeSet<>();
            if (whenAllAway instanceof WhenAllAway.FallbackRep fallback) {
                all.add(fallback.rep());
            }
            reps.forEach(each -> each.hours().substitutes().forEach(all::add));
            return all;
        }

        /**
         * Says what becomes of a lead whose fitting reps are all away. Without this it waits until one is there.
         *
         * @param answer the answer
         * @return this
         */
        public Builder whenAllAway(WhenAllAway answer) {
            whenAllAway = answer;
            return this;
        }

        /**
         * What becomes of a lead whose fitting reps are all away, as said so far.
         *
         * @return the answer
         */
        public WhenAllAway answer() {
            return whenAllAway;
        }

        /**
         * Everything that contradicts something else.
         *
         * @param known the reps of the plan
         * @return the faults with their paths; empty if the availability can be built
         */
        public List<Fault> faults(Collection<RepId> known) {
            return new AvailabilityCheck(this, known).faults();
        }

        /**
         * Ends collecting.
         *
         * @param known the reps of the plan
         * @return the availability
         * @throws RefusedException if anything is wrong with it; every fault at once
         */
        public Availability build(Collection<RepId> known) {
            List<Fault> found = faults(known);
            if (!found.isEmpty()) {
                throw new RefusedException("availability", found);
            }
            return new Availability(this);
        }
    }
}

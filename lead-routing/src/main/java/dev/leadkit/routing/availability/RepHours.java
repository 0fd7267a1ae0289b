package dev.leadkit.routing.availability;

import static java.util.Objects.requireNonNull;

import dev.leadkit.calendar.OpenHours;
import dev.leadkit.lead.RepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a rep works. Start with {@link #ALWAYS}, {@link #named} or {@link #own} and say more:
 * {@code RepHours.named("office").away(OutOfOffice.days(first, last, zone)).substitutedBy("bob")}. Immutable and thread-safe.
 *
 * @param calendar the name of the plan's calendar that the rep works by; empty with hours of the rep's own, or always
 * @param own the rep's own hours
 * @param outOfOffice when the rep is away; none overlaps another
 * @param substitute who takes the leads when the rep is out of office and that names nobody else
 */
public record RepHours(
        Optional<String> calendar, Optional<OpenHours> own, List<OutOfOffice> outOfOffice, Optional<RepId> substitute) {

    /** Works always. */
    public static final RepHours ALWAYS = new RepHours(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /** How often a rep can be out of office in one plan. */
    public static final int MOST_ABSENCES = 1_000;

    /**
     * Makes a rep's hours.
     *
     * @param calendar the name of a calendar, or empty
     * @param own hours, or empty
     * @param outOfOffice when the rep is away
     * @param substitute who takes the leads, or empty
     * @throws IllegalArgumentException if both a calendar and own hours are given, or the rep is away too often
     */
    public RepHours {
        requireNonNull(substitute, "substitute");
        outOfOffice = List.copyOf(outOfOffice);
        if (calendar.isPresent() && own.isPresent()) {
            throw new IllegalArgumentException("hours must be a calendar's or own, were both");
        }
        if (outOfOffice.size() > MOST_ABSENCES) {
            throw new IllegalArgumentException(
                    "out of office must be at most " + MOST_ABSENCES + " times, was " + outOfOffice.size());
        }
    }

    /**
     * Works by a calendar of the plan.
     *
     * @param calendar its name
     * @return the hours
     */
    public static RepHours named(String calendar) {
        return new RepHours(Optional.of(calendar), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Works by hours of one's own.
     *
     * @param hours the hours
     * @return the hours
     */
    public static RepHours own(OpenHours hours) {
        return new RepHours(Optional.empty(), Optional.of(hours), List.of(), Optional.empty());
    }

    /**
     * The same hours with one more absence.
     *
     * @param more when the rep is away
     * @return the hours
     */
    public RepHours away(OutOfOffice more) {
        List<OutOfOffice> all = new ArrayList<>(outOfOffice);
        all.add(more);
        return new RepHours(calendar, own, all, substitute);
    }

    /**
     * The same hours with a substitute.
     *
     * @param rep who takes the leads
     * @return the hours
     */
    public RepHours substitutedBy(String rep) {
        return new RepHours(calendar, own, outOfOffice, Optional.of(new RepId(rep)));
    }

    /** Who is a substitute, in an absence or in all. */
    Stream<RepId> substitutes() {
        return Stream.concat(substitute.stream(), outOfOffice.stream().flatMap(each -> each.substitute().stream()));
    }

    /**
     * Who takes the rep's leads in an absence.
     *
     * @param absence one of {@link #outOfOffice()}
     * @return its own substitute, else the rep's; empty if neither is named
     */
    public Optional<RepId> substitute(OutOfOffice absence) {
        return absence.substitute().or(this::substitute);
    }
}
